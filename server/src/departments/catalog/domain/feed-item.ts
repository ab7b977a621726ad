import type { Money } from '../../../kernel/money.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { unitPriceOf } from '../../../kernel/unit-price.ts'
import { basePrice, type BasePrice, type ContentOfPiece } from './content-of-piece.ts'

export const FEED_FORMATS = ['google', 'meta', 'acp'] as const
export type FeedFormat = (typeof FEED_FORMATS)[number]

/** A product as a feed tells of it, in one language; its texts are plain words. */
export interface FeedProduct {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly description: string
  readonly vendor: string
  readonly category: string
  /** Of Google's taxonomy; null where neither it nor a category above it is placed there. */
  readonly googleCategory: string | null
  readonly imageFileIds: readonly string[]
  readonly variants: readonly FeedVariant[]
}

export interface FeedVariant {
  readonly id: string
  readonly sku: string
  readonly gtin: string | null
  readonly title: string
  readonly optionValues: Readonly<Record<string, string>>
  /** The same in words: Size, Small. */
  readonly options: readonly FeedOption[]
  readonly weightGrams: number
  readonly imageFileId: string | null
  readonly content: ContentOfPiece | null
}

export interface FeedOption {
  readonly name: string
  readonly value: string
}

export interface FeedOffer {
  readonly price: Money | undefined
  /** What it usually costs, where it is reduced. */
  readonly compareAt: Money | undefined
  /** From when until when the price holds, where it has an end. */
  readonly holds?: FeedPeriod | undefined
  readonly available: number
  /** Where the next piece is not on the shelf. */
  readonly promise?: FeedPromise | undefined
}

/** Goods that are not there and may be ordered: as what, and the day on which they leave. */
export interface FeedPromise {
  readonly kind: 'backorder' | 'preorder'
  readonly shipsOn: LocalDate
}

export interface FeedPeriod {
  readonly from: Date | undefined
  readonly until: Date
}

export interface FeedItem {
  readonly id: string
  readonly product: FeedProduct
  readonly groupId: string | undefined
  readonly title: string
  readonly description: string
  readonly link: string
  readonly productLink: string
  readonly imageLink: string
  readonly moreImageLinks: readonly string[]
  readonly available: boolean
  /** Told of what is available alone. */
  readonly promise: FeedPromise | undefined
  readonly price: Money
  readonly salePrice: Money | undefined
  /** Told only beside a sale price. */
  readonly saleHolds: FeedPeriod | undefined
  readonly brand: string
  readonly gtin: string | null
  readonly googleCategory: string | null
  readonly productType: string
  readonly options: readonly FeedOption[]
  readonly weightGrams: number
  readonly content: ContentOfPiece | null
  /** What one kilogram, litre, metre or piece costs, where that is not the price itself. */
  readonly basePrice: BasePrice | undefined
}

/** The first three keep an item out; the others cost it reach. */
export const BLOCKING = ['no_description', 'no_picture', 'no_price'] as const
export const FEED_PROBLEMS = [...BLOCKING, 'no_gtin', 'no_brand', 'no_category', 'title_too_long'] as const
export type FeedProblem = (typeof FEED_PROBLEMS)[number]

export interface FeedAddresses {
  readonly page: (handle: string, optionValues: Readonly<Record<string, string>>) => string
  readonly picture: (fileId: string) => string
}

export interface JudgedProduct {
  readonly items: readonly FeedItem[]
  /** Of its variants together, each once. */
  readonly problems: readonly FeedProblem[]
}

const MOST_TITLE = 150
const MOST_DESCRIPTION = 5_000
const MOST_PICTURES = 10

/**
 * What a feed says of a product, an item for each variant, and what is wrong with it: support.google.com/merchants/answer/7052112
 * (product data specification) and developers.facebook.com/documentation/ads-commerce/commerce-platform/catalog/fields.
 */
export function judgeForFeed(
  product: FeedProduct,
  offers: ReadonlyMap<string, FeedOffer>,
  addresses: FeedAddresses,
): JudgedProduct {
  const problems = new Set<FeedProblem>(flawsOf(product))
  const blocked = [...problems].some(isBlocking)
  const items: FeedItem[] = []
  for (const variant of product.variants) {
    const offer = offers.get(variant.id)
    if (!offer?.price) problems.add('no_price')
    if (variant.gtin === null) problems.add('no_gtin')
    if (!blocked && offer?.price) items.push(itemOf(product, variant, { ...offer, price: offer.price }, addresses))
  }
  return { items, problems: FEED_PROBLEMS.filter((one) => problems.has(one)) }
}

export const isBlocking = (problem: FeedProblem): boolean => (BLOCKING as readonly FeedProblem[]).includes(problem)

function flawsOf({ name, description, vendor, googleCategory, imageFileIds }: FeedProduct): FeedProblem[] {
  return [
    ...(description.trim() === '' ? (['no_description'] as const) : []),
    ...(imageFileIds.length === 0 ? (['no_picture'] as const) : []),
    ...(vendor.trim() === '' ? (['no_brand'] as const) : []),
    ...(googleCategory === null ? (['no_category'] as const) : []),
    ...(name.length > MOST_TITLE ? (['title_too_long'] as const) : []),
  ]
}

function itemOf(
  product: FeedProduct,
  variant: FeedVariant,
  offer: FeedOffer & { readonly price: Money },
  { page, picture }: FeedAddresses,
): FeedItem {
  const { price, compareAt, holds, available, promise } = offer
  const first = variant.imageFileId ?? product.imageFileIds[0] ?? ''
  const title = [product.name, variant.title].filter(Boolean).join(', ')
  return {
    id: variant.sku,
    product,
    groupId: product.variants.length > 1 ? product.handle : undefined,
    title: title.slice(0, MOST_TITLE),
    description: product.description.slice(0, MOST_DESCRIPTION),
    link: page(product.handle, variant.optionValues),
    productLink: page(product.handle, {}),
    imageLink: picture(first),
    moreImageLinks: product.imageFileIds
      .filter((id) => id !== first)
      .slice(0, MOST_PICTURES)
      .map(picture),
    available: available > 0,
    promise: available > 0 ? promise : undefined,
    price: compareAt ?? price,
    salePrice: compareAt && price,
    saleHolds: compareAt && holds,
    brand: product.vendor,
    gtin: variant.gtin,
    googleCategory: product.googleCategory,
    productType: product.category,
    options: variant.options,
    weightGrams: variant.weightGrams,
    content: variant.content,
    basePrice: basePrice(unitPriceOf(price), variant.content),
  }
}
