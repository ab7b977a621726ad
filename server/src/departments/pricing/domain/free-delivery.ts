import type { PriceSnapshot } from './price-snapshot.ts'

/** Whether goods of so many minor units, as prices are shown, make delivery free. */
export function isFree({ delivery }: PriceSnapshot, goods: number): boolean {
  return delivery?.freeFrom !== undefined && goods >= Number(delivery.freeFrom.amount)
}
