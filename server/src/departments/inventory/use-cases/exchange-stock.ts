import type { Context } from '../../../host/context.ts'
import { addedUp, type StockWish } from '../domain/wishes.ts'
import { exchangeReservations } from '../store/exchange-reservations.ts'

/**
 * What an order holds becomes these wishes: what it needs no more is back on the shelf, what it needs besides is promised to it, in one step.
 * `variantIds`: of which goods; what else it holds stays. With COMMIT, refused as sold out when there is too little.
 */
export function exchangeStock(
  ctx: Context,
  {
    variantIds,
    wishes,
    ...order
  }: {
    readonly orderId: string
    readonly locationCode: string
    readonly variantIds: readonly string[]
    readonly wishes: readonly StockWish[]
  },
): void {
  if (variantIds.length === 0) return
  const wanted = addedUp(wishes)
  exchangeReservations(ctx, {
    ...order,
    wanted: new Map([...variantIds].toSorted().map((variantId) => [variantId, wanted.get(variantId) ?? 0])),
  })
}
