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

/**
 * The basket that a customer goes on with, under lock: who signs in on two devices at once, or opens a basket on both, comes one
 * after the other. Before the baskets themselves. The row is there afterwards.
 */
export async function lockCustomerBasket(ctx: Context, customerId: string): Promise<string | undefined> {
  const row = await ctx.tx.row(sql<{ basket_id: string | null }>`
    INSERT INTO orders.customer_basket (customer_id) VALUES (${customerId})
    ON CONFLICT (customer_id) DO UPDATE SET customer_id = excluded.customer_id RETURNING basket_id`)
  return row?.basket_id ?? undefined
}

export function lockOrderRow(ctx: Context, orderId: string): void {
  ctx.tx.later(sql`SELECT 1 FROM orders.sales_order WHERE id = ${orderId} FOR UPDATE`)
}

export function lockDraft(ctx: Context, draftId: string): void {
  ctx.tx.later(sql`SELECT 1 FROM orders.draft WHERE id = ${draftId} FOR UPDATE`)
}
