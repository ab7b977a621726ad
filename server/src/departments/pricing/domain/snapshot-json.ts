import type { MoneyJson } from '../../../kernel/money.ts'
import type { TaxSettings } from './tax-settings.ts'
import type { TaxTreatment } from './tax-treatment.ts'
import type { DeliveryTariff } from './delivery/tariff.ts'
import type { PriceListJson } from './price-lists/price-list-json.ts'
import type { Promotion } from './promotions/promotion.ts'
import type { AsJson } from './promotions/promotion-terms.ts'

/** A promotion of a snapshot as JSON; what is left out has its usual value. */
export type PromotionJson = Pick<AsJson<Promotion>, 'code' | 'action'> & Partial<AsJson<Promotion>>

/** By category: a percentage, or several taxes in their order. */
export type RatesJson = Readonly<
  Record<string, string | readonly { readonly tax: string; readonly percent: string; readonly compound?: boolean }[]>
>

/** A price snapshot as JSON (docs/guides/price-simulator.md): amounts in whole minor units, percentages as decimals. */
export interface SnapshotJson {
  readonly market: {
    readonly code: string
    readonly currency: string
    readonly pricesIncludeTax: boolean
    readonly tax?: TaxSettings
    readonly roundPrices?: 'unit' | 'line'
  }
  readonly country: string
  readonly channel?: string
  readonly now?: string
  readonly customer?: { readonly groups?: readonly string[]; readonly nthOrder?: number; readonly company?: string }
  readonly coupons?: readonly string[]
  readonly lines: readonly LineJson[]
  readonly delivery?: {
    readonly code: string
    readonly price?: MoneyJson
    readonly freeFrom?: MoneyJson
    readonly taxCategory: string
    readonly rate?: { readonly zone?: string; readonly tariff: DeliveryTariff }
  }
  readonly taxRates: RatesJson
  readonly homeTaxRates?: RatesJson
  readonly treatment?: TaxTreatment
  readonly taxCountry?: string
  readonly promotions?: readonly PromotionJson[]
  readonly priceLists?: readonly PriceListJson[]
}

export interface LineJson {
  readonly variantId: string
  readonly quantity: number
  readonly unitPrice?: MoneyJson
  /** Of a piece in whole currency units, finer than the minor unit. */
  readonly exactPrice?: string
  readonly compareAt?: MoneyJson
  readonly taxCategory: string
  readonly productId?: string
  readonly categories?: readonly string[]
  readonly labels?: readonly string[]
  readonly collections?: readonly string[]
  readonly brand?: string
  readonly floorPrice?: MoneyJson
  readonly weightGrams?: number
  readonly delivered?: boolean
  readonly bundle?: BundleJson
}

/** What a bundle consists of, as it was chosen: quantities are those of one bundle. */
export interface BundleJson {
  readonly price:
    | { readonly way: 'own' }
    | { readonly way: 'percent_off'; readonly percent: string }
    | { readonly way: 'amount_off'; readonly amount: MoneyJson }
  readonly promotions?: 'included' | 'excluded'
  readonly components: readonly ComponentJson[]
}

export interface ComponentJson extends Omit<LineJson, 'bundle' | 'exactPrice' | 'compareAt'> {
  readonly surcharge?: MoneyJson
}
