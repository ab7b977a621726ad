import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { money, type Money } from '../../../kernel/money.ts'
import type { OrderState } from '../domain/order.ts'

/** What of an order tells about its customer. */
export interface PurchaseFacts {
  readonly orderId: string
  readonly customerId: string
  readonly state: OrderState
  readonly country: string
  readonly total: Money
  readonly placedAt: Date
}

/** Under a lock that is held already, if the order's state must stay what is read. Undefined: there is no customer to it. */
export async function findPurchase(ctx: Context, orderId: string): Promise<PurchaseFacts | undefined> {
  const row = await ctx.tx.row(sql<{
    customer_id: string
    state: OrderState
    country: string
    total: bigint
    currency: string
    placed_at: Date
  }>`
    SELECT customer_id, state, country, total, currency, placed_at FROM orders.sales_order
    WHERE id = ${orderId} AND customer_id IS NOT NULL`)
  if (!row) return undefined
  const { customer_id: customerId, state, country, total, currency, placed_at: placedAt } = row
  return { orderId, customerId, state, country, total: money(total, currency), placedAt }
}
