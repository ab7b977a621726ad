import type { Context } from '../../../host/context.ts'
import type { StockWish } from '../domain/wishes.ts'
import { listReserved } from '../queries/reserved.ts'
import { renameReservations } from '../store/reservations.ts'
import { exchangeStock } from './exchange-stock.ts'

/**
 * What was set aside for one thing is promised to another that it became: an order to its draft. No piece comes free in between, so nobody who
 * buys at the same moment gets one; what is wished besides is promised, what is wished no more goes back. `from` is locked by who calls.
 */
export async function takeOverStock(
  ctx: Context,
  {
    from,
    wishes,
    ...order
  }: {
    readonly from: string
    readonly orderId: string
    readonly locationCode: string
    readonly wishes: readonly StockWish[]
  },
): Promise<void> {
  const held = await listReserved(ctx.tx, from)
  renameReservations(ctx, { from, to: order.orderId })
  const variantIds = [...new Set([...held, ...wishes].map(({ variantId }) => variantId))]
  exchangeStock(ctx, { ...order, variantIds, wishes })
}
