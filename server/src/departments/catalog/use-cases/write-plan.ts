import type { Context } from '../../../host/context.ts'
import { facetsOf } from '../domain/attribute-values.ts'
import { completenessOf } from '../domain/completeness.ts'
import { attributesOf, type Definitions } from '../domain/definitions.ts'
import type { ProductPlan } from '../domain/plan-product-change.ts'
import type { ProductDifference } from '../domain/product-differences.ts'
import type { Product, ProductId, VariantId } from '../domain/product.ts'
import { optionTexts, productTexts } from '../domain/translation.ts'
import { productChanged } from '../events.ts'
import { markCatalogChanged } from '../store/content-version.ts'
import { noteTexts } from '../store/outdated-texts.ts'
import {
  insertProducts,
  updateProducts,
  writeImages,
  writeOptions,
  writeVariants,
  type ProductToWrite,
} from '../store/write-product.ts'
import { noteOffersDue } from './note-offers-due.ts'

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
export function writePlan(ctx: Context, existing: Product | undefined, plan: PlanToWrite): SavedProduct {
  const prepared = preparePlan(ctx, existing, plan)
  writePlans(ctx, [prepared])
  return prepared.saved
}

/** What a save will write, with the ids and the version that it gives; nothing is written yet. */
export interface PreparedPlan extends PlanToWrite {
  readonly existing: Product | undefined
  readonly write: ProductToWrite
  readonly saved: SavedProduct
}

export function preparePlan(
  ctx: Pick<Context, 'newId'>,
  existing: Product | undefined,
  toWrite: PlanToWrite,
): PreparedPlan {
  const { plan, definitions } = toWrite
  const changed = plan.differences.length > 0
  const version = (existing?.version ?? 0) + (changed ? 1 : 0)
  const id = existing?.id ?? ctx.newId<'product'>()
  const variants = plan.after.variants.map((variant) => ({ ...variant, id: variant.id ?? ctx.newId<'variant'>() }))
  const live = variants.filter((variant) => !variant.retired)
  const found = {
    facets: changed ? facetsNow(plan, definitions) : [],
    completeness: changed ? completenessOf(plan.after, definitions).percent : 0,
  }
  const variantIds = Object.fromEntries(live.map((variant) => [variant.sku, variant.id]))
  const { differences } = plan
  return {
    ...toWrite,
    existing,
    write: { id, version, product: plan.after, variants, ...found },
    saved: { productId: id, version, created: existing === undefined, changed, differences, variantIds },
  }
}

/** What lists by price go by; of the new ones nothing has a price yet. */
const MOVING = ['state', 'categoryId', 'vendor'] as const

const isOfVariant = ({ sku }: ProductDifference) => sku !== undefined

/** One statement for each table, however many products. */
export function writePlans(ctx: Context, prepared: readonly PreparedPlan[]): void {
  const changed = prepared.filter(({ saved }) => saved.changed)
  const fresh = changed.filter(({ existing }) => existing === undefined)
  const known = changed.filter(({ existing }) => existing !== undefined)
  const ofFresh = fresh.map(({ write }) => write)
  insertProducts(ctx, ofFresh)
  updateProducts(
    ctx,
    known.map(({ write }) => write),
  )
  const touching = (touches: (fields: ReadonlySet<string>, plan: ProductPlan) => boolean) =>
    known
      .filter(({ plan }) => touches(new Set(plan.differences.map(({ field }) => field)), plan))
      .map(({ write }) => write)
  writeOptions(ctx, ofFresh, { fresh: true })
  writeOptions(
    ctx,
    touching((fields) => fields.has('options')),
    { fresh: false },
  )
  // The options' names are part of the variants' titles.
  const ofVariants = touching(
    (fields, { differences }) => fields.has('options') || fields.has('variantOrder') || differences.some(isOfVariant),
  )
  writeVariants(ctx, [...ofFresh, ...ofVariants])
  writeImages(ctx, ofFresh, { fresh: true })
  writeImages(
    ctx,
    touching((fields) => fields.has('images')),
    { fresh: false },
  )
  noteOffersDue(
    ctx,
    touching(
      (fields, { differences }) => MOVING.some((field) => fields.has(field)) || differences.some(isOfVariant),
    ).map(({ id }) => id),
  )
  for (const { plan, write, reason } of changed) tell(ctx, plan, { id: write.id, version: write.version, reason })
  noteTexts(
    ctx,
    known.flatMap(({ existing, write: { id, product } }) =>
      existing ? [...productTexts(id, existing, product), ...optionTexts(id, existing.options, product.options)] : [],
    ),
  )
  if (changed.length > 0) markCatalogChanged(ctx)
}

export function facetsNow({ after }: Pick<ProductPlan, 'after'>, definitions: Definitions): string[] {
  const live = after.variants.filter((variant) => !variant.retired)
  return facetsOf(
    [after.attributes, ...live.map(({ attributes }) => attributes)],
    attributesOf(definitions, after.familyCode),
  )
}

function tell(
  ctx: Context,
  { after, differences }: ProductPlan,
  { id, version, reason }: { id: ProductId; version: number; reason: string | undefined },
): void {
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
