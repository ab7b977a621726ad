import type { Refused } from '../../../kernel/result.ts'
import type { ProductPlan } from './plan-product-change.ts'
import { refusals } from './refusals.ts'

/** SKUs that a save would give anew. */
export function freshSkus({ after }: ProductPlan): string[] {
  return after.variants.filter((variant) => variant.id === null).map(({ sku }) => sku)
}

/** Of those, what another product has already; `owners` says by SKU which product's handle. */
export function skuFlaws({ after }: ProductPlan, owners: ReadonlyMap<string, string>): Refused[] {
  return after.variants.flatMap(({ id, sku }, at) => {
    const handle = id === null ? owners.get(sku) : undefined
    if (handle === undefined) return []
    // Somebody was faster with the very same product: the handle is what they took.
    if (handle === after.handle) return [refusals.handle_taken({ field: 'handle', params: { handle } })]
    return [refusals.sku_taken({ field: `variants.${at}.sku`, params: { sku, handle } })]
  })
}
