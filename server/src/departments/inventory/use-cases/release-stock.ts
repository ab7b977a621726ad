import type { Context } from '../../../host/context.ts'
import { endReservations } from '../store/reservations.ts'

/** Gives an order's live reservations back to the shelf; harmless twice. */
export function releaseStock(ctx: Context, orderId: string): void {
  endReservations(ctx, orderId)
}
