import type { PossibleAction } from '../../../host/http/allowed-actions.ts'
import type { Refused } from '../../../kernel/result.ts'
import type { Product } from '../domain/product.ts'

/** What staff may do to a product now: the way that is open to it, and what of it is missing where it may not go into the shop. */
export function possibleActions({ state }: Pick<Product, 'state'>, unfit: Refused | undefined): PossibleAction[] {
  if (state === 'published') return [{ action: 'unpublish', permission: 'catalog:publish', refusal: null }]
  return [{ action: 'publish', permission: 'catalog:publish', refusal: unfit?.refusal ?? null }]
}
