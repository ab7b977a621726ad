import { ok, type Refused, type Result } from '../../../kernel/result.ts'
import { mergedValues, valueFlaws, valuesOf, type AttributeValues } from './attribute-values.ts'
import { productFlaws } from './check-product.ts'
import { mergedTexts } from './check-texts.ts'
import { attributesOf, NO_DEFINITIONS, type Definitions } from './definitions.ts'
import { withFocals } from './focal-point.ts'
import { productDifferences, type ProductDifference } from './product-differences.ts'
import {
  DEFAULT_TAX_CATEGORY,
  type Compliance,
  type PlannedProduct,
  type PlannedVariant,
  type Product,
  type ProductDraft,
  type VariantDraft,
} from './product.ts'
import { refusals } from './refusals.ts'
import { together } from './together.ts'

export interface ProductPlan {
  readonly after: PlannedProduct
  /** Empty when the product is already as wanted: then nothing is written, neither row nor audit. */
  readonly differences: readonly ProductDifference[]
}

const BLANK: PlannedProduct = {
  handle: '',
  names: {},
  descriptions: {},
  seoTitles: {},
  seoDescriptions: {},
  vendor: '',
  categoryId: null,
  tags: [],
  taxCategory: DEFAULT_TAX_CATEGORY,
  state: 'draft',
  options: [],
  variants: [],
  images: [],
  familyCode: null,
  attributes: {},
  makerId: null,
  responsibleId: null,
  warnings: {},
  hsCode: null,
  originCountry: null,
  durabilityYears: null,
  passportUrl: null,
}

/**
 * What a product becomes when a draft is laid over it, and what of it changes; refused with every flaw at once. The definitions
 * are asked where the draft speaks of family or attributes; what it does not speak of stays as it was saved.
 */
export function planProductChange(
  existing: Product | undefined,
  draft: ProductDraft,
  definitions: Definitions = NO_DEFINITIONS,
): Result<ProductPlan> {
  const before = existing ?? BLANK
  const familyCode = draft.familyCode === undefined ? before.familyCode : draft.familyCode
  const after: PlannedProduct = {
    handle: draft.handle,
    names: mergedTexts(before.names, draft.names),
    descriptions: mergedTexts(before.descriptions, draft.descriptions),
    seoTitles: mergedTexts(before.seoTitles, draft.seoTitles),
    seoDescriptions: mergedTexts(before.seoDescriptions, draft.seoDescriptions),
    vendor: (draft.vendor ?? before.vendor).trim(),
    categoryId: draft.categoryId === undefined ? before.categoryId : draft.categoryId,
    tags: draft.tags ?? before.tags,
    taxCategory: draft.taxCategory ?? before.taxCategory,
    state: draft.state ?? before.state,
    options: draft.options ?? before.options,
    variants: draft.variants ? plannedVariants(before.variants, draft.variants) : before.variants,
    images: draft.images ? withFocals(before.images, draft.images) : before.images,
    familyCode,
    attributes: mergedValues(before.attributes, draft.attributes),
    ...complianceOf(before, draft),
  }
  const fitted = draft.familyCode === undefined ? after : withinFamily(after, definitions)
  const flaws = [...productFlaws(fitted), ...attributeFlaws(draft, familyCode, definitions)]
  return flaws.length > 0 ? together(flaws) : ok({ after: fitted, differences: productDifferences(existing, fitted) })
}

function complianceOf(before: Compliance, draft: ProductDraft): Compliance {
  const said = <T>(now: T | undefined, was: T): T => (now === undefined ? was : now)
  return {
    makerId: said(draft.makerId, before.makerId),
    responsibleId: said(draft.responsibleId, before.responsibleId),
    warnings: mergedTexts(before.warnings, draft.warnings),
    hsCode: said(draft.hsCode, before.hsCode)?.replaceAll(/[ .]/g, '') || null,
    originCountry: said(draft.originCountry, before.originCountry),
    durabilityYears: said(draft.durabilityYears, before.durabilityYears),
    passportUrl: said(draft.passportUrl, before.passportUrl)?.trim() || null,
  }
}

/** A product that changes its family loses what the new one does not ask. */
function withinFamily(product: PlannedProduct, definitions: Definitions): PlannedProduct {
  const attributes = attributesOf(definitions, product.familyCode)
  const kept = (values: AttributeValues, perVariant: boolean) =>
    valuesOf(
      values,
      attributes.filter((attribute) => attribute.perVariant === perVariant),
    )
  return {
    ...product,
    attributes: kept(product.attributes, false),
    variants: product.variants.map((variant) => ({ ...variant, attributes: kept(variant.attributes, true) })),
  }
}

function attributeFlaws(draft: ProductDraft, familyCode: string | null, definitions: Definitions): Refused[] {
  if (draft.familyCode && !definitions.families.has(draft.familyCode)) {
    return [refusals.unknown_family({ field: 'familyCode' })]
  }
  const attributes = attributesOf(definitions, familyCode)
  const ofProduct = attributes.filter(({ perVariant }) => !perVariant)
  const ofVariants = attributes.filter(({ perVariant }) => perVariant)
  return [
    ...valueFlaws(draft.attributes ?? {}, ofProduct, 'attributes'),
    ...(draft.variants ?? []).flatMap((variant, at) =>
      valueFlaws(variant.attributes ?? {}, ofVariants, `variants.${at}.attributes`),
    ),
  ]
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
    attributes: mergedValues(existing?.attributes ?? {}, draft.attributes),
    content: draft.content === undefined ? (existing?.content ?? null) : draft.content,
    retired: false,
  }
}
