import type { Texts } from '../product.ts'

/** `fixed`: always the same; `mix`: so many pieces out of a choice; `configurable`: one, or none, of each group. */
export const BUNDLE_SHAPES = ['fixed', 'mix', 'configurable'] as const
export type BundleShape = (typeof BUNDLE_SHAPES)[number]

/** Its own price, or what its components cost together less something. */
export type BundlePriceRule =
  | { readonly way: 'own' }
  | { readonly way: 'percent_off'; readonly percentPpm: number }
  /** Currency -> whole minor units. */
  | { readonly way: 'amount_off'; readonly amounts: Readonly<Record<string, number>> }

export interface BundleOption {
  readonly variantId: string
  /** Pieces of the variant in one choice of it. */
  readonly quantity: number
  /** Currency -> whole minor units, for each piece. */
  readonly surcharges: Readonly<Record<string, number>>
  /** Chosen so often until somebody chooses otherwise. */
  readonly chosen: number
}

/** Between `least` and `most` pieces are chosen among its options. */
export interface BundleGroup {
  readonly names: Texts
  readonly least: number
  readonly most: number
  readonly options: readonly BundleOption[]
}

export interface Bundle {
  readonly shape: BundleShape
  readonly price: BundlePriceRule
  /** Whether promotions look at its components. */
  readonly promotions: 'included' | 'excluded'
  readonly groups: readonly BundleGroup[]
}

export const BUNDLE_LIMITS = { groups: 20, options: 50, pieces: 99 } as const
