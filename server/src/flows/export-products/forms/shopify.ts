import { harmless } from '../../../kernel/harmless-cell.ts'
import {
  choicesOf,
  codeCell,
  costText,
  liveVariants,
  priceText,
  type Form,
  type FormSettings,
  type ProductToTell,
} from './form.ts'

/** As Shopify's documentation names them ("Using CSV files to import and export products"); English alone, which is all it can say. */
const OF_PRODUCT = ['Title', 'Body (HTML)', 'Vendor', 'Type', 'Tags', 'Published'] as const
const OF_OPTIONS = [1, 2, 3].flatMap((number) => [`Option${number} Name`, `Option${number} Value`])
const STOCK = 'Variant Inventory Qty'
const COST = 'Cost per item'
const OF_VARIANT = [
  'Variant SKU',
  'Variant Grams',
  'Variant Inventory Tracker',
  STOCK,
  'Variant Inventory Policy',
  'Variant Fulfillment Service',
  'Variant Price',
  'Variant Compare At Price',
  'Variant Requires Shipping',
  'Variant Taxable',
  'Variant Barcode',
] as const
const REST = [
  'Image Src',
  'Image Position',
  'Image Alt Text',
  'Gift Card',
  'SEO Title',
  'SEO Description',
  'Variant Image',
  'Variant Weight Unit',
  COST,
  'Status',
] as const

const ALL = ['Handle', ...OF_PRODUCT, ...OF_OPTIONS, ...OF_VARIANT, ...REST]

export const shopifyForm: Form = {
  headings,
  rows: (told, settings) => {
    const { product } = told
    const count = Math.max(liveVariants(product).length, product.images.length)
    return Array.from({ length: count }, (_, at) => {
      const cells: Readonly<Record<string, string>> = {
        Handle: product.handle,
        ...(at === 0 && ofProduct(told, settings)),
        ...ofVariant(told, settings, at),
        ...ofPicture(told, settings, at),
      }
      return headings(settings).map((heading) =>
        (heading === 'Variant SKU' ? codeCell : harmless)(cells[heading] ?? ''),
      )
    })
  },
}

function headings({ stock, costs }: FormSettings): string[] {
  return ALL.filter((heading) => (stock || heading !== STOCK) && (costs || heading !== COST))
}

/** Shopify writes "nothing to choose" as one option Title with the one value Default Title. */
const NOTHING_TO_CHOOSE = { name: 'Title', value: 'Default Title' }

function ofProduct({ product }: ProductToTell, { toHtml }: FormSettings): Record<string, string> {
  const names = product.options.map((option) => option.names['en'] ?? '')
  const shown = names.length === 0 ? [NOTHING_TO_CHOOSE.name] : names
  return {
    Title: product.names['en'] ?? '',
    'Body (HTML)': toHtml(product.descriptions['en'] ?? ''),
    Vendor: product.vendor,
    Type: product.categoryName ?? '',
    Tags: product.tags.join(', '),
    Published: product.state === 'published' ? 'TRUE' : 'FALSE',
    ...Object.fromEntries(shown.map((name, at) => [`Option${at + 1} Name`, name])),
    'Gift Card': 'FALSE',
    'SEO Title': product.seoTitles['en'] ?? '',
    'SEO Description': product.seoDescriptions['en'] ?? '',
    Status: product.state === 'published' ? 'active' : 'draft',
  }
}

function ofVariant(told: ProductToTell, settings: FormSettings, at: number) {
  const { product, prices, onHand } = told
  const variant = liveVariants(product)[at]
  if (!variant) return {}
  const price = prices.get(variant.id)
  const choices = choicesOf(product, variant.optionValues)
  const shown = choices.length === 0 ? [NOTHING_TO_CHOOSE.value] : choices
  return {
    ...Object.fromEntries(shown.map((name, place) => [`Option${place + 1} Value`, name])),
    'Variant SKU': variant.sku,
    'Variant Grams': String(variant.weightGrams),
    'Variant Inventory Tracker': 'shopify',
    [STOCK]: onHand.get(variant.id)?.toString() ?? '',
    'Variant Inventory Policy': 'deny',
    'Variant Fulfillment Service': 'manual',
    'Variant Price': priceText(price?.amount, settings),
    'Variant Compare At Price': priceText(price?.compareAt, settings),
    'Variant Requires Shipping': variant.requiresShipping ? 'TRUE' : 'FALSE',
    'Variant Taxable': 'TRUE',
    'Variant Barcode': variant.gtin ?? '',
    'Variant Image': variant.imageFileId === null ? '' : settings.addressOf(variant.imageFileId),
    'Variant Weight Unit': 'g',
    [COST]: costText(told, variant.id, settings),
  }
}

function ofPicture({ product }: ProductToTell, { addressOf }: FormSettings, at: number): Record<string, string> {
  const image = product.images[at]
  if (!image) return {}
  return {
    'Image Src': addressOf(image.fileId),
    'Image Position': String(at + 1),
    'Image Alt Text': image.alts['en'] ?? '',
  }
}
