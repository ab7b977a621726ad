import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { Money } from '../../../kernel/money.ts'
import type { Percent } from '../../../kernel/rate.ts'
import type { UnitPrice } from '../../../kernel/unit-price.ts'
import type { Promotion } from './promotions/promotion.ts'
import type { TaxSettings } from './tax-settings.ts'

export interface LineToPrice {
  readonly variantId: string
  readonly quantity: number
  /** Undefined where the variant has no price in the market's currency. */
  readonly unitPrice: Money | undefined
  /** Where the price of a piece is finer than the minor unit: it becomes money once, at the line. */
  readonly exactPrice?: UnitPrice
  readonly compareAt: Money | undefined
  readonly taxCategory: string
  readonly sellable: boolean
  /** What promotions look at. */
  readonly productId?: string
  readonly categories?: readonly string[]
  readonly labels?: readonly string[]
  readonly brand?: string
  /** What a unit must cost at least, whatever promotions give. */
  readonly floorPrice?: Money
}

export interface DeliveryToPrice {
  readonly code: string
  readonly price: Money
  /** From this value of goods on, as prices are shown in the market, delivery costs nothing. */
  readonly freeFrom: Money | undefined
  readonly taxCategory: string
}

/** Who buys, where and when: what promotions depend on besides the goods. */
export interface SaleToPrice {
  readonly now: Date
  readonly channel: string
  readonly customerGroups: readonly string[]
  /** Which order of the customer's this would be, from 1; undefined for who is not known. */
  readonly nthOrder: number | undefined
  readonly coupons: readonly string[]
  readonly promotions: readonly Promotion[]
}

/** Everything that a price depends on, and nothing else: the same snapshot gives the same price for ever. */
export interface PriceSnapshot {
  readonly market: {
    readonly code: string
    readonly currency: CurrencyCode
    readonly pricesIncludeTax: boolean
    readonly tax?: TaxSettings
  }
  readonly country: string
  readonly lines: readonly LineToPrice[]
  readonly delivery: DeliveryToPrice | undefined
  readonly taxRates: ReadonlyMap<string, Percent>
  readonly sale?: SaleToPrice
}
