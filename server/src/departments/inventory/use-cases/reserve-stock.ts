import type { Context } from '../../../host/context.ts'
import { addedUp, type StockWish } from '../domain/wishes.ts'
import { insertReservations } from '../store/reservations.ts'

/** Promises stock of one location to an order; with COMMIT, the transaction is refused as sold out when there is too little. */
export function reserveStock(
  ctx: Context,
  { orderId, locationCode, wishes }: { orderId: string; locationCode: string; wishes: readonly StockWish[] },
): void {
  insertReservations(ctx, { orderId, locationCode, wanted: addedUp(wishes) })
}
