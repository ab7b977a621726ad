import { hashToken } from '../../../host/auth/tokens.ts'
import { asSeen, placeSeen, type BasketChange, type BasketNow } from '../domain/basket-changes.ts'
import type { Quote } from './quote.ts'

/** A quote as it is compared with what the shopper last saw. */
export function basketNow({ basket, lines, bundles, priced, promotions }: Quote): BasketNow {
  const namesOf = new Map(promotions.map(({ code, names }) => [code, names]))
  return {
    place: placeSeen(basket),
    currency: basket.market.currency,
    running: new Set(namesOf.keys()),
    lines: Object.fromEntries([
      ...lines.map((one) => [
        one.line.variantId,
        { quantity: one.line.quantity, price: numberOf(one.priced?.unitPrice.amount), problem: one.problem ?? null },
      ]),
      ...bundles.map((one) => [
        one.bundle.id,
        { quantity: one.bundle.quantity, price: numberOf(one.priced?.subtotal.amount), problem: one.problem ?? null },
      ]),
    ]),
    promotions: Object.fromEntries(priced.discounts.map(({ promotion }) => [promotion, namesOf.get(promotion) ?? {}])),
  }
}

const numberOf = (amount: bigint | undefined) => (amount === undefined ? null : Number(amount))

export const wholeOf = (quote: Quote) => asSeen(basketNow(quote))

/** Names what was told, so that saying "seen" never covers what was not shown. Empty where nothing is told. */
export function markOf(changes: readonly BasketChange[]): string {
  return changes.length === 0 ? '' : hashToken(JSON.stringify(changes)).toString('base64url').slice(0, 16)
}
