import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { trackingKey, type ParcelState } from '../domain/parcel.ts'
import type { SentLine } from '../domain/what-is-left.ts'

export interface Tracking {
  readonly carrier: string | null
  readonly trackingNumber: string | null
  readonly trackingUrl: string | null
}

export interface NewParcel {
  readonly id: string
  readonly orderId: string
  readonly orderNumber: string
  readonly number: number
  readonly marketCode: string
  readonly locationCode: string
  readonly lines: readonly SentLine[]
  readonly tracking: Tracking
}

export type Fact = ParcelState | 'tracked'

const keyOf = (number: string | null) => (number === null ? null : trackingKey(number))

export function insertParcel(ctx: Context, parcel: NewParcel): void {
  const { id, lines, tracking } = parcel
  ctx.tx.later(sql`
    INSERT INTO fulfilment.parcel (id, order_id, order_number, number, market_code, location_code, state, carrier, tracking_number, tracking_key,
      tracking_url, made_at)
    VALUES (${id}, ${parcel.orderId}, ${BigInt(parcel.orderNumber)}, ${parcel.number}, ${parcel.marketCode}, ${parcel.locationCode}, 'packed',
      ${tracking.carrier}, ${tracking.trackingNumber}, ${keyOf(tracking.trackingNumber)}, ${tracking.trackingUrl}, ${ctx.now})`)
  ctx.tx.later(sql`
    INSERT INTO fulfilment.parcel_line (parcel_id, position, variant_id, quantity)
    SELECT ${id}::uuid, * FROM unnest(${lines.map(({ position }) => position)}::smallint[],
      ${lines.map(({ variantId }) => variantId)}::uuid[], ${lines.map(({ quantity }) => quantity)}::int[])`)
}

export function saveState(
  ctx: Context,
  id: string,
  {
    state,
    leavesAt,
    deliveredOn,
  }: { readonly state: ParcelState; readonly leavesAt?: Date; readonly deliveredOn: string | null },
): void {
  const shipped = leavesAt === undefined ? null : ctx.now
  ctx.tx.later(sql`
    UPDATE fulfilment.parcel SET state = ${state}, shipped_at = coalesce(${shipped}::timestamptz, shipped_at),
      leaves_at = coalesce(${leavesAt ?? null}::timestamptz, leaves_at), delivered_on = ${deliveredOn}
    WHERE id = ${id}`)
}

export function saveLeft(ctx: Context, id: string): void {
  ctx.tx.later(sql`UPDATE fulfilment.parcel SET left_at = ${ctx.now} WHERE id = ${id}`)
}

export function saveTracking(ctx: Context, id: string, { carrier, trackingNumber, trackingUrl }: Tracking): void {
  ctx.tx.later(sql`
    UPDATE fulfilment.parcel SET carrier = ${carrier}, tracking_number = ${trackingNumber}, tracking_key = ${keyOf(trackingNumber)},
      tracking_url = ${trackingUrl} WHERE id = ${id}`)
}

export function insertFact(ctx: Context, parcelId: string, { fact, note }: { fact: Fact; note: string | null }): void {
  ctx.tx.later(sql`
    INSERT INTO fulfilment.parcel_fact (id, parcel_id, fact, note, actor, at)
    VALUES (${ctx.newId()}, ${parcelId}, ${fact}, ${note}, ${actorText(ctx.actor)}, ${ctx.now})`)
}
