import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { Field } from './field.ts'
import type { FieldRow, Format } from './format.ts'

const COLUMNS: readonly (readonly [string, Field])[] = [
  ['slug', 'handle'],
  ['sku', 'sku'],
  ['name', 'name'],
  ['price', 'price'],
  ['compare_at_price', 'compareAtPrice'],
  ['currency', 'currency'],
  ['status', 'status'],
  ['description', 'description'],
  ['tags', 'tags'],
  ['category1', 'categoryPath'],
  ['product_type', 'category'],
  ['option1_name', 'option1Name'],
  ['option1_value', 'option1Value'],
  ['option2_name', 'option2Name'],
  ['option2_value', 'option2Value'],
  ['option3_name', 'option3Name'],
  ['option3_value', 'option3Value'],
  ['image1_src', 'image'],
  ['weight', 'weight'],
  ['weight_unit', 'weightUnit'],
  ['inventory_count', 'quantity'],
  ['inventory_backorderable', 'inventoryPolicy'],
  ['barcode', 'barcode'],
]

const PASSED_OVER = new Set([
  ...['meta_title', 'meta_description', 'meta_keywords', 'width', 'height', 'depth', 'dimensions_unit', 'available_on'],
  ...['discontinue_on', 'track_inventory', 'tax_category', 'product_id', 'shipping_category', 'digital'],
])
const OTHERS = /^(?:category[23]|image[23]_src|option[123]_position)$/

const byName = new Map<string, Field>(COLUMNS)

const OF_VARIANTS = ['sku', 'price', 'compareAtPrice', 'quantity', 'weight', 'barcode'] as const
const OPTION_NAMES = ['option1Name', 'option2Name', 'option3Name'] as const

/**
 * A product's first row says what it is and has a price of nothing; the rows with options behind it are its variants; a row with
 * nothing but SKU, currency and price says what a variant costs in another currency.
 */
function arrange(rows: readonly FieldRow[], { currency }: { readonly currency: CurrencyCode }): FieldRow[] {
  const said = (row: FieldRow, field: Field) => row.cells.get(field) ?? ''
  const variantOf = new Map(
    rows.filter((row) => said(row, 'option1Value') !== '').map((row) => [said(row, 'handle').toLowerCase(), row]),
  )
  const isPrice = (row: FieldRow) => said(row, 'name') === '' && said(row, 'option1Value') === ''
  const prices = new Map(rows.filter((row) => said(row, 'currency') === currency).map((row) => [said(row, 'sku'), row]))
  return rows
    .filter((row) => !isPrice(row))
    .map((row) => {
      const cells = new Map(row.cells)
      const variant = variantOf.get(said(row, 'handle').toLowerCase())
      if (variant && said(row, 'name') !== '' && said(row, 'option1Value') === '') {
        // What it is, and what one may choose; what is sold stands below it.
        for (const field of OF_VARIANTS) cells.delete(field)
        for (const field of OPTION_NAMES) cells.set(field, said(variant, field))
        return { ...row, cells }
      }
      const priced = prices.get(said(row, 'sku'))
      for (const field of ['price', 'compareAtPrice'] as const)
        cells.set(field, priced === undefined ? '' : said(priced, field))
      cells.set('currency', currency)
      return { ...row, cells }
    })
}

export const spree: Format = {
  key: 'spree',
  marks: [['slug', 'sku', 'name', 'price']],
  meaningOf: (heading) =>
    byName.get(heading) ?? (PASSED_OVER.has(heading) || OTHERS.test(heading) ? 'passed_over' : undefined),
  names: Object.fromEntries(COLUMNS.map(([name, field]) => [field, name])),
  required: ['handle', 'name', 'price'],
  html: true,
  arrange,
}
