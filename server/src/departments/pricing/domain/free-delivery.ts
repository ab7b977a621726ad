import { compare, money } from '../../../kernel/money.ts'
import type { PriceSnapshot } from './price-snapshot.ts'

/** Whether goods of so many minor units, as prices are shown, make delivery free. */
export function isFree({ delivery, market }: PriceSnapshot, goods: number): boolean {
  return delivery?.freeFrom !== undefined && compare(money(goods, market.currency), delivery.freeFrom) >= 0
}
