import type { Context } from '../../../host/context.ts'
import { facetsOf } from '../domain/attribute-values.ts'
import { completenessOf } from '../domain/completeness.ts'
import { attributesOf, type Definitions } from '../domain/definitions.ts'
import type { ProductPlan } from '../domain/plan-product-change.ts'
import type { ProductDifference } from '../domain/product-differences.ts'
import type { Product, ProductId, VariantId } from '../domain/product.ts'
import { productChanged } from '../events.ts'
import { markCatalogChanged } from '../store/content-version.ts'
import {
  insertProduct,
  updateProduct,
  writeImages,
  writeOptions,
  writeVariants,
  type ProductToWrite,
} from '../store/write-product.ts'

export interface SavedProduct {
  readonly productId: ProductId
  readonly version: number
  readonly created: boolean
  readonly changed: boolean
  readonly differences: readonly ProductDifference[]
  /** Of the variants that are on sale: SKU -> id. */
  readonly variantIds: Readonly<Record<string, VariantId>>
}

export interface PlanToWrite {
  readonly plan: ProductPlan
  readonly definitions: Definitions
  /** Why, in the words of who does it. */
  readonly reason?: string | undefined
}

/** Writes what changes and nothing else: one version, one audit entry and one event per save, none where nothing changes. */
export function writePlan(
  ctx: Context,
  existing: Product | undefined,
  { plan, definitions, reason }: PlanToWrite,
): SavedProduct {
  const version = (existing?.version ?? 0) + (plan.differences.length > 0 ? 1 : 0)
  const id = existing?.id ?? ctx.newId<'product'>()
  const variants = plan.after.variants.map((variant) => ({ ...variant, id: variant.id ?? ctx.newId<'variant'>() }))
  const live = variants.filter((variant) => !variant.retired)
  const changed = plan.differences.length > 0
  if (changed) {
    const found = {
      facets: facetsNow(plan, definitions),
      completeness: completenessOf(plan.after, definitions).percent,
    }
    writeChanged(ctx, existing, plan, { id, version, product: plan.after, variants, ...found })
    tell(ctx, plan, { id, version, reason })
  }
  const variantIds = Object.fromEntries(live.map((variant) => [variant.sku, variant.id]))
  const { differences } = plan
  return { productId: id, version, created: existing === undefined, changed, differences, variantIds }
}

export function facetsNow({ after }: Pick<ProductPlan, 'after'>, definitions: Definitions): string[] {
  const live = after.variants.filter((variant) => !variant.retired)
  return facetsOf(
    [after.attributes, ...live.map(({ attributes }) => attributes)],
    attributesOf(definitions, after.familyCode),
  )
}

function writeChanged(ctx: Context, existing: Product | undefined, plan: ProductPlan, write: ProductToWrite): void {
  if (!existing) {
    insertProduct(ctx, write)
    writeOptions(ctx, write)
    writeVariants(ctx, write)
    writeImages(ctx, write)
    return
  }
  const fields = new Set(plan.differences.map((difference) => difference.field))
  const ofVariants = plan.differences.some((difference) => difference.sku !== undefined) || fields.has('variantOrder')
  updateProduct(ctx, write)
  if (fields.has('options')) writeOptions(ctx, write)
  // The options' names are part of the variants' titles.
  if (ofVariants || fields.has('options')) writeVariants(ctx, write)
  if (fields.has('images')) writeImages(ctx, write)
}

function tell(
  ctx: Context,
  { after, differences }: ProductPlan,
  { id, version, reason }: { id: ProductId; version: number; reason: string | undefined },
): void {
  markCatalogChanged(ctx)
  ctx.emit(productChanged({ id, version, handle: after.handle, state: after.state }))
  ctx.audit({
    action: 'catalog:write',
    objectType: 'product',
    objectId: id,
    version,
    ...(reason === undefined ? {} : { reason }),
    changes: differences.map(({ field, sku, before, after: now }) => ({
      field: sku === undefined ? field : `variants.${sku}.${field}`,
      before,
      after: now,
    })),
  })
}
