import type { Refused } from '../../../kernel/result.ts'
import { complianceFlaws } from './check-compliance.ts'
import { textFlaws } from './check-texts.ts'
import { contentFlaws } from './content-of-piece.ts'
import { isGtin } from './gtin.ts'
import { LIMITS, type Option, type PlannedProduct, type PlannedVariant } from './product.ts'
import { refusals } from './refusals.ts'

const HANDLE = /^[a-z0-9]+(?:[-_]+[a-z0-9]+)*$/
/** No blanks at the ends, nothing that does not print: a SKU is typed, scanned and printed on labels. */
const SKU = /^[\p{L}\p{N}\p{P}\p{S}]+(?: [\p{L}\p{N}\p{P}\p{S}]+)*$/u
const CODE = /^[a-z0-9]+(?:[-_]+[a-z0-9]+)*$/

/** Everything that keeps a product from being saved as it is, in the order of its fields. */
export function productFlaws(product: PlannedProduct): Refused[] {
  const live = product.variants.filter((variant) => !variant.retired)
  return [
    ...handleFlaws(product.handle),
    ...textFlaws(product.names, { field: 'names', max: LIMITS.name, required: true }),
    ...textFlaws(product.descriptions, { field: 'descriptions', max: LIMITS.description, required: false }),
    ...textFlaws(product.seoTitles, { field: 'seoTitles', max: LIMITS.seoTitle, required: false }),
    ...textFlaws(product.seoDescriptions, { field: 'seoDescriptions', max: LIMITS.seoDescription, required: false }),
    ...shortTextFlaws(product),
    ...optionFlaws(product.options),
    ...variantFlaws(live, product.options),
    ...(product.images.length > LIMITS.images
      ? [refusals.too_many_images({ field: 'images', params: { max: LIMITS.images } })]
      : []),
    ...product.images.flatMap((image, at) =>
      textFlaws(image.alts, { field: `images.${at}.alts`, max: LIMITS.name, required: false }),
    ),
    ...complianceFlaws(product),
  ]
}

export function handleFlaws(handle: string): Refused[] {
  if (handle.length > LIMITS.handle)
    return [refusals.text_too_long({ field: 'handle', params: { max: LIMITS.handle } })]
  return HANDLE.test(handle) ? [] : [refusals.invalid_handle({ field: 'handle' })]
}

function shortTextFlaws({ vendor, tags }: Pick<PlannedProduct, 'vendor' | 'tags'>): Refused[] {
  const flaws: Refused[] = []
  if (vendor.length > LIMITS.vendor) {
    flaws.push(refusals.text_too_long({ field: 'vendor', params: { max: LIMITS.vendor } }))
  }
  if (tags.length > LIMITS.tags || tags.some((tag) => tag.length > LIMITS.tag)) {
    flaws.push(refusals.text_too_long({ field: 'tags', params: { max: LIMITS.tag } }))
  }
  return flaws
}

function optionFlaws(options: readonly Option[]): Refused[] {
  if (options.length > LIMITS.options) {
    return [refusals.too_many_options({ field: 'options', params: { max: LIMITS.options } })]
  }
  const codes = options.map((option) => option.code)
  return options.flatMap((option, at) => {
    const choices = option.choices.map((choice) => choice.code)
    const field = `options.${at}`
    return [
      ...(codes.indexOf(option.code) !== at || !CODE.test(option.code) ? [refusals.option_repeated({ field })] : []),
      ...textFlaws(option.names, { field: `${field}.names`, max: LIMITS.optionName, required: true }),
      ...(new Set(choices).size < choices.length || !choices.every((code) => CODE.test(code))
        ? [refusals.option_repeated({ field: `${field}.choices` })]
        : []),
      ...option.choices.flatMap((choice, place) =>
        textFlaws(choice.names, { field: `${field}.choices.${place}.names`, max: LIMITS.choiceName, required: true }),
      ),
    ]
  })
}

function variantFlaws(variants: readonly PlannedVariant[], options: readonly Option[]): Refused[] {
  if (variants.length === 0) return [refusals.variant_missing({ field: 'variants' })]
  if (variants.length > LIMITS.variants) {
    return [refusals.too_many_variants({ field: 'variants', params: { max: LIMITS.variants } })]
  }
  const skus = new Set<string>()
  const combinations = new Set<string>()
  return variants.flatMap((variant, at) => {
    const field = `variants.${at}`
    const flaws = [...codeFlaws(variant, field), ...valueFlaws(variant, options, field)]
    const params = { sku: variant.sku }
    if (skus.has(variant.sku)) flaws.push(refusals.sku_repeated({ field: `${field}.sku`, params }))
    skus.add(variant.sku)
    const combination = JSON.stringify(options.map((option) => variant.optionValues[option.code] ?? null))
    if (combinations.has(combination))
      flaws.push(refusals.combination_repeated({ field: `${field}.optionValues`, params }))
    combinations.add(combination)
    return flaws
  })
}

/** Flaws of what a label says: SKU, barcode, weight, content. */
export function codeFlaws({ sku, gtin, weightGrams, content }: PlannedVariant, field: string): Refused[] {
  const flaws: Refused[] = []
  if (sku.length > LIMITS.sku || !SKU.test(sku)) {
    flaws.push(refusals.invalid_sku({ field: `${field}.sku`, params: { max: LIMITS.sku } }))
  }
  if (gtin !== null && !isGtin(gtin)) flaws.push(refusals.invalid_gtin({ field: `${field}.gtin`, params: { gtin } }))
  if (!Number.isInteger(weightGrams) || weightGrams < 0 || weightGrams > LIMITS.weightGrams) {
    flaws.push(refusals.invalid_weight({ field: `${field}.weightGrams` }))
  }
  return [...flaws, ...contentFlaws(content, `${field}.content`)]
}

function valueFlaws({ sku, optionValues }: PlannedVariant, options: readonly Option[], field: string): Refused[] {
  const known = new Map(options.map((option) => [option.code, new Set(option.choices.map((choice) => choice.code))]))
  const missing = options.filter((option) => optionValues[option.code] === undefined)
  const unknown = Object.entries(optionValues).filter(([code, value]) => !known.get(code)?.has(value))
  return [
    ...missing.map(({ code }) =>
      refusals.option_value_missing({ field: `${field}.optionValues.${code}`, params: { sku, option: code } }),
    ),
    ...unknown.map(([code, value]) =>
      refusals.unknown_option_value({ field: `${field}.optionValues.${code}`, params: { sku, option: code, value } }),
    ),
  ]
}
