export type MoveCause = 'opening' | 'import' | 'adjustment'

export interface StockToSet {
  readonly variantId: string
  readonly locationCode: string
  /** What is really there, in pieces. */
  readonly quantity: number
}
