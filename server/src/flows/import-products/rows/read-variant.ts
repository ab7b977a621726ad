import {
  isGtin,
  LIMITS,
  type Attribute,
  type ContentOfPiece,
  type ValuesToSet,
} from '../../../departments/catalog/index.ts'
import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { Place } from '../report.ts'
import { gtinOfIsbn } from './gtin-of-isbn.ts'
import { readAttributes } from './read-attributes.ts'
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
  /** Undefined where the file says nothing of prices at all. */
  readonly amount: bigint | undefined
  readonly compareAt: bigint | undefined
  /** Undefined where the file does not say, or where nobody may read it. */
  readonly cost: bigint | undefined
  readonly quantity: number | undefined
  readonly picture: string
  readonly content: ContentOfPiece | null | undefined
  readonly attributes: ValuesToSet | undefined
}

export interface VariantScope {
  readonly currency: CurrencyCode
  readonly optionCount: number
  /** The format's weights are in grams whatever its column for units says. */
  readonly grams: boolean
  /** An empty price leaves what the shop has. */
  readonly mayLackPrice: boolean
  readonly takesCosts: boolean
  /** Those of variants. */
  readonly attributes: readonly Attribute[]
}

const WEIGHT_UNITS = new Set(['', 'g', 'kg', 'lb', 'lbs', 'oz'])
const OPTION_NUMBERS = [1, 2, 3] as const

/** A variant of a row, or undefined when something of it was refused. */
export function readVariant(row: RowReader, scope: VariantScope): ReadVariant | undefined {
  const { currency, optionCount, grams } = scope
  const values = readValues(row, optionCount)
  const sku = row.limited('sku', row.code('sku'), LIMITS.sku)
  const weightGrams = row.text('weight') === '' ? undefined : row.grams('weight', grams ? 'g' : unitOf(row))
  if (!WEIGHT_UNITS.has(row.text('weightUnit').toLowerCase())) row.refuse('invalid_weight_unit', 'weightUnit')
  const quantity = row.text('quantity') === '' ? undefined : row.count('quantity')
  if (row.text('currency') !== '' && row.text('currency').toUpperCase() !== currency)
    row.refuse('other_currency', 'currency', { currency })
  const isPriced = row.has('price') && !(scope.mayLackPrice && row.text('price') === '')
  const prices = isPriced ? readPrices(row, currency) : {}
  const cost = scope.takesCosts && row.text('cost') !== '' ? row.price('cost', currency) : undefined
  const requiresShipping = row.boolean('requiresShipping')
  const gtin = readGtin(row)
  warnOfIgnored(row)
  if (values === undefined || sku === undefined || prices === undefined) return undefined
  return {
    place: row.place,
    sku,
    gtin,
    values,
    weightGrams,
    requiresShipping,
    amount: prices.amount,
    compareAt: prices.compareAt,
    cost,
    quantity,
    picture: row.text('variantImage'),
    content: readContent(row),
    attributes: readAttributes(row, scope.attributes),
  }
}

/** `250 g`: how much is in one piece. */
function readContent(row: RowReader): ContentOfPiece | null | undefined {
  if (!row.has('content')) return undefined
  const text = row.text('content')
  if (text === '') return null
  const [amount = '', unit = '', ...more] = text.split(/\s+/)
  return more.length === 0 && unit !== '' ? { amount, unit } : row.refuse('invalid_quantity', 'content')
}

/** Its own column's, else what stands in brackets in the heading: `Weight (kg)`. */
function unitOf(row: RowReader): string {
  const said = row.text('weightUnit').toLowerCase()
  return said || (/\((kg|g|lbs?|oz)\)/i.exec(row.nameOf('weight'))?.[1]?.toLowerCase() ?? 'g')
}

function readValues(row: RowReader, optionCount: number): string[] | undefined {
  const values = OPTION_NUMBERS.slice(0, optionCount).map((number) => {
    const field = `option${number}Value` as const
    const text = row.text(field)
    return text === '' ? row.refuse('missing_option_value', field) : row.limited(field, text, LIMITS.choiceName)
  })
  for (const number of OPTION_NUMBERS.slice(optionCount)) {
    const text = row.text(`option${number}Value`)
    if (text !== '' && text !== 'Default Title') row.refuse('missing_value', `option${number}Name`)
  }
  return values.every((value) => value !== undefined) ? values : undefined
}

interface ReadPrices {
  readonly amount?: bigint
  readonly compareAt?: bigint | undefined
}

function readPrices(row: RowReader, currency: CurrencyCode): ReadPrices | undefined {
  if (row.text('price') === '') return row.refuse('missing_value', 'price')
  const regular = row.price('price', currency)
  const sale = row.text('salePrice') === '' ? undefined : row.price('salePrice', currency)
  if (regular === undefined) return undefined
  if (sale !== undefined && sale < regular) return { amount: sale, compareAt: regular }
  return { amount: regular, compareAt: readCompareAt(row, currency, regular) }
}

/** The former price. Exports fill the column with 0 or with the price itself: then there is none. */
function readCompareAt(row: RowReader, currency: CurrencyCode, amount: bigint): bigint | undefined {
  if (row.text('compareAtPrice') === '') return undefined
  const former = row.price('compareAtPrice', currency)
  if (former === undefined || former > amount) return former
  if (former !== 0n && former !== amount) row.warn('ignored_value', 'compareAtPrice')
  return undefined
}

/** Digits of a GTIN's length must have its check digit; any other barcode is a shop's own, or broken, and is not kept. */
function readGtin(row: RowReader): string | null | undefined {
  if (!row.has('barcode')) return undefined
  const text = row.code('barcode').replaceAll(/[\s-]/g, '')
  if (text === '') return null
  if (isGtin(text)) return text
  const book = gtinOfIsbn(text)
  if (book !== undefined) return book
  if (/^(?:\d{8}|\d{12}|\d{13}|\d{14})$/.test(text)) return row.refuse('invalid_barcode', 'barcode')
  row.warn('ignored_value', 'barcode')
  return null
}

/** Nothing here sells below zero, free of tax or as a gift card by a file; who relied on it should know. */
function warnOfIgnored(row: RowReader): void {
  const policy = row.text('inventoryPolicy').toLowerCase()
  if (!['', 'deny', 'false', '0', 'no'].includes(policy)) row.warn('ignored_value', 'inventoryPolicy')
  if (row.boolean('taxable') === false) row.warn('ignored_value', 'taxable')
  if (row.boolean('giftCard') === true) row.warn('ignored_value', 'giftCard')
}
