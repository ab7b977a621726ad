export interface PriceToSet {
  readonly variantId: string
  readonly currency: string
  /** Whole minor units. */
  readonly amount: bigint
  /** The former price, shown struck through; must be higher. */
  readonly compareAt?: bigint | undefined
}
