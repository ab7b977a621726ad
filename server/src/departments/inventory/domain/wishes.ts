export interface StockWish {
  readonly variantId: string
  readonly quantity: number
}

/** Wishes by variant, added up and in the order of their ids: two lines of one variant never share a unit. */
export function addedUp(wishes: readonly StockWish[]): Map<string, number> {
  const wanted = new Map<string, number>()
  for (const { variantId, quantity } of [...wishes].sort((a, b) => (a.variantId < b.variantId ? -1 : 1))) {
    wanted.set(variantId, (wanted.get(variantId) ?? 0) + quantity)
  }
  return wanted
}
