import type { MoneyJson } from '../../../kernel/money.ts'
import type { TaxSettings } from './tax-settings.ts'
import type { Promotion } from './promotions/promotion.ts'
import type { AsJson } from './promotions/promotion-terms.ts'

/** A promotion of a snapshot as JSON; what is left out has its usual value. */
export type PromotionJson = Pick<AsJson<Promotion>, 'code' | 'action'> & Partial<AsJson<Promotion>>

/** A price snapshot as JSON (docs/guides/price-simulator.md): amounts in whole minor units, percentages as decimals. */
export interface SnapshotJson {
  readonly market: {
    readonly code: string
    readonly currency: string
    readonly pricesIncludeTax: boolean
    readonly tax?: TaxSettings
  }
  readonly country: string
  readonly channel?: string
  readonly now?: string
  readonly customer?: { readonly groups?: readonly string[]; readonly nthOrder?: number }
  readonly coupons?: readonly string[]
  readonly lines: readonly LineJson[]
  readonly delivery?: {
    readonly code: string
    readonly price: MoneyJson
    readonly freeFrom?: MoneyJson
    readonly taxCategory: string
  }
  readonly taxRates: Readonly<Record<string, string>>
  readonly promotions?: readonly PromotionJson[]
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
  readonly brand?: string
  readonly floorPrice?: MoneyJson
}
