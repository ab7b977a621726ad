import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { Field } from './field.ts'
import type { Format, Meaning } from './format.ts'

/** Of the export of versions 1 and 2, which call the same things a little differently. */
const COLUMNS: Readonly<Record<string, Field>> = {
  'product handle': 'handle',
  'product title': 'name',
  'product description': 'description',
  'product status': 'status',
  'product type': 'category',
  'product tags': 'tags',
  'product hs code': 'hsCode',
  'product origin country': 'originCountry',
  'product is giftcard': 'giftCard',
  'variant sku': 'sku',
  'variant barcode': 'barcode',
  'variant ean': 'barcode',
  'variant upc': 'barcode',
  'variant weight': 'weight',
  'variant inventory quantity': 'quantity',
  'variant allow backorder': 'inventoryPolicy',
}

const PASSED_OVER = new Set([
  ...[
    'id',
    'subtitle',
    'external id',
    'thumbnail',
    'collection id',
    'collection title',
    'collection handle',
    'type id',
  ],
  ...['created at', 'updated at', 'deleted at', 'discountable', 'height', 'length', 'width', 'weight', 'material'],
  ...['mid code', 'sales channel 1 name', 'sales channel 1 id', 'profile name', 'profile type'],
  ...['product id', 'title', 'manage inventory', 'metadata', 'variant rank', 'hs code', 'origin country'],
])

const OPTION = /^(?:variant )?option ([1-3]) (name|value)$/
const PRICE = /^(?:variant )?price ([a-z]{3})$/
const OTHER_PRICE = /^(?:variant )?price .*$/
const SEVERAL = /^product (tag|image) \d+$/
const PICTURE = /^image \d+ url$/

function meaningOf(heading: string, currency: CurrencyCode): Meaning {
  const field = COLUMNS[heading]
  if (field !== undefined) return field
  const [, number, part] = OPTION.exec(heading) ?? []
  if (number !== undefined) return `option${number as '1' | '2' | '3'}${part === 'name' ? 'Name' : 'Value'}`
  const [, of] = PRICE.exec(heading) ?? []
  if (of !== undefined) return of.toUpperCase() === currency ? 'price' : 'passed_over'
  const [, several] = SEVERAL.exec(heading) ?? []
  if (several !== undefined) return several === 'tag' ? 'tags' : 'image'
  if (PICTURE.test(heading)) return 'image'
  const rest = /^(?:product|variant) (.*)$/.exec(heading)?.[1]
  const isKnown = (rest !== undefined && PASSED_OVER.has(rest)) || OTHER_PRICE.test(heading)
  return isKnown ? 'passed_over' : undefined
}

export const medusa: Format = {
  key: 'medusa',
  marks: [['product handle', 'product title']],
  meaningOf,
  names: {
    handle: 'Product Handle',
    name: 'Product Title',
    description: 'Product Description',
    status: 'Product Status',
    tags: 'Product Tags',
    category: 'Product Type',
    image: 'Image 1 Url',
    sku: 'Variant SKU',
    barcode: 'Variant Barcode',
    quantity: 'Variant Inventory Quantity',
    price: 'Variant Price',
    weight: 'Variant Weight',
    option1Name: 'Option 1 Name',
    option1Value: 'Option 1 Value',
    option2Name: 'Option 2 Name',
    option2Value: 'Option 2 Value',
    option3Name: 'Option 3 Name',
    option3Value: 'Option 3 Value',
  },
  required: ['handle', 'name', 'price'],
  html: true,
  // Medusa itself takes no file with a column that it does not know.
  strict: true,
}
