import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { Money } from '../../../kernel/money.ts'
import type { Percent } from '../../../kernel/rate.ts'
import type { UnitPrice } from '../../../kernel/unit-price.ts'
import type { BundlePromotions, ShareOfBundle } from './bundles/bundle-to-price.ts'
import type { TaxOfPart } from './tax-of.ts'
import type { TaxTreatment } from './tax-treatment.ts'

/** A rule that was looked at: what it did, or the first condition that it lacked. `params` fill the translated sentence. */
export interface Reason {
  readonly rule:
    | 'base_price'
    | 'bundle'
    | 'price_list'
    | 'reduced_price'
    | 'promotion'
    | 'delivery_price'
    | 'delivery_free_from'
    | 'delivery_surcharge'
    | 'tax'
    | 'tax_place'
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
  /** Where a piece costs less, or more, than whole minor units can say. */
  readonly exactPrice?: UnitPrice
  /** Where it is a component of a bundle: `subtotal` is its share of the bundle's price. */
  readonly share?: ShareOfBundle
  readonly compareAt: Money | undefined
  readonly taxCategory: string
  /** All its taxes together; rounded where they compound finer than that. */
  readonly taxPercent: Percent
  /** In the market's way of showing prices, before promotions. */
  readonly subtotal: Money
  readonly discounts: readonly Discount[]
  readonly net: Money
  readonly tax: Money
  /** Each tax for itself; they sum to `tax`. */
  readonly taxes: readonly TaxOfPart[]
  readonly total: Money
}

export interface PricedDelivery {
  readonly code: string
  /** Of its own category; what it bears where it shares the rates of the goods, `taxes` tells. */
  readonly taxPercent: Percent
  readonly subtotal: Money
  readonly discounts: readonly Discount[]
  readonly net: Money
  readonly tax: Money
  /** Each tax for itself; they sum to `tax`. */
  readonly taxes: readonly TaxOfPart[]
  readonly total: Money
}

/** What one tax comes to at one rate, and the net amounts that bear it. */
export interface TaxTotal {
  /** `vat`, `gst`. */
  readonly name: string
  readonly percent: Percent
  readonly net: Money
  readonly tax: Money
}

/** A bundle, with what its components come to together. */
export interface PricedBundle {
  /** Which line of the snapshot it is. */
  readonly line: number
  readonly variantId: string
  /** Its components, by their place among the priced lines. */
  readonly components: readonly number[]
  readonly promotions: BundlePromotions
  /** What they cost by themselves. */
  readonly own: Money
  readonly subtotal: Money
  readonly net: Money
  readonly tax: Money
  readonly total: Money
}

export interface PricedBasket {
  readonly currency: CurrencyCode
  readonly pricesIncludeTax: boolean
  /** In the order of the snapshot; a bundle's components stand in its place. */
  readonly lines: readonly PricedLine[]
  readonly bundles: readonly PricedBundle[]
  readonly delivery: PricedDelivery | undefined
  /** What the goods cost, tax and promotions counted. */
  readonly goods: Money
  /** The same as prices are shown: without tax where it is added. */
  readonly goodsShown: Money
  /** What each promotion took off goods and delivery, as prices are shown. */
  readonly discounts: readonly Discount[]
  readonly taxes: readonly TaxTotal[]
  /** Why it bears these and no others; undefined where the snapshot did not say. */
  readonly treatment: TaxTreatment | undefined
  readonly tax: Money
  readonly total: Money
  readonly reasons: readonly Reason[]
}
