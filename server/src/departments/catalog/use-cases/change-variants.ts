import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { planVariantChanges, type VariantChange } from '../domain/plan-variant-changes.ts'
import { productsOfVariants } from '../queries/products-of-variants.ts'
import { lockProducts } from '../store/bulk-changes.ts'
import { definitionsFor } from './definitions-for.ts'
import { writePlan } from './write-plan.ts'

/**
 * Barcodes and weights of many variants, all or none. Each product that changes has one version, one event and one audit entry,
 * as if it were changed alone; says how many variants changed.
 */
export async function changeVariants(
  ctx: Context,
  changes: readonly VariantChange[],
): Promise<Result<{ changed: number }>> {
  const owners = await productsOfVariants(
    ctx.tx,
    changes.map(({ variantId }) => variantId),
  )
  const products = await lockProducts(ctx, [...new Set(owners.values())])
  const definitions = await definitionsFor(ctx, products)
  const planned = planVariantChanges(changes, products, definitions)
  if (!planned.ok) return planned
  for (const { product, plan } of planned.value) writePlan(ctx, product, { plan, definitions })
  const skus = planned.value.flatMap(({ plan }) => plan.differences.map(({ sku }) => sku))
  return ok({ changed: new Set(skus).size })
}
