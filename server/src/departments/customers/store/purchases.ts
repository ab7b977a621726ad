import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Money } from '../../../kernel/money.ts'

export interface Purchase {
  readonly orderId: string
  readonly customerId: string
  readonly country: string
  readonly total: Money
  readonly placedAt: Date
}

export function insertPurchase(ctx: Context, { orderId, customerId, country, total, placedAt }: Purchase): void {
  ctx.tx.later(sql`
    INSERT INTO customers.purchase (order_id, customer_id, country, currency, total, placed_at)
    VALUES (${orderId}, ${customerId}, ${country}, ${total.currency}, ${total.amount}, ${placedAt})
    ON CONFLICT (order_id) DO NOTHING`)
}

export function deletePurchase(ctx: Context, orderId: string): void {
  ctx.tx.later(sql`DELETE FROM customers.purchase WHERE order_id = ${orderId}`)
}
