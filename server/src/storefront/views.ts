/** What the pages need to know. Departments read it; the storefront only shows it. */
import type { PaysLater } from './partials/pays-later.ts'
import type {
  AddressField,
  AddressFormat,
  BasketSeen,
  ConsentKind,
  LineProblem,
  ShopMethod,
} from '../departments/orders/index.ts'
import type { ContentOfPiece, FocalPoint, ProductSafety, SpecificationLine } from '../departments/catalog/index.ts'
import type { Terms } from '../departments/loyalty/index.ts'
import type { Entity, Market } from '../departments/organisation/index.ts'
import type { PromiseOfVariant } from '../departments/inventory/index.ts'
import type { MethodKind } from '../departments/payments/index.ts'
import type { PriceTier } from '../departments/pricing/index.ts'
import type { Money } from '../kernel/money.ts'
import type { UnitPrice } from '../kernel/unit-price.ts'
import type { Brand } from './brand.ts'

export type { AddressField, AddressFormat, Entity, Market }

/** Language code -> text. */
export type Texts = Readonly<Record<string, string>>

export interface Category {
  readonly handle: string
  readonly names: Texts
  readonly parentHandle: string | null
  /** Its own id and those of all categories below it. */
  readonly branch: readonly string[]
  readonly imageFileId: string | null
}

export interface ShopCollectionTile {
  readonly handle: string
  readonly names: Texts
  readonly imageFileId: string | null
}

/** What every page of a shop shows around its own content. */
export interface Shop {
  readonly name: string
  /** One line above every page, in the languages that have one. */
  readonly announcement: Texts
  readonly demo: boolean
  readonly brand: Brand
  readonly markets: readonly Market[]
  readonly entities: readonly Entity[]
  /** Those with products, parents and children alike, in the shop's order. */
  readonly categories: readonly Category[]
  /** What is shown together now, the newest first. */
  readonly collections: readonly ShopCollectionTile[]
  /** Country -> the ways that lead there, in the shop's order. */
  readonly deliveryMethods: ReadonlyMap<string, readonly ShopMethod[]>
  /** Market -> days to withdraw that its returns policy promises. */
  readonly withdrawalDays: ReadonlyMap<string, number>
  /** Market -> the terms of its points programme. */
  readonly programmes: ReadonlyMap<string, Terms>
}

export interface ProductCard {
  readonly handle: string
  readonly names: Texts
  readonly imageFileId: string | null
  /** Of the cheapest variant; absent where the market has no price. */
  readonly price: Money | undefined
  /** Where it is finer than the minor unit. */
  readonly exactPrice?: UnitPrice
  /** That variant's former price. */
  readonly compareAt: Money | undefined
  /** The lowest of the thirty days before its reduction. */
  readonly lowest?: Money
  /** Other variants cost more: the card says "from". */
  readonly isFrom: boolean
  /** Pieces of all variants together. */
  readonly available: number
  /** Where its picture is cropped around, in per cent; absent for the middle. */
  readonly focal?: FocalPoint
  /** In one piece of the variant whose price is shown. */
  readonly content?: ContentOfPiece
}

export interface CardPage {
  readonly items: readonly ProductCard[]
  readonly nextCursor: string | null
}

/** What goes with a product, and what may be bought instead of it. */
export interface RelatedCards {
  readonly goesWith: readonly ProductCard[]
  /** In the same orders most often; nothing that stands among the others already. */
  readonly together: readonly ProductCard[]
  readonly instead: readonly ProductCard[]
}

/** A product in the language of the visit. */
export interface ProductPage {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly description: string
  /** For search engines; empty where name and description say it. */
  readonly seoTitle: string
  readonly seoDescription: string
  readonly vendor: string
  /** Of its brand's page, where the brand has one. */
  readonly brandHandle: string | null
  /** From the top of the tree down to the product's own. */
  readonly categories: readonly { readonly handle: string; readonly name: string }[]
  readonly options: readonly {
    readonly code: string
    readonly name: string
    readonly choices: readonly { readonly code: string; readonly name: string }[]
  }[]
  readonly variants: readonly ProductVariant[]
  readonly images: readonly { readonly fileId: string; readonly alt: string; readonly focal?: FocalPoint }[]
  readonly specification: readonly SpecificationLine[]
  readonly safety: ProductSafety
  /** Where it is several goods for one price. */
  readonly bundle?: BundleOffer
  readonly intangible?: IntangibleOffer
  readonly related: RelatedCards
  /** How many one order may have. */
  readonly limit?: OrderLimit
}

export interface OrderLimit {
  readonly least: number
  readonly most: number | null
  readonly step: number
}

/** What is not brought to anybody: files to download, or a service. */
export interface IntangibleOffer {
  readonly kind: string
  readonly files: readonly { readonly name: string; readonly bytes: number }[]
  /** How often each may be downloaded, for how many days; null: without end. */
  readonly limit: number | null
  readonly days: number | null
  /** Where a service is given. */
  readonly notes: Texts
}

export interface ProductVariant {
  readonly id: string
  readonly sku: string
  readonly gtin: string | null
  /** Option code -> choice code. */
  readonly optionValues: Readonly<Record<string, string>>
  readonly imageFileId: string | null
  /** How much is in one piece. */
  readonly content: ContentOfPiece | null
  readonly price: Money | undefined
  readonly exactPrice?: UnitPrice
  readonly compareAt: Money | undefined
  readonly lowest?: Money
  readonly available: number
  /** Where pieces may be sold before they are there. */
  readonly promise?: PromiseOfVariant | undefined
  /** What a piece costs where more are bought. */
  readonly tiers: readonly PriceTier[]
}

/** What a bundle consists of, by the choices of its page. */
export interface BundleOffer {
  readonly groups: readonly BundleGroupOffer[]
  /** Of one, as it is chosen; undefined where the choice is not complete. */
  readonly price: Money | undefined
  /** What its components cost by themselves. */
  readonly own: Money | undefined
  readonly saved: Money | undefined
  readonly available: number
}

export interface BundleGroupOffer {
  readonly name: string
  readonly least: number
  readonly most: number
  /** `parts`: nothing to choose. `one`: at most one. `pieces`: so many of each. */
  readonly way: 'parts' | 'one' | 'pieces'
  readonly options: readonly {
    readonly variantId: string
    readonly name: string
    readonly handle: string
    readonly imageFileId: string | null
    readonly pieces: number
    /** How often it is chosen. */
    readonly count: number
    readonly own: Money | undefined
    /** For all its pieces. */
    readonly surcharge: Money | undefined
    readonly available: boolean
  }[]
}

/** What delivery to the visitor's country costs and promises, if ordered now. */
export interface DeliveryPromise {
  readonly price: Money
  readonly freeFrom: Money | undefined
  /** Local days, first and last. */
  readonly earliestOn: string
  readonly latestOn: string
}

export interface TaxLine {
  /** `22`, `9.5` */
  readonly percent: string
  /** GST, PST; of the usual one tax there is nothing to name. */
  readonly name?: string
  readonly tax: Money
}

export interface BasketLine {
  readonly variantId: string
  /** Null where the variant is gone. */
  readonly handle: string | null
  readonly name: string
  /** "Medium, Blue"; empty where there was nothing to choose. */
  readonly options: string
  readonly imageFileId: string | null
  readonly quantity: number
  readonly unitPrice: Money | undefined
  readonly exactPrice: UnitPrice | undefined
  readonly compareAt: Money | undefined
  readonly lowest: Money | undefined
  /** Before promotions; undefined where none took anything off. */
  readonly before: Money | undefined
  readonly total: Money | undefined
  readonly available: number
  /** Pieces of it that are not there yet. */
  readonly late?: { readonly count: number; readonly shipsOn: string } | undefined
  /** How many of its product one order may have. */
  readonly limit: OrderLimit | undefined
  /** Why it cannot be ordered as it stands. */
  readonly problem: LineProblem | undefined
  /** A gift card; undefined for all else. */
  readonly isVoucher?: boolean
  /** Where it is a gift card: to whom its pieces go; those beyond are for who buys. */
  readonly gifts?: readonly { readonly name: string; readonly email: string }[]
  /** Where it is a bundle: which of the basket's, and what is in all of them. */
  readonly bundle?: { readonly id: string; readonly saved: Money | undefined; readonly parts: readonly BundlePart[] }
}

export interface BundlePart {
  readonly name: string
  readonly quantity: number
}

/** A rule that was looked at, with the values of its sentence. */
export interface PriceReason {
  readonly rule: string
  readonly because: string
  readonly applied: boolean
  /** Index of the line; null for the basket as a whole. */
  readonly line: number | null
  readonly params: Readonly<Record<string, string | number | Money>>
}

/** What a promotion took off, as prices are shown. */
export interface DiscountLine {
  readonly name: string
  readonly amount: Money
  /** Nothing is saved by it: it is paid once the goods are there. */
  readonly isLater?: boolean
}

/** For which company something is bought, and what the authority said of its number. */
export interface CompanyOf {
  readonly name: string
  readonly vatNumber: string | null
  readonly taxCode: string | null
  readonly state: string | undefined
}

/** What a basket has earned for nothing and does not hold yet. */
export interface GiftOffer {
  readonly variantId: string
  readonly handle: string
  readonly name: string
  readonly options: string
  readonly imageFileId: string | null
  readonly units: number
  /** What the promotion that gives it is called. */
  readonly promotion: string
}

/** What gift cards pay of a basket, each, what the buyer's store credit pays, and what is left to pay. */
export interface CardsOfBasket {
  readonly cards: readonly { readonly id: string; readonly last4: string; readonly amount: Money }[]
  readonly credit: Money
  /** Of who is signed in and has some: how much of it there is, and whether the basket is to be paid with it. */
  readonly ownCredit?: { readonly available: Money; readonly used: boolean } | undefined
  readonly covered: Money
  readonly due: Money
}

export interface BasketPage {
  /** What it would earn in points; undefined where the market has no programme. */
  readonly earns: { readonly points: bigint; readonly terms: Terms } | undefined
  /** What is otherwise than the shopper last saw it, and how they say that they have seen it. */
  readonly changes: readonly BasketChange[]
  readonly changesMark: string
  readonly toSee: BasketSeen | undefined
  readonly giftCards: CardsOfBasket
  readonly gifts: readonly GiftOffer[]
  /** Promotions that a little more would earn. */
  readonly near: readonly { readonly name: string; readonly missing: Money }[]
  readonly company: CompanyOf | undefined
  /** `reverse_charge`, `exempt`: why it bears no tax. */
  readonly taxTreatment: string | undefined
  readonly id: string
  readonly coupons: readonly string[]
  readonly discounts: readonly DiscountLine[]
  /** What goods and delivery cost before them. */
  readonly before: { readonly goods: Money; readonly delivery: Money | undefined }
  /** What promotions are called, by code: reasons speak of them. */
  readonly promotionNames: Readonly<Record<string, string>>
  readonly lines: readonly BasketLine[]
  readonly goods: Money
  readonly taxes: readonly TaxLine[]
  readonly total: Money
  readonly pricesIncludeTax: boolean
  readonly reasons: readonly PriceReason[]
  /** What each line that reasons speak of is called; components of bundles among them. */
  readonly reasonNames: readonly string[]
  readonly orderable: boolean
  readonly country: string
  /** What the buyer is asked to agree to, so that it begins before the withdrawal period is over. */
  readonly consentsAsked: readonly ConsentKind[]
  /** Whether anything in it is brought to somebody. */
  readonly needsDelivery: boolean
  /** With the price that each would cost this basket. */
  readonly deliveries: readonly DeliveryChoice[]
  readonly otherDeliveries: readonly OtherDelivery[]
  readonly chosenDelivery: string | undefined
  /** Of the chosen method; part of the total. */
  readonly deliveryPrice: Money | undefined
  /** What goods are lacking until delivery is free. */
  readonly missingForFreeDelivery: Money | undefined
  /** What of it is paid once it is ready, where all of it is pre-ordered so. */
  readonly paysLater: PaysLater | undefined
  /** Some of it could be paid later, were it ordered by itself. */
  readonly isMixed: boolean
  /** None where gift cards pay all of it, or nothing of it is paid today. */
  readonly waysToPay: readonly WayToPay[]
}

export interface BasketChange {
  readonly kind: LineProblem | 'back' | 'price_up' | 'price_down' | 'promotion_over'
  /** The variant, or the id of the bundle. */
  readonly line: string | undefined
  readonly name: string
  readonly from: Money | undefined
  readonly to: Money | undefined
}

export interface WayToPay {
  readonly code: string
  readonly kind: MethodKind
  readonly name: string
  readonly instructions: string
  /** What is signed with the order, paragraph by paragraph; undefined for all other kinds. */
  readonly mandate?: readonly string[] | undefined
}

export interface DeliveryChoice {
  /** The carrier has to be able to call. */
  readonly asksPhone: boolean
  readonly code: string
  readonly name: string
  readonly description: string
  readonly price: Money
  readonly freeFrom: Money | undefined
  /** Local days, first and last. */
  readonly earliestOn: string
  readonly latestOn: string
  /** Where it is collected, if it is. */
  readonly pickup: PickupPlace | undefined
}

/** Where something is collected, and when that is open. */
export interface PickupPlace {
  readonly name: string
  readonly street: string
  readonly postcode: string
  readonly city: string
  readonly region: string | null
  readonly country: string
  readonly hours: string
}

/** A way of delivery that does not take this basket, and why. */
export interface OtherDelivery {
  readonly code: string
  readonly name: string
  readonly because: string
  readonly kilograms: number | undefined
  readonly most: Money | undefined
}

export interface PostalAddress {
  readonly name: string
  readonly company: string | null
  readonly street: string
  readonly street2: string | null
  readonly postcode: string
  readonly city: string
  readonly region: string | null
  readonly country: string
  readonly phone: string | null
  /** As people of the country write it. */
  readonly phoneShown?: string | null
}

export type OrderState = 'awaiting_payment' | 'paid' | 'cancelled' | 'expired'

export interface OrderPage {
  readonly number: string
  readonly state: OrderState
  readonly placedAt: Date
  /** Until then its stock waits for the payment. */
  readonly expiresAt: Date
  readonly email: string
  readonly lines: readonly {
    readonly handle: string
    readonly name: string
    readonly options: string
    readonly imageFileId: string | null
    readonly quantity: number
    /** Undefined for a bundle. */
    readonly unitPrice: Money | undefined
    readonly before: Money | undefined
    readonly total: Money
    readonly parts?: readonly (BundlePart & { readonly total: Money })[]
  }[]
  readonly discounts: readonly DiscountLine[]
  readonly before: { readonly goods: Money; readonly delivery: Money | undefined }
  readonly goods: Money
  /** Undefined where nothing of it is delivered. */
  readonly delivery:
    | {
        readonly names: Texts
        readonly total: Money
        /** Local days, first and last. */
        readonly earliestOn: string
        readonly latestOn: string
        readonly pickup: PickupPlace | undefined
      }
    | undefined
  readonly tax: Money
  readonly pricesIncludeTax: boolean
  readonly total: Money
  /** What gift cards paid of it, each, and what is paid otherwise. */
  readonly giftCards: CardsOfBasket
  readonly address: PostalAddress
  /** To whom the invoice goes, where that is another address. */
  readonly billing: PostalAddress | null
  /** To the shop, and for who receives it. */
  readonly note: string | null
  readonly giftMessage: string | null
  readonly country: string
  readonly company: CompanyOf | undefined
  readonly taxTreatment: string | undefined
  /** How it is paid; undefined where gift cards pay all of it. */
  readonly payment: Pick<WayToPay, 'kind' | 'name'> | undefined
}
