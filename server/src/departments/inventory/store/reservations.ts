import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { refusals } from '../domain/refusals.ts'

/**
 * Promises stock of one location to an order, in two statements that travel with COMMIT.
 *
 * Nothing is read first. The update locks its rows in the order of their ids (so that two baskets with the same goods never
 * wait for each other in a ring), adds to `reserved`, and the constraint stock_not_oversold refuses what is not there; then
 * the whole order is undone. So a hot item's row is held for the time of the commit alone, and 50 buyers of the last 3
 * units are 3 orders and 47 clear answers.
 *
 * The lock is NO KEY UPDATE because the reservation's foreign key already holds KEY SHARE on the row, of this order and of
 * others: FOR UPDATE would wait for them while they wait for us.
 */
export function insertReservations(
  ctx: Context,
  { orderId, locationCode, wanted }: { orderId: string; locationCode: string; wanted: ReadonlyMap<string, number> },
): void {
  const variantIds = [...wanted.keys()]
  const quantities = [...wanted.values()]
  const soldOut = { reservation_of_stock: () => refusals.sold_out(), stock_not_oversold: () => refusals.sold_out() }
  ctx.tx.later(
    sql`
    INSERT INTO inventory.reservation (id, order_id, variant_id, location_id, quantity, created_at)
    SELECT wish.id, ${orderId}::uuid, wish.variant_id, (SELECT id FROM inventory.location WHERE code = ${locationCode}),
      wish.quantity, ${ctx.now}::timestamptz
    FROM unnest(${variantIds.map(() => ctx.newId())}::uuid[], ${variantIds}::uuid[], ${quantities}::bigint[])
      AS wish(id, variant_id, quantity)`,
    { refusals: soldOut },
  )
  ctx.tx.later(
    sql`
    WITH wish AS (
      SELECT s.variant_id, s.location_id, w.quantity
      FROM unnest(${variantIds}::uuid[], ${quantities}::bigint[]) AS w(variant_id, quantity)
      JOIN inventory.stock s ON s.variant_id = w.variant_id
      JOIN inventory.location l ON l.id = s.location_id AND l.code = ${locationCode}
      ORDER BY s.variant_id FOR NO KEY UPDATE OF s
    )
    UPDATE inventory.stock s SET reserved = s.reserved + wish.quantity
    FROM wish WHERE s.variant_id = wish.variant_id AND s.location_id = wish.location_id`,
    { refusals: soldOut },
  )
}

/** What is promised to one is promised to the other, by the same pieces. */
export function renameReservations(ctx: Context, { from, to }: { readonly from: string; readonly to: string }): void {
  ctx.tx.later(sql`
    UPDATE inventory.reservation SET order_id = ${to} WHERE order_id = ${from} AND ended_at IS NULL`)
}

/** Gives an order's live reservations back to the shelf; harmless twice. Stock rows are locked in the order of their ids. */
export function endReservations(ctx: Context, orderId: string): void {
  ctx.tx.later(sql`
    WITH ended AS (
      UPDATE inventory.reservation SET ended_at = ${ctx.now}, ended_by = 'released'
      WHERE order_id = ${orderId} AND ended_at IS NULL RETURNING variant_id, location_id, quantity
    ), freed AS (
      SELECT variant_id, location_id, sum(quantity)::bigint AS quantity FROM ended GROUP BY variant_id, location_id
    ), locked AS (
      SELECT s.variant_id, s.location_id, freed.quantity
      FROM inventory.stock s JOIN freed USING (variant_id, location_id)
      ORDER BY s.variant_id, s.location_id FOR NO KEY UPDATE OF s
    )
    UPDATE inventory.stock s SET reserved = s.reserved - locked.quantity
    FROM locked WHERE s.variant_id = locked.variant_id AND s.location_id = locked.location_id`)
}
