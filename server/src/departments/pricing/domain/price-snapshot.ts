import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { Money } from '../../../kernel/money.ts'
import type { UnitPrice } from '../../../kernel/unit-price.ts'
import type { BundleToPrice, ShareOfBundle } from './bundles/bundle-to-price.ts'
import type { Listed } from './price-lists/choose-price.ts'
import type { PriceList } from './price-lists/price-list.ts'
import type { DeliveryTariff } from './delivery/tariff.ts'
import type { Promotion } from './promotions/promotion.ts'
import type { TaxRate } from './tax-rate.ts'
import type { TaxSettings } from './tax-settings.ts'
import type { TaxTreatment } from './tax-treatment.ts'

export interface LineToPrice {
  readonly variantId: string
  readonly quantity: number
  /** The shop's own price, which price lists may change; undefined where it has none in the market's currency. */
  readonly unitPrice: Money | undefined
  /** Where the price of a piece is finer than the minor unit: it becomes money once, at the line. */
  readonly exactPrice?: UnitPrice
  readonly compareAt: Money | undefined
  readonly taxCategory: string
  readonly sellable: boolean
  /** What rates of delivery look at; what is not delivered (files, services) says so. */
  readonly weightGrams?: number
  readonly delivered?: boolean
  /** What promotions look at. */
  readonly productId?: string
  readonly categories?: readonly string[]
  readonly labels?: readonly string[]
  readonly collections?: readonly string[]
  readonly brand?: string
  /** What a unit must cost at least, whatever promotions give. */
  readonly floorPrice?: Money
  /** A person said its price: neither price lists nor promotions change it. */
  readonly said?: true
  /** What price lists said of it, once they were asked (price-lists/with-list-prices.ts). */
  readonly listed?: Listed
  /** Where it is several goods for one price. */
  readonly bundle?: BundleToPrice
  /** Where it is one of them, and which line of the basket it stands in: bundles/open-bundles.ts. */
  readonly share?: ShareOfBundle
  readonly place?: number
}

export interface DeliveryToPrice {
  readonly code: string
  readonly price: Money
  /** From this value of goods on, as prices are shown in the market, delivery costs nothing. */
  readonly freeFrom: Money | undefined
  readonly taxCategory: string
  /** A table in the place of price and threshold. */
  readonly rate?: DeliveryRate
}

/** The table of the zone that it goes to. */
export interface DeliveryRate {
  readonly zone: string
  readonly tariff: DeliveryTariff
  /** Where another place's tax is put inside prices: what becomes of each amount. */
  readonly scale?: (amount: Money) => Money
}

/** Who buys, where and when: what promotions depend on besides the goods. */
export interface SaleToPrice {
  readonly now: Date
  readonly channel: string
  readonly customerGroups: readonly string[]
  /** For which company they buy. */
  readonly company?: string
  /** Which order of the customer's this would be, from 1; undefined for who is not known. */
  readonly nthOrder: number | undefined
  readonly coupons: readonly string[]
  readonly promotions: readonly Promotion[]
  readonly priceLists?: readonly PriceList[]
}

/** Everything that a price depends on, and nothing else: the same snapshot gives the same price for ever. */
export interface PriceSnapshot {
  readonly market: {
    readonly code: string
    readonly currency: CurrencyCode
    readonly pricesIncludeTax: boolean
    readonly tax?: TaxSettings
    /** Where a price finer than the minor unit becomes money: at the line unless told. */
    readonly roundPrices?: 'unit' | 'line'
  }
  readonly country: string
  readonly lines: readonly LineToPrice[]
  readonly delivery: DeliveryToPrice | undefined
  /** What each category bears where the sale is taxed. */
  readonly taxRates: ReadonlyMap<string, TaxRate>
  /** Why there. */
  readonly treatment?: TaxTreatment
  /** Whose taxes these are, where it is not the country that the goods go to. */
  readonly taxCountry?: string
  /** What is inside the prices as they were made, where that is another place's tax. */
  readonly homeTaxRates?: ReadonlyMap<string, TaxRate>
  readonly sale?: SaleToPrice
}
