import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { refusals } from '../domain/refusals.ts'
import type { Taken } from '../domain/take-reserved.ts'

/** Of a reservation that goes in part a row of what went stays behind; then the stock rows, locked in the order of their ids. */
export function writeShipment(ctx: Context, taken: readonly Taken[], ref: string): void {
  const whole = taken.filter(({ left }) => left === 0)
  const parts = taken.filter(({ left }) => left > 0)
  ctx.tx.later(sql`
    UPDATE inventory.reservation SET ended_at = ${ctx.now}, ended_by = 'shipped', shipment = ${ref}
    WHERE id = ANY(${whole.map(({ id }) => id)}::uuid[])`)
  ctx.tx.later(sql`
    WITH part AS (
      SELECT * FROM unnest(${parts.map(() => ctx.newId())}::uuid[], ${parts.map(({ id }) => id)}::uuid[],
        ${parts.map(({ quantity }) => BigInt(quantity))}::bigint[]) AS part(id, of, quantity)
    ), split AS (
      UPDATE inventory.reservation r SET quantity = r.quantity - part.quantity FROM part WHERE r.id = part.of
      RETURNING part.id, r.order_id, r.variant_id, r.location_id, part.quantity, r.created_at
    )
    INSERT INTO inventory.reservation (id, order_id, variant_id, location_id, quantity, created_at, ended_at, ended_by, shipment)
    SELECT id, order_id, variant_id, location_id, quantity, created_at, ${ctx.now}::timestamptz, 'shipped', ${ref}::text FROM split`)
  moveShipped(ctx, ref, 'out')
}

export function returnShipment(ctx: Context, ref: string): void {
  moveShipped(ctx, ref, 'back')
  ctx.tx.later(sql`
    UPDATE inventory.reservation SET ended_at = NULL, ended_by = NULL, shipment = NULL WHERE shipment = ${ref}`)
}

/** On hand and reserved go down, or come back, together: what can be sold stays as it was. */
function moveShipped(ctx: Context, ref: string, way: 'out' | 'back'): void {
  const sign = way === 'out' ? -1n : 1n
  ctx.tx.later(
    sql`
    WITH gone AS (
      SELECT variant_id, location_id, sum(quantity)::bigint AS quantity FROM inventory.reservation
      WHERE shipment = ${ref} GROUP BY variant_id, location_id
    ), locked AS (
      SELECT s.variant_id, s.location_id, ${sign}::bigint * gone.quantity AS quantity
      FROM inventory.stock s JOIN gone USING (variant_id, location_id)
      ORDER BY s.variant_id, s.location_id FOR NO KEY UPDATE OF s
    ), moved AS (
      INSERT INTO inventory.move (id, variant_id, location_id, quantity, cause, ref, actor, at)
      SELECT uuidv7(), variant_id, location_id, quantity, 'shipment', ${ref}::text, ${actorText(ctx.actor)}::text, ${ctx.now}::timestamptz
      FROM locked
    )
    UPDATE inventory.stock s SET on_hand = s.on_hand + locked.quantity, reserved = s.reserved + locked.quantity
    FROM locked WHERE s.variant_id = locked.variant_id AND s.location_id = locked.location_id`,
    { refusals: { stock_on_hand_not_negative: () => refusals.not_on_shelf() } },
  )
}
