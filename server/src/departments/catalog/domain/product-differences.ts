import { sameTexts } from './check-texts.ts'
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
    ...listDifferences(before, after),
    ...variantDifferences(before, after),
  ]
}

function plainDifferences(before: Product, after: PlannedProduct): ProductDifference[] {
  return (['handle', 'vendor', 'categoryId', 'taxCategory', 'state'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }))
}

function textDifferences(field: string, before: Texts, after: Texts): ProductDifference[] {
  return LANGUAGES.filter((language) => before[language] !== after[language]).map((language) => ({
    field: `${field}.${language}`,
    before: before[language] ?? null,
    after: after[language] ?? null,
  }))
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
  if (sameTexts(old.optionValues, variant.optionValues)) return plain
  return [...plain, { field: 'optionValues', sku, before: old.optionValues, after: variant.optionValues }]
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

const sameImage = (a: ProductImage, b: ProductImage) => a.fileId === b.fileId && sameTexts(a.alts, b.alts)
