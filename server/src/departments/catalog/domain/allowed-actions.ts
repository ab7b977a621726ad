import type { Product } from './product.ts'

/** What staff may do to a product now; screens show just this. */
export function allowedActions(product: Pick<Product, 'state'>) {
  return [
    { action: 'publish', allowed: product.state === 'draft', reason: null },
    { action: 'unpublish', allowed: product.state === 'published', reason: null },
  ]
}
