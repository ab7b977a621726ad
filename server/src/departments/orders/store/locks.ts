import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'

/**
 * Every lock of the department. The order over departments stands in docs/lock-order.md: basket, order, payment, stock.
 *
 * The basket is locked by a statement of its own, so that the read behind it takes its snapshot after the lock was granted
 * and sees the lines that the holder before us wrote. Both travel in one round trip.
 */
export function lockBasket(ctx: Context, basketId: string): void {
  ctx.tx.later(sql`SELECT 1 FROM orders.basket WHERE id = ${basketId} FOR UPDATE`)
}

export function lockOrderRow(ctx: Context, orderId: string): void {
  ctx.tx.later(sql`SELECT 1 FROM orders.sales_order WHERE id = ${orderId} FOR UPDATE`)
}
