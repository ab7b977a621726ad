import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'

interface Sold {
  readonly orderId: string
  readonly placedAt: Date
  readonly number: bigint
  /** In minor units of the order's currency. */
  readonly total: bigint
  readonly name: string
  readonly skus: readonly string[]
}

/** What a new order is found by: each of its SKUs once, however many lines have it, with what a list of orders is sorted by. */
export function insertSoldSkus(ctx: Context, { orderId, placedAt, number, total, name, skus }: Sold): void {
  ctx.tx.later(sql`
    INSERT INTO orders.sold_sku (sku, placed_at, order_id, number, total, name)
    SELECT DISTINCT lower(line.sku), ${placedAt}::timestamptz, ${orderId}::uuid, ${number}::bigint, ${total}::bigint, lower(${name}::text)
    FROM unnest(${skus}::text[]) AS line(sku)`)
}

interface Changed {
  readonly orderId: string
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/**
 * The order is found by what it has now, and no more by what left it; its row says what it comes to now and for whom it is. Most changes
 * leave its SKUs as they are.
 */
export function changeSoldSkus(ctx: Context, { orderId, before, after }: Changed): void {
  const gone = before.filter((sku) => !after.includes(sku))
  const fresh = after.filter((sku) => !before.includes(sku))
  if (gone.length > 0) {
    ctx.tx.later(sql`
      DELETE FROM orders.sold_sku s USING orders.sales_order o
      WHERE o.id = ${orderId} AND s.order_id = o.id AND s.placed_at = o.placed_at AND s.sku IN (
        SELECT lower(line.sku) FROM unnest(${gone}::text[]) AS line(sku)
        EXCEPT SELECT lower(line.sku) FROM unnest(${after}::text[]) AS line(sku))`)
  }
  ctx.tx.later(sql`
    UPDATE orders.sold_sku s SET total = o.total, name = lower(o.name) FROM orders.sales_order o
    WHERE o.id = ${orderId} AND s.order_id = o.id AND s.placed_at = o.placed_at
      AND s.sku IN (SELECT lower(line.sku) FROM unnest(${after}::text[]) AS line(sku))
      AND (s.total, s.name) IS DISTINCT FROM (o.total, lower(o.name))`)
  if (fresh.length === 0) return
  ctx.tx.later(sql`
    INSERT INTO orders.sold_sku (sku, placed_at, order_id, number, total, name)
    SELECT DISTINCT lower(line.sku), o.placed_at, o.id, o.number, o.total, lower(o.name)
    FROM orders.sales_order o, unnest(${fresh}::text[]) AS line(sku)
    WHERE o.id = ${orderId} ON CONFLICT DO NOTHING`)
}
