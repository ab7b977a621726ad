import type { Field } from './field.ts'
import type { Format } from './format.ts'

/** Columns that are read, as Shopify's documentation writes them ("Using CSV files to import and export products"). */
const COLUMNS: readonly (readonly [string, Field])[] = [
  ['Handle', 'handle'],
  ['Title', 'name'],
  ['Body (HTML)', 'description'],
  ['Vendor', 'vendor'],
  ['Type', 'category'],
  ['Product Category', 'categoryPath'],
  ['Tags', 'tags'],
  ['Published', 'published'],
  ['Status', 'status'],
  ['Option1 Name', 'option1Name'],
  ['Option1 Value', 'option1Value'],
  ['Option2 Name', 'option2Name'],
  ['Option2 Value', 'option2Value'],
  ['Option3 Name', 'option3Name'],
  ['Option3 Value', 'option3Value'],
  ['Variant SKU', 'sku'],
  ['Variant Grams', 'weight'],
  ['Variant Inventory Qty', 'quantity'],
  ['Variant Inventory Policy', 'inventoryPolicy'],
  ['Variant Price', 'price'],
  ['Variant Compare At Price', 'compareAtPrice'],
  ['Variant Requires Shipping', 'requiresShipping'],
  ['Variant Taxable', 'taxable'],
  ['Variant Barcode', 'barcode'],
  ['Variant Image', 'variantImage'],
  ['Variant Weight Unit', 'weightUnit'],
  ['Image Src', 'image'],
  ['Image Position', 'imagePosition'],
  ['Image Alt Text', 'imageAlt'],
  ['Gift Card', 'giftCard'],
  ['SEO Title', 'seoTitle'],
  ['SEO Description', 'seoDescription'],
  ['Cost per item', 'cost'],
]

/** The names of Shopify's newer template for the same things. */
const NEWER_NAMES: Readonly<Record<string, Field>> = {
  'url handle': 'handle',
  description: 'description',
  'published on online store': 'published',
  sku: 'sku',
  barcode: 'barcode',
  price: 'price',
  'compare-at price': 'compareAtPrice',
  'charge tax': 'taxable',
  'inventory quantity': 'quantity',
  'continue selling when out of stock': 'inventoryPolicy',
  'weight value (grams)': 'weight',
  'weight unit for display': 'weightUnit',
  'requires shipping': 'requiresShipping',
  'product image url': 'image',
  'image position': 'imagePosition',
  'image alt text': 'imageAlt',
  'variant image url': 'variantImage',
  'gift card': 'giftCard',
}

/** Shopify's own, known and of no use here: nothing is said about them. */
const PASSED_OVER = new Set([
  'variant inventory tracker',
  'variant fulfillment service',
  'variant tax code',
  'inventory tracker',
  'fulfillment service',
  'option1 linked to',
  'option2 linked to',
  'option3 linked to',
])
const PASSED_OVER_BEGINNINGS = ['google shopping /', 'google: ', 'included / ', 'price / ', 'compare at price / ']

const byName = new Map<string, Field>([
  ...COLUMNS.map(([name, field]) => [name.toLowerCase(), field] as const),
  ...Object.entries(NEWER_NAMES),
])

export const shopify: Format = {
  key: 'shopify',
  marks: [
    ['handle', 'variant price'],
    ['handle', 'title', 'variant sku'],
    ['title', 'url handle'],
  ],
  meaningOf: (heading) => byName.get(heading) ?? (isPassedOver(heading) ? 'passed_over' : undefined),
  names: Object.fromEntries(COLUMNS.map(([name, field]) => [field, name])),
  required: ['handle', 'name', 'price'],
  html: true,
}

function isPassedOver(name: string): boolean {
  return PASSED_OVER.has(name) || PASSED_OVER_BEGINNINGS.some((beginning) => name.startsWith(beginning))
}
