import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Dispatch } from '../domain/order.ts'

/** Of an order of which something is sent; what began already stays. */
export function beginDispatchRow(ctx: Context, orderId: string): void {
  ctx.tx.later(sql`
    UPDATE orders.sales_order SET dispatch = 'to_ship'
    WHERE id = ${orderId} AND dispatch IS NULL AND delivery_method IS NOT NULL`)
}

export function saveDispatch(ctx: Context, orderId: string, dispatch: Dispatch | null): void {
  ctx.tx.later(sql`UPDATE orders.sales_order SET dispatch = ${dispatch} WHERE id = ${orderId}`)
}
