import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { refusals } from '../domain/refusals.ts'

/**
 * An order that was changed holds other pieces than before, in three statements that travel with COMMIT. The stock moves by the
 * difference alone, in the order of its ids: an order that gives back one unit and takes another of the same goods asks for nothing, and two
 * changes never wait for each other in a ring. The order is locked by who calls, so what it holds is nobody else's to move.
 */
export function exchangeReservations(
  ctx: Context,
  {
    orderId,
    locationCode,
    wanted,
  }: { readonly orderId: string; readonly locationCode: string; readonly wanted: ReadonlyMap<string, number> },
): void {
  const variantIds = [...wanted.keys()]
  const quantities = [...wanted.values()]
  const soldOut = { reservation_of_stock: () => refusals.sold_out(), stock_not_oversold: () => refusals.sold_out() }
  ctx.tx.later(
    sql`
    WITH held AS (
      SELECT variant_id, location_id, sum(quantity)::bigint AS quantity FROM inventory.reservation
      WHERE order_id = ${orderId} AND ended_at IS NULL AND variant_id = ANY(${variantIds}::uuid[]) GROUP BY variant_id, location_id
    ), wish AS (
      SELECT w.variant_id, w.quantity, (SELECT id FROM inventory.location WHERE code = ${locationCode}) AS location_id
      FROM unnest(${variantIds}::uuid[], ${quantities}::bigint[]) AS w(variant_id, quantity)
    ), moved AS (
      SELECT variant_id, location_id, coalesce(wish.quantity, 0) - coalesce(held.quantity, 0) AS quantity
      FROM held FULL JOIN wish USING (variant_id, location_id)
    ), locked AS (
      SELECT s.variant_id, s.location_id, moved.quantity FROM inventory.stock s JOIN moved USING (variant_id, location_id)
      WHERE moved.quantity <> 0 ORDER BY s.variant_id, s.location_id FOR NO KEY UPDATE OF s
    )
    UPDATE inventory.stock s SET reserved = s.reserved + locked.quantity
    FROM locked WHERE s.variant_id = locked.variant_id AND s.location_id = locked.location_id`,
    { refusals: soldOut },
  )
  ctx.tx.later(sql`
    UPDATE inventory.reservation SET ended_at = ${ctx.now}, ended_by = 'released'
    WHERE order_id = ${orderId} AND ended_at IS NULL AND variant_id = ANY(${variantIds}::uuid[])`)
  ctx.tx.later(
    sql`
    INSERT INTO inventory.reservation (id, order_id, variant_id, location_id, quantity, created_at)
    SELECT wish.id, ${orderId}::uuid, wish.variant_id, (SELECT id FROM inventory.location WHERE code = ${locationCode}),
      wish.quantity, ${ctx.now}::timestamptz
    FROM unnest(${variantIds.map(() => ctx.newId())}::uuid[], ${variantIds}::uuid[], ${quantities}::bigint[])
      AS wish(id, variant_id, quantity) WHERE wish.quantity > 0`,
    { refusals: soldOut },
  )
}
