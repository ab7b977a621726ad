import type { Refused, Result } from '../../../kernel/result.ts'
import { ok } from '../../../kernel/result.ts'
import { productFlaws } from './check-product.ts'
import { mergedTexts } from './check-texts.ts'
import { productDifferences, type ProductDifference } from './product-differences.ts'
import {
  DEFAULT_TAX_CATEGORY,
  type PlannedProduct,
  type PlannedVariant,
  type Product,
  type ProductDraft,
  type VariantDraft,
} from './product.ts'

export interface ProductPlan {
  readonly after: PlannedProduct
  /** Empty when the product is already as wanted: then nothing is written, neither row nor audit. */
  readonly differences: readonly ProductDifference[]
}

const BLANK: PlannedProduct = {
  handle: '',
  names: {},
  descriptions: {},
  vendor: '',
  categoryId: null,
  tags: [],
  taxCategory: DEFAULT_TAX_CATEGORY,
  state: 'draft',
  options: [],
  variants: [],
  images: [],
}

/** What a product becomes when a draft is laid over it, and what of it changes; refused with every flaw at once. */
export function planProductChange(existing: Product | undefined, draft: ProductDraft): Result<ProductPlan> {
  const before = existing ?? BLANK
  const after: PlannedProduct = {
    handle: draft.handle,
    names: mergedTexts(before.names, draft.names),
    descriptions: mergedTexts(before.descriptions, draft.descriptions),
    vendor: (draft.vendor ?? before.vendor).trim(),
    categoryId: draft.categoryId === undefined ? before.categoryId : draft.categoryId,
    tags: draft.tags ?? before.tags,
    taxCategory: draft.taxCategory ?? before.taxCategory,
    state: draft.state ?? before.state,
    options: draft.options ?? before.options,
    variants: draft.variants ? plannedVariants(before.variants, draft.variants) : before.variants,
    images: draft.images ?? before.images,
  }
  const flaws = productFlaws(after)
  return flaws.length > 0 ? together(flaws) : ok({ after, differences: productDifferences(existing, after) })
}

/** Found again by SKU; what the list does not name is retired and keeps its id, for orders speak of it. */
function plannedVariants(existing: readonly PlannedVariant[], drafts: readonly VariantDraft[]): PlannedVariant[] {
  const bySku = new Map(existing.map((variant) => [variant.sku, variant]))
  const wanted = drafts.map((draft) => plannedVariant(bySku.get(draft.sku), draft))
  const skus = new Set(drafts.map((draft) => draft.sku))
  const left = existing.filter((variant) => !skus.has(variant.sku)).map((variant) => ({ ...variant, retired: true }))
  return [...wanted, ...left]
}

function plannedVariant(existing: PlannedVariant | undefined, draft: VariantDraft): PlannedVariant {
  return {
    id: existing?.id ?? null,
    sku: draft.sku,
    gtin: draft.gtin === undefined ? (existing?.gtin ?? null) : draft.gtin,
    optionValues: draft.optionValues ?? existing?.optionValues ?? {},
    weightGrams: draft.weightGrams ?? existing?.weightGrams ?? 0,
    requiresShipping: draft.requiresShipping ?? existing?.requiresShipping ?? true,
    imageFileId: draft.imageFileId === undefined ? (existing?.imageFileId ?? null) : draft.imageFileId,
    retired: false,
  }
}

/** The first flaw speaks; the others stand beside it, so that a person mends everything at once. */
export function together(flaws: readonly Refused[]): Refused {
  const [first, ...others] = flaws.map((flaw) => flaw.refusal)
  if (first === undefined) throw new Error('no flaw to tell of')
  return { ok: false, refusal: others.length === 0 ? first : { ...first, others: [first, ...others].slice(0, 50) } }
}
