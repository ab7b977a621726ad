import type { Money } from '../../../../kernel/money.ts'
import type { Percent } from '../../../../kernel/rate.ts'
import type { LineToPrice } from '../price-snapshot.ts'

/** What a bundle costs: the price of its own line, or what its components cost together, less something. */
export type BundlePrice =
  | { readonly way: 'own' }
  | { readonly way: 'percent_off'; readonly percent: Percent }
  | { readonly way: 'amount_off'; readonly amount: Money }

/** Whether promotions may take anything off its components and count them. */
export type BundlePromotions = 'included' | 'excluded'

/** A component, with how many of it are in one bundle. */
export interface ComponentToPrice extends Omit<LineToPrice, 'bundle' | 'share' | 'listed'> {
  /** For each of them, on top of what the bundle costs: a choice that is dearer. */
  readonly surcharge?: Money
}

/** Several goods for one price, as they were chosen. */
export interface BundleToPrice {
  readonly price: BundlePrice
  readonly promotions: BundlePromotions
  readonly components: readonly ComponentToPrice[]
}

/** What a line that is a component bears of the price of its bundle. */
export interface ShareOfBundle {
  /** Which line of the basket the bundle is. */
  readonly bundle: number
  readonly variantId: string
  readonly amount: Money
  /** What the pieces cost by themselves. */
  readonly own: Money
  readonly promotions: BundlePromotions
}
