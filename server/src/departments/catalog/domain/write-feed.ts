import { toDecimal, type Money } from '../../../kernel/money.ts'
import type { ContentOfPiece } from './content-of-piece.ts'
import type { FeedFormat, FeedItem, FeedPeriod } from './feed-item.ts'

/** Of one product after the other, each with its items; those that have none are passed over. */
export interface FeedWriter {
  readonly mediaType: string
  readonly fileName: string
  readonly head: (shop: FeedShop) => string
  readonly product: (items: readonly FeedItem[], shop: FeedShop, isFirst: boolean) => string
  readonly foot: string
}

export interface FeedShop {
  readonly name: string
  readonly url: string
  /** What it promises in writing in the market, as pages. */
  readonly policies: readonly FeedPolicy[]
}

export interface FeedPolicy {
  /** As the Agentic Commerce Protocol calls it. */
  readonly type: 'terms_of_service' | 'refund_policy' | 'privacy_policy' | 'shipping_policy'
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
  product: (items) => items.map((item) => `<item>\n${googleLines(item).join('')}</item>\n`).join(''),
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
    line('availability', statusOf(item)),
    line('availability_date', item.promise && `${item.promise.shipsOn}T00:00+00:00`),
    line('price', priceText(item.price)),
    line('sale_price', item.salePrice && priceText(item.salePrice)),
    line('sale_price_effective_date', item.saleHolds && periodText(item.saleHolds)),
    line('condition', 'new'),
    line('brand', item.brand),
    line('gtin', item.gtin),
    line('mpn', item.id),
    // What is made by hand in a workshop may have neither: said, so that nobody takes it for forgotten.
    line('identifier_exists', item.gtin === null && item.brand === '' ? 'no' : undefined),
    line('google_product_category', item.googleCategory),
    line('product_type', item.productType),
    line('shipping_weight', item.weightGrams > 0 ? `${item.weightGrams} g` : undefined),
    line('unit_pricing_measure', item.content && measureText(item.content)),
    line('unit_pricing_base_measure', item.basePrice && measureText({ amount: '1', unit: item.basePrice.unit })),
  ]
}

/** The words of Google (support.google.com/merchants/answer/6324448) and of the Agentic Commerce Protocol. */
function statusOf({ available, promise }: FeedItem): 'in_stock' | 'out_of_stock' | 'backorder' | 'preorder' {
  if (!available) return 'out_of_stock'
  return promise?.kind ?? 'in_stock'
}

/** support.google.com/merchants/answer/6324455: a number and a unit, `750ml`; pieces are `ct`. */
function measureText({ amount, unit }: ContentOfPiece): string {
  return `${amount}${unit === 'piece' ? 'ct' : unit}`
}

/** ISO 8601, to the minute; what began before anybody can say began with 2000 (support.google.com/merchants/answer/6324460). */
function periodText({ from, until }: FeedPeriod): string {
  return [from?.toISOString() ?? '2000-01-01T00:00', until.toISOString()]
    .map((instant) => `${instant.slice(0, 16)}+00:00`)
    .join('/')
}

const META_STATUS = {
  in_stock: 'in stock',
  out_of_stock: 'out of stock',
  preorder: 'preorder',
  backorder: 'available for order',
} as const

const META_COLUMNS: readonly (readonly [name: string, value: (item: FeedItem) => string])[] = [
  ['id', ({ id }) => id],
  ['title', ({ title }) => title],
  ['description', ({ description }) => description],
  ['availability', (item) => META_STATUS[statusOf(item)]],
  ['condition', () => 'new'],
  ['price', ({ price }) => priceText(price)],
  ['sale_price', ({ salePrice }) => (salePrice ? priceText(salePrice) : '')],
  ['sale_price_effective_date', ({ saleHolds }) => (saleHolds ? periodText(saleHolds) : '')],
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
  product: (items) => items.map((item) => csv(META_COLUMNS.map(([, value]) => value(item)))).join(''),
  foot: '',
}

/** `ProductsResponse` of the feeds of the Agentic Commerce Protocol, version 2026-04-17: whole products with their variants. */
const acp: FeedWriter = {
  mediaType: 'application/json; charset=utf-8',
  fileName: 'acp.json',
  head: () => '{"products":[\n',
  product: (items, shop, isFirst) =>
    items.length === 0 ? '' : `${isFirst ? '' : ',\n'}${JSON.stringify(acpProduct(items, shop))}`,
  foot: '\n]}\n',
}

function acpProduct(items: readonly FeedItem[], shop: FeedShop) {
  const [first] = items
  return {
    id: first?.product.id,
    title: first?.product.name,
    description: { plain: first?.description },
    url: first?.productLink,
    media: [first?.imageLink ?? '', ...(first?.moreImageLinks ?? [])].map(acpImage),
    variants: items.map((item) => acpVariant(item, shop)),
  }
}

const acpImage = (url: string) => ({ type: 'image', url })
const acpPrice = ({ amount, currency }: Money) => ({ amount: Number(amount), currency })

function acpVariant(item: FeedItem, { name, policies }: FeedShop) {
  const { salePrice, price, gtin, googleCategory, productType, options, content, basePrice } = item
  return {
    id: item.id,
    title: item.title,
    url: item.link,
    ...(gtin === null ? {} : { barcodes: [{ type: 'GTIN', value: gtin }] }),
    price: acpPrice(salePrice ?? price),
    ...(salePrice ? { list_price: acpPrice(price) } : {}),
    ...(content && basePrice
      ? {
          unit_price: {
            ...acpPrice(basePrice.price),
            measure: { value: Number(content.amount), unit: content.unit },
            reference: { value: 1, unit: basePrice.unit },
          },
        }
      : {}),
    availability: { available: item.available, status: statusOf(item) },
    categories: [
      ...(googleCategory === null ? [] : [{ value: googleCategory, taxonomy: 'google_product_category' }]),
      ...(productType === '' ? [] : [{ value: productType, taxonomy: 'merchant' }]),
    ],
    condition: ['new'],
    ...(options.length > 0 ? { variant_options: options } : {}),
    media: [acpImage(item.imageLink)],
    seller: { name, links: policies },
  }
}

export const FEED_WRITERS: Readonly<Record<FeedFormat, FeedWriter>> = { google, meta, acp }

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
