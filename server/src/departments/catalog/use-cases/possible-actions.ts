import type { PossibleAction } from '../../../host/http/allowed-actions.ts'
import type { Product } from '../domain/product.ts'

/** What staff may do to a product now: the way that is open to it. Publishing twice is once, so that nothing refuses it. */
export function possibleActions({ state }: Pick<Product, 'state'>): PossibleAction[] {
  const action = state === 'draft' ? 'publish' : 'unpublish'
  return [{ action, permission: 'catalog:publish', refusal: null }]
}
