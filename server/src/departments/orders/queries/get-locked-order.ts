import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { money } from '../../../kernel/money.ts'
import type { ClearanceGround, Dispatch, LockedOrder, OrderId, OrderState } from '../domain/order.ts'

interface OrderRow {
  readonly id: OrderId
  readonly number: bigint
  readonly state: OrderState
  readonly entity_id: string
  readonly market_code: string
  readonly locale: string
  readonly time_zone: string
  readonly currency: string
  readonly total: bigint
  readonly goods_net: bigint
  readonly delivery_net: bigint
  readonly tax: bigint
  readonly content_hash: string
  readonly expires_at: Date
  readonly cleared: ClearanceGround | null
  readonly dispatch: Dispatch | null
  readonly version: number
}

/** Read behind the lock that locks.ts sent ahead on the same connection. */
export async function findLockedOrder(ctx: Context, orderId: string): Promise<LockedOrder | undefined> {
  const row = await ctx.tx.row(sql<OrderRow>`
    SELECT o.id, o.number, o.state, o.entity_id, o.market_code, o.locale, e.time_zone, o.currency, o.total, o.goods_net,
      o.delivery_net, o.tax, o.content_hash, o.expires_at, o.dispatch, o.version,
      (SELECT c.ground FROM orders.clearance c WHERE c.order_id = o.id) AS cleared
    FROM orders.sales_order o JOIN organisation.pub_entity e ON e.id = o.entity_id::text
    WHERE o.id = ${orderId}`)
  if (!row) return undefined
  return {
    id: row.id,
    number: String(row.number),
    state: row.state,
    entityId: row.entity_id,
    marketCode: row.market_code,
    locale: row.locale,
    timeZone: row.time_zone,
    total: money(row.total, row.currency),
    goodsNet: money(row.goods_net, row.currency),
    deliveryNet: money(row.delivery_net, row.currency),
    tax: money(row.tax, row.currency),
    contentHash: row.content_hash,
    expiresAt: row.expires_at,
    cleared: row.cleared,
    dispatch: row.dispatch,
    version: row.version,
  }
}
