/** Columns that are read, as Shopify's documentation writes them ("Using CSV files to import and export products"). */
export const COLUMNS = [
  'Handle',
  'Title',
  'Body (HTML)',
  'Vendor',
  'Type',
  'Product Category',
  'Tags',
  'Published',
  'Status',
  'Option1 Name',
  'Option1 Value',
  'Option2 Name',
  'Option2 Value',
  'Option3 Name',
  'Option3 Value',
  'Variant SKU',
  'Variant Grams',
  'Variant Weight Unit',
  'Variant Inventory Qty',
  'Variant Inventory Policy',
  'Variant Price',
  'Variant Compare At Price',
  'Variant Requires Shipping',
  'Variant Taxable',
  'Variant Barcode',
  'Variant Image',
  'Image Src',
  'Image Position',
  'Image Alt Text',
  'Gift Card',
] as const
export type Column = (typeof COLUMNS)[number]

/** The names of Shopify's newer template for the same things. */
const NEWER_NAMES: Readonly<Record<string, Column>> = {
  'url handle': 'Handle',
  description: 'Body (HTML)',
  'published on online store': 'Published',
  sku: 'Variant SKU',
  barcode: 'Variant Barcode',
  price: 'Variant Price',
  'compare-at price': 'Variant Compare At Price',
  'charge tax': 'Variant Taxable',
  'inventory quantity': 'Variant Inventory Qty',
  'continue selling when out of stock': 'Variant Inventory Policy',
  'weight value (grams)': 'Variant Grams',
  'weight unit for display': 'Variant Weight Unit',
  'requires shipping': 'Variant Requires Shipping',
  'product image url': 'Image Src',
  'image position': 'Image Position',
  'image alt text': 'Image Alt Text',
  'variant image url': 'Variant Image',
  'gift card': 'Gift Card',
}

/** Shopify's own, known and of no use here: nothing is said about them. */
const PASSED_OVER = new Set([
  'variant inventory tracker',
  'variant fulfillment service',
  'variant tax code',
  'inventory tracker',
  'fulfillment service',
  'cost per item',
  'seo title',
  'seo description',
  'option1 linked to',
  'option2 linked to',
  'option3 linked to',
])
const PASSED_OVER_BEGINNINGS = ['google shopping /', 'google: ', 'included / ', 'price / ', 'compare at price / ']

const byName = new Map([
  ...COLUMNS.map((column) => [column.toLowerCase(), column] as const),
  ...Object.entries(NEWER_NAMES),
])

export interface Header {
  /** Column -> place in the row, from 0. */
  readonly places: ReadonlyMap<Column, number>
  readonly unknown: readonly string[]
}

export function readHeader(cells: readonly string[]): Header {
  const places = new Map<Column, number>()
  const unknown: string[] = []
  for (const [place, cell] of cells.entries()) {
    const name = cell.trim().toLowerCase()
    const column = byName.get(name)
    if (column !== undefined && !places.has(column)) places.set(column, place)
    else if (name !== '' && !isPassedOver(name)) unknown.push(cell.trim())
  }
  return { places, unknown }
}

function isPassedOver(name: string): boolean {
  return PASSED_OVER.has(name) || PASSED_OVER_BEGINNINGS.some((beginning) => name.startsWith(beginning))
}
