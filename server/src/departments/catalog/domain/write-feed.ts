import { toDecimal, type Money } from '../../../kernel/money.ts'
import type { FeedFormat, FeedItem } from './feed-item.ts'

export interface FeedWriter {
  readonly mediaType: string
  readonly fileName: string
  readonly head: (shop: FeedShop) => string
  readonly item: (item: FeedItem) => string
  readonly foot: string
}

export interface FeedShop {
  readonly name: string
  readonly url: string
}

const priceText = (price: Money) => `${toDecimal(price)} ${price.currency}`

/** RSS 2.0 with Google's namespace: support.google.com/merchants/answer/160589. */
const google: FeedWriter = {
  mediaType: 'application/xml; charset=utf-8',
  fileName: 'google.xml',
  head: ({ name, url }) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">\n<channel>\n` +
    `<title>${xml(name)}</title>\n<link>${xml(url)}</link>\n<description>${xml(name)}</description>\n`,
  item: (item) => `<item>\n${googleLines(item).join('')}</item>\n`,
  foot: '</channel>\n</rss>\n',
}

function googleLines(item: FeedItem): string[] {
  const line = (name: string, value: string | null | undefined) =>
    value === null || value === undefined || value === '' ? '' : `<g:${name}>${xml(value)}</g:${name}>\n`
  return [
    line('id', item.id),
    line('item_group_id', item.groupId),
    line('title', item.title),
    line('description', item.description),
    line('link', item.link),
    line('image_link', item.imageLink),
    ...item.moreImageLinks.map((link) => line('additional_image_link', link)),
    line('availability', item.available ? 'in_stock' : 'out_of_stock'),
    line('price', priceText(item.price)),
    line('sale_price', item.salePrice && priceText(item.salePrice)),
    line('condition', 'new'),
    line('brand', item.brand),
    line('gtin', item.gtin),
    line('mpn', item.id),
    // What is made by hand in a workshop may have neither: said, so that nobody takes it for forgotten.
    line('identifier_exists', item.gtin === null && item.brand === '' ? 'no' : undefined),
    line('google_product_category', item.googleCategory),
    line('product_type', item.productType),
    line('shipping_weight', item.weightGrams > 0 ? `${item.weightGrams} g` : undefined),
    line('unit_pricing_measure', item.measure),
  ]
}

const META_COLUMNS: readonly (readonly [name: string, value: (item: FeedItem) => string])[] = [
  ['id', ({ id }) => id],
  ['title', ({ title }) => title],
  ['description', ({ description }) => description],
  ['availability', ({ available }) => (available ? 'in stock' : 'out of stock')],
  ['condition', () => 'new'],
  ['price', ({ price }) => priceText(price)],
  ['sale_price', ({ salePrice }) => (salePrice ? priceText(salePrice) : '')],
  ['link', ({ link }) => link],
  ['image_link', ({ imageLink }) => imageLink],
  ['additional_image_link', ({ moreImageLinks }) => moreImageLinks.join(',')],
  ['brand', ({ brand }) => brand],
  ['gtin', ({ gtin }) => gtin ?? ''],
  ['mpn', ({ id }) => id],
  ['item_group_id', ({ groupId }) => groupId ?? ''],
  ['google_product_category', ({ googleCategory }) => googleCategory ?? ''],
  ['product_type', ({ productType }) => productType],
  ['shipping_weight', ({ weightGrams }) => (weightGrams > 0 ? `${weightGrams} g` : '')],
]

/** CSV, RFC 4180: developers.facebook.com/docs/marketing-api/catalog/reference. A machine reads it: no cell is made harmless. */
const meta: FeedWriter = {
  mediaType: 'text/csv; charset=utf-8',
  fileName: 'meta.csv',
  head: () => csv(META_COLUMNS.map(([name]) => name)),
  item: (item) => csv(META_COLUMNS.map(([, value]) => value(item))),
  foot: '',
}

export const FEED_WRITERS: Readonly<Record<FeedFormat, FeedWriter>> = { google, meta }

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Of the control characters XML 1.0 holds these three and no others. */
const KEPT = '\t\n\r'

function xml(text: string): string {
  return text
    .replaceAll(/\p{Cc}/gu, (one) => (KEPT.includes(one) ? one : ''))
    .replaceAll(/[&<>"]/g, (one) => ENTITIES[one] ?? one)
}

const csv = (cells: readonly string[]) =>
  `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`
