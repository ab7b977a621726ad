import { isGtin, LIMITS } from '../../../departments/catalog/index.ts'
import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { Place } from '../report.ts'
import type { RowReader } from './row-reader.ts'

export interface ReadVariant {
  readonly place: Place
  /** Empty where the file has none: one is derived then. */
  readonly sku: string
  readonly gtin: string | null | undefined
  /** As the file writes them, one for each of the product's options. */
  readonly values: readonly string[]
  readonly weightGrams: number | undefined
  readonly requiresShipping: boolean | undefined
  readonly amount: bigint
  readonly compareAt: bigint | undefined
  readonly quantity: number | undefined
  readonly picture: string
}

const WEIGHT_UNITS = new Set(['', 'g', 'kg', 'lb', 'oz'])
const OPTION_NUMBERS = [1, 2, 3] as const

/** A variant of a row, or undefined when something of it was refused. */
export function readVariant(
  row: RowReader,
  { currency, optionCount }: { currency: CurrencyCode; optionCount: number },
): ReadVariant | undefined {
  const values = readValues(row, optionCount)
  const sku = row.limited('Variant SKU', row.code('Variant SKU'), LIMITS.sku)
  const weightGrams = row.text('Variant Grams') === '' ? undefined : row.grams('Variant Grams')
  if (!WEIGHT_UNITS.has(row.text('Variant Weight Unit').toLowerCase())) {
    row.refuse('invalid_weight_unit', 'Variant Weight Unit')
  }
  const quantity = row.text('Variant Inventory Qty') === '' ? undefined : row.count('Variant Inventory Qty')
  const amount =
    row.text('Variant Price') === ''
      ? row.refuse('missing_value', 'Variant Price')
      : row.price('Variant Price', currency)
  const compareAt = readCompareAt(row, currency, amount)
  const requiresShipping = row.boolean('Variant Requires Shipping')
  const gtin = readGtin(row)
  warnOfIgnored(row)
  if (values === undefined || sku === undefined || amount === undefined) return undefined
  return {
    place: row.place,
    sku,
    gtin,
    values,
    weightGrams,
    requiresShipping,
    amount,
    compareAt,
    quantity,
    picture: row.text('Variant Image'),
  }
}

function readValues(row: RowReader, optionCount: number): string[] | undefined {
  const values = OPTION_NUMBERS.slice(0, optionCount).map((number) => {
    const column = `Option${number} Value` as const
    const text = row.text(column)
    return text === '' ? row.refuse('missing_option_value', column) : row.limited(column, text, LIMITS.choiceName)
  })
  for (const number of OPTION_NUMBERS.slice(optionCount)) {
    const column = `Option${number} Value` as const
    if (row.text(column) !== '' && row.text(column) !== 'Default Title')
      row.refuse('missing_value', `Option${number} Name`)
  }
  return values.every((value) => value !== undefined) ? values : undefined
}

/** The former price. Shopify's exports fill the column with 0 or with the price itself: then there is none. */
function readCompareAt(row: RowReader, currency: CurrencyCode, amount: bigint | undefined): bigint | undefined {
  if (row.text('Variant Compare At Price') === '') return undefined
  const former = row.price('Variant Compare At Price', currency)
  if (former === undefined || amount === undefined || former > amount) return former
  if (former !== 0n && former !== amount) row.warn('ignored_value', 'Variant Compare At Price')
  return undefined
}

/** Digits of a GTIN's length must have its check digit; any other barcode is a shop's own and is not kept. */
function readGtin(row: RowReader): string | null | undefined {
  if (!row.has('Variant Barcode')) return undefined
  const text = row.code('Variant Barcode').replaceAll(/[\s-]/g, '')
  if (text === '') return null
  if (isGtin(text)) return text
  if (/^(?:\d{8}|\d{12}|\d{13}|\d{14})$/.test(text)) return row.refuse('invalid_barcode', 'Variant Barcode')
  row.warn('ignored_value', 'Variant Barcode')
  return null
}

/** Nothing here sells below zero, free of tax or as a gift card yet; who relied on it should know. */
function warnOfIgnored(row: RowReader): void {
  const policy = row.text('Variant Inventory Policy').toLowerCase()
  if (policy !== '' && policy !== 'deny' && policy !== 'false') row.warn('ignored_value', 'Variant Inventory Policy')
  if (row.boolean('Variant Taxable') === false) row.warn('ignored_value', 'Variant Taxable')
  if (row.boolean('Gift Card') === true) row.warn('ignored_value', 'Gift Card')
}
