import { leastOf, limitProblem, type LimitProblem, type OrderLimit } from '../../catalog/index.ts'
import type { Offer } from '../../pricing/index.ts'
import type { BasketLine } from '../domain/basket.ts'
import type { LimitOfLine } from '../domain/limit-refusals.ts'

/** As people are told: the least that can really be ordered. */
export function limitOf(limit: OrderLimit | undefined): LimitOfLine | undefined {
  return limit && { ...limit, least: leastOf(limit) }
}

/** All variants of a product in the same order count together for its most. */
export function piecesOfProducts(
  lines: readonly BasketLine[],
  offers: ReadonlyMap<string, Offer>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { variantId, quantity } of lines) {
    const productId = offers.get(variantId)?.productId
    if (productId !== undefined) counts.set(productId, (counts.get(productId) ?? 0) + quantity)
  }
  return counts
}

export function limitProblemOf(
  { quantity }: Pick<BasketLine, 'quantity'>,
  { limit, productId }: Pick<Offer, 'limit' | 'productId'>,
  ofProducts: ReadonlyMap<string, number>,
): LimitProblem | undefined {
  return limitProblem(limit, { quantity, ofProduct: ofProducts.get(productId) ?? quantity })
}
