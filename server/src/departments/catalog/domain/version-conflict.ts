import type { Refused } from '../../../kernel/result.ts'
import type { ProductDifference } from './product-differences.ts'
import type { Product } from './product.ts'
import { refusals } from './refusals.ts'

const SHOWN = 200

/** Somebody was faster: the version that is there now, and what now stands in the fields that this person wanted to change. */
export function versionConflict(product: Product, differences: readonly ProductDifference[]): Refused {
  const params = { version: product.version }
  const others = differences.map(
    ({ field, sku, before }) =>
      refusals.version_conflict({
        field: sku === undefined ? field : `variants.${sku}.${field}`,
        params: { ...params, current: textOf(before) },
      }).refusal,
  )
  return refusals.version_conflict({ field: 'If-Match', params, ...(others.length > 0 ? { others } : {}) })
}

function textOf(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value ?? '')).slice(0, SHOWN)
}
