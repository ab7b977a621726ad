import type { Id } from '../../../kernel/ids.ts'
import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { BasketSeen } from './basket-changes.ts'
import type { Business } from './business.ts'
import type { MinorUnits } from './order-content.ts'

export type BasketId = Id<'basket'>

export interface BasketLine {
  readonly variantId: string
  readonly quantity: number
}

/** A bundle as it was chosen. Another choice of the same bundle is a line of its own. */
export interface BasketBundle {
  readonly id: string
  readonly variantId: string
  readonly choices: readonly BundleChoice[]
  readonly quantity: number
}

/** So often an option of a group of the bundle. */
export interface BundleChoice {
  readonly group: number
  readonly variantId: string
  readonly count: number
}

/** A basket with the market that it shops in. */
export interface Basket {
  readonly id: BasketId
  readonly lines: readonly BasketLine[]
  readonly bundles: readonly BasketBundle[]
  readonly country: string
  readonly locale: string
  readonly deliveryMethod: string | null
  /** Where in the country, once the address is known: parts of some countries are taxed otherwise. */
  readonly destination?: { readonly region?: string | undefined; readonly postcode?: string | undefined }
  readonly channelCode: string
  /** Who shops, where that is known: signed in, not merely named. */
  readonly buyer?: Buyer
  /** For which company, as they said. */
  readonly business?: Business
  /** As entered, in capitals. */
  readonly coupons: readonly string[]
  /** By variant, what a piece costs because staff said so, in minor units: neither price lists nor promotions change it. */
  readonly saidPrices?: Readonly<Record<string, MinorUnits>>
  /** By variant, pieces that are set aside for it: of a draft alone. */
  readonly setAside?: ReadonlyMap<string, number>
  /** What the shopper last saw in it; undefined while nobody looked. */
  readonly seen?: BasketSeen
  readonly version: number
  readonly ordered: boolean
  /** The customer whose it is; only they may open it without its token. */
  readonly owner?: string
  /** It went into another basket at sign-in, and holds nothing any more. */
  readonly joinedInto?: string
  readonly market: BasketMarket
}

/** What prices and promotions ask of a customer. */
export interface Buyer {
  readonly customerId?: string
  readonly groups: readonly string[]
  readonly company?: string
  /** Certificates that staff approved; whether one holds depends on place and day. */
  readonly exemptions?: readonly Certificate[]
  /** Which order of theirs this would be, from 1; undefined for who is not known. */
  readonly nthOrder: number | undefined
}

export interface Certificate {
  readonly id: string
  readonly kind: string
  readonly number: string
  readonly country: string
  readonly region: string | null
  readonly validFrom: string
  readonly validTo: string | null
}

export const NOBODY: Buyer = { groups: [], nthOrder: undefined }

export interface BasketMarket {
  readonly code: string
  readonly currency: CurrencyCode
  readonly pricesIncludeTax: boolean
  readonly countries: readonly string[]
  readonly entityId: string
  readonly timeZone: string
  readonly locationCode: string
}

export const MAX_LINES = 100
export const MAX_OF_LINE = 999
export const MAX_BUNDLES_OF_LINE = 99
export const MAX_COUPONS = 10
