import { ok, type Refused, type Result } from '../../../kernel/result.ts'
import { codeFlaws } from './check-product.ts'
import type { Definitions } from './definitions.ts'
import { planProductChange, type ProductPlan } from './plan-product-change.ts'
import type { Product } from './product.ts'
import { refusals } from './refusals.ts'
import { together } from './together.ts'

/** What is left out stays; a barcode of null takes it away. */
export interface VariantChange {
  readonly variantId: string
  readonly gtin?: string | null | undefined
  readonly weightGrams?: number | undefined
}

interface PlannedChange {
  readonly product: Product
  readonly plan: ProductPlan
}

/**
 * Variants of many products at once: one plan for each product that changes, or every flaw by its place in the list
 * (`variants.3.gtin`). A product that could not be saved as it stands is told of at the first of its variants.
 */
export function planVariantChanges(
  changes: readonly VariantChange[],
  products: readonly Product[],
  definitions: Definitions,
): Result<readonly PlannedChange[]> {
  const live = new Map(
    products.flatMap((product) =>
      product.variants.filter(({ retired }) => !retired).map((variant) => [variant.id as string, variant] as const),
    ),
  )
  const flaws = changes.flatMap(({ variantId, ...wanted }, at): Refused[] => {
    const field = `variants.${at}`
    const now = live.get(variantId)
    if (!now) return [refusals.unknown_variant({ field: `${field}.variantId` })]
    const { gtin = now.gtin, weightGrams = now.weightGrams } = wanted
    return codeFlaws({ ...now, gtin, weightGrams }, field)
  })
  if (flaws.length > 0) return together(flaws)
  const wanted = new Map(changes.map((change) => [change.variantId, change]))
  const planned: PlannedChange[] = []
  for (const product of products) {
    const variants = product.variants
      .filter(({ retired }) => !retired)
      .map(({ id, sku }) => ({ sku, gtin: wanted.get(id)?.gtin, weightGrams: wanted.get(id)?.weightGrams }))
    const plan = planProductChange(product, { handle: product.handle, variants }, definitions)
    if (!plan.ok) {
      const at = changes.findIndex(({ variantId }) => product.variants.some(({ id }) => id === variantId))
      return { ok: false, refusal: { ...plan.refusal, field: `variants.${at}` } }
    }
    if (plan.value.differences.length > 0) planned.push({ product, plan: plan.value })
  }
  return ok(planned)
}
