import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { Money } from '../../../kernel/money.ts'
import type { Percent } from '../../../kernel/rate.ts'

/** A rule that was looked at: what it did, or the first condition that it lacked. `params` fill the translated sentence. */
export interface Reason {
  readonly rule: 'base_price' | 'reduced_price' | 'promotion' | 'delivery_price' | 'delivery_free_from' | 'tax'
  readonly applied: boolean
  readonly line: number | null
  readonly because: string
  readonly params: Readonly<Record<string, string | number | Money>>
}

/** What one promotion took off. */
export interface Discount {
  readonly promotion: string
  readonly amount: Money
}

export interface PricedLine {
  readonly variantId: string
  readonly quantity: number
  readonly unitPrice: Money
  readonly compareAt: Money | undefined
  readonly taxCategory: string
  readonly taxPercent: Percent
  /** In the market's way of showing prices, before promotions. */
  readonly subtotal: Money
  readonly discounts: readonly Discount[]
  readonly net: Money
  readonly tax: Money
  readonly total: Money
}

export interface PricedDelivery {
  readonly code: string
  readonly taxPercent: Percent
  readonly subtotal: Money
  readonly discounts: readonly Discount[]
  readonly net: Money
  readonly tax: Money
  readonly total: Money
}

export interface TaxTotal {
  readonly percent: Percent
  readonly net: Money
  readonly tax: Money
}

export interface PricedBasket {
  readonly currency: CurrencyCode
  readonly pricesIncludeTax: boolean
  readonly lines: readonly PricedLine[]
  readonly delivery: PricedDelivery | undefined
  /** What the goods cost, tax and promotions counted. */
  readonly goods: Money
  /** The same as prices are shown: without tax where it is added. */
  readonly goodsShown: Money
  /** What each promotion took off goods and delivery, as prices are shown. */
  readonly discounts: readonly Discount[]
  readonly taxes: readonly TaxTotal[]
  readonly tax: Money
  readonly total: Money
  readonly reasons: readonly Reason[]
}
