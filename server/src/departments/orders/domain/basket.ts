import type { Id } from '../../../kernel/ids.ts'
import type { CurrencyCode } from '../../../kernel/currency.ts'

export type BasketId = Id<'basket'>

export interface BasketLine {
  readonly variantId: string
  readonly quantity: number
}

/** A basket with the market that it shops in. */
export interface Basket {
  readonly id: BasketId
  readonly lines: readonly BasketLine[]
  readonly country: string
  readonly locale: string
  readonly deliveryMethod: string | null
  readonly channelCode: string
  /** As entered, in capitals. */
  readonly coupons: readonly string[]
  readonly version: number
  readonly ordered: boolean
  readonly market: BasketMarket
}

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
export const MAX_COUPONS = 10
