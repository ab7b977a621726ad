import { isTexts, type AttributeValue, type AttributeValues } from './attribute-values.ts'
import { sameTexts } from './check-texts.ts'
import { sameContent } from './content-of-piece.ts'
import { sameFocal } from './focal-point.ts'
import {
  LANGUAGES,
  type Option,
  type PlannedProduct,
  type PlannedVariant,
  type Product,
  type ProductImage,
  type Texts,
} from './product.ts'

/** One field of a product, or of one of its variants (then with its SKU), before and after. `null` is "nothing there". */
export interface ProductDifference {
  readonly field: string
  readonly sku?: string
  readonly before: unknown
  readonly after: unknown
}

/** A new product is one difference and one for each of its variants, not thirty. */
export function productDifferences(before: Product | undefined, after: PlannedProduct): ProductDifference[] {
  if (!before) {
    const variants = after.variants.map(({ sku }) => ({ field: 'variant', sku, before: null, after: sku }))
    return [{ field: 'product', before: null, after: after.handle }, ...variants]
  }
  return [
    ...plainDifferences(before, after),
    ...textDifferences('names', before.names, after.names),
    ...textDifferences('descriptions', before.descriptions, after.descriptions),
    ...textDifferences('seoTitles', before.seoTitles, after.seoTitles),
    ...textDifferences('seoDescriptions', before.seoDescriptions, after.seoDescriptions),
    ...textDifferences('warnings', before.warnings, after.warnings),
    ...listDifferences(before, after),
    ...valueDifferences('attributes', before.attributes, after.attributes),
    ...variantDifferences(before, after),
  ]
}

export const PLAIN_FIELDS = [
  ...(['handle', 'vendor', 'categoryId', 'taxCategory', 'state', 'familyCode'] as const),
  ...(['makerId', 'responsibleId', 'hsCode', 'originCountry', 'durabilityYears', 'passportUrl'] as const),
]

function plainDifferences(before: Product, after: PlannedProduct): ProductDifference[] {
  return PLAIN_FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }))
}

function textDifferences(field: string, before: Texts, after: Texts): ProductDifference[] {
  return LANGUAGES.filter((language) => before[language] !== after[language]).map((language) => ({
    field: `${field}.${language}`,
    before: before[language] ?? null,
    after: after[language] ?? null,
  }))
}

/** `attributes.material`, each by itself, so that each can be taken back by itself. */
function valueDifferences(field: string, before: AttributeValues, after: AttributeValues): ProductDifference[] {
  const codes = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted()
  return codes
    .filter((code) => !sameValue(before[code], after[code]))
    .map((code) => ({ field: `${field}.${code}`, before: before[code] ?? null, after: after[code] ?? null }))
}

function sameValue(a: AttributeValue | undefined, b: AttributeValue | undefined): boolean {
  if (a === undefined || b === undefined || typeof a !== 'object' || typeof b !== 'object') return a === b
  if (isTexts(a) && isTexts(b)) return sameTexts(a, b)
  return JSON.stringify(a) === JSON.stringify(b)
}

function listDifferences(before: Product, after: PlannedProduct): ProductDifference[] {
  const differences: ProductDifference[] = []
  if (before.tags.join('\n') !== after.tags.join('\n')) {
    differences.push({ field: 'tags', before: before.tags, after: after.tags })
  }
  if (!sameList(before.options, after.options, sameOption)) {
    differences.push({ field: 'options', before: before.options, after: after.options })
  }
  if (!sameList(before.images, after.images, sameImage)) {
    differences.push({ field: 'images', before: before.images, after: after.images })
  }
  return differences
}

const VARIANT_FIELDS = ['gtin', 'weightGrams', 'requiresShipping', 'imageFileId', 'retired'] as const

function variantDifferences(before: Product, after: PlannedProduct): ProductDifference[] {
  const bySku = new Map(before.variants.map((variant) => [variant.sku, variant]))
  const own = after.variants.flatMap((variant): ProductDifference[] => {
    const old = bySku.get(variant.sku)
    if (!old) return [{ field: 'variant', sku: variant.sku, before: null, after: variant.sku }]
    return oneVariantDifferences(old, variant)
  })
  const order = (variants: readonly PlannedVariant[]) => variants.filter((one) => !one.retired).map((one) => one.sku)
  const [was, is] = [order(before.variants), order(after.variants)]
  const stayed = new Set(was)
  const moved = is.filter((sku) => stayed.has(sku)).join('\n') !== was.filter((sku) => is.includes(sku)).join('\n')
  return moved ? [...own, { field: 'variantOrder', before: was, after: is }] : own
}

function oneVariantDifferences(old: PlannedVariant, variant: PlannedVariant): ProductDifference[] {
  const { sku } = variant
  const plain = VARIANT_FIELDS.filter((field) => old[field] !== variant[field]).map((field) => ({
    field,
    sku,
    before: old[field],
    after: variant[field],
  }))
  const values = valueDifferences('attributes', old.attributes, variant.attributes).map((one) => ({ ...one, sku }))
  return [
    ...plain,
    ...values,
    ...(sameContent(old.content, variant.content)
      ? []
      : [{ field: 'content', sku, before: old.content, after: variant.content }]),
    ...(sameTexts(old.optionValues, variant.optionValues)
      ? []
      : [{ field: 'optionValues', sku, before: old.optionValues, after: variant.optionValues }]),
  ]
}

function sameList<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return a.length === b.length && a.every((item, at) => same(item, b[at] as T))
}

function sameOption(a: Option, b: Option): boolean {
  return (
    a.code === b.code &&
    sameTexts(a.names, b.names) &&
    sameList(a.choices, b.choices, (x, y) => x.code === y.code && sameTexts(x.names, y.names))
  )
}

const sameImage = (a: ProductImage, b: ProductImage) =>
  a.fileId === b.fileId && sameTexts(a.alts, b.alts) && sameFocal(a.focal, b.focal)
