import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { raiseContentVersion } from '../../../host/database/content-version.ts'
import { sql } from '../../../host/database/sql.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { paidTodayColumn } from '../queries/promises.ts'
import type { PaidToday, PromiseKind, StockPromise } from '../domain/promise.ts'

export interface LockedPromise {
  readonly locationId: string
  readonly soldBeyond: bigint
  readonly most: bigint
  /** Null: nothing was promised of it yet. */
  readonly version: number | null
  readonly shipsOn: LocalDate | null
  readonly kind: PromiseKind | null
  readonly paidToday: PaidToday | null
}

/** The row of stock is held, so that nobody sells meanwhile what may not be sold any more. */
export function lockPromise(
  ctx: Context,
  { variantId, locationCode }: { readonly variantId: string; readonly locationCode: string },
): Promise<LockedPromise | undefined> {
  return ctx.tx.row(sql<LockedPromise>`
    SELECT s.location_id AS "locationId", greatest(0, s.reserved - s.on_hand - s.short) AS "soldBeyond", s.beyond AS most,
      p.version, p.ships_on AS "shipsOn", p.kind, CASE WHEN p.kind IS NOT NULL THEN ${paidTodayColumn} END AS "paidToday"
    FROM inventory.stock s JOIN inventory.location l ON l.id = s.location_id AND l.code = ${locationCode}
    LEFT JOIN inventory.promise p ON p.variant_id = s.variant_id AND p.location_id = s.location_id
    WHERE s.variant_id = ${variantId}::uuid FOR NO KEY UPDATE OF s`)
}

export function savePromise(
  ctx: Context,
  { variantId, locationId }: { readonly variantId: string; readonly locationId: string },
  { kind, shipsOn, most, paidToday }: StockPromise,
): void {
  const { sharePpm, amount, currency } = paidToday
  ctx.tx.later(sql`
    INSERT INTO inventory.promise (variant_id, location_id, kind, ships_on, pays_today, share_ppm, amount, currency)
    VALUES (${variantId}, ${locationId}, ${kind}, ${shipsOn}, ${paidToday.kind}, ${sharePpm}, ${amount === null ? null : BigInt(amount)}, ${currency})
    ON CONFLICT (variant_id, location_id) DO UPDATE SET kind = excluded.kind, ships_on = excluded.ships_on, pays_today = excluded.pays_today,
      share_ppm = excluded.share_ppm, amount = excluded.amount, currency = excluded.currency, version = promise.version + 1`)
  ctx.tx.later(sql`
    INSERT INTO inventory.promise_day (id, variant_id, location_id, ships_on, actor, at)
    VALUES (${ctx.newId()}, ${variantId}, ${locationId}, ${shipsOn}, ${actorText(ctx.actor)}, ${ctx.now})`)
  ctx.tx.later(sql`
    UPDATE inventory.stock SET beyond = ${BigInt(most)} WHERE variant_id = ${variantId} AND location_id = ${locationId}`)
  raiseContentVersion(ctx, 'stock')
}

/** Harmless twice. */
export function insertTold(
  ctx: Context,
  {
    orderId,
    variantId,
    shipsOn,
  }: { readonly orderId: string; readonly variantId: string; readonly shipsOn: LocalDate },
): void {
  ctx.tx.later(sql`
    INSERT INTO inventory.promise_told (order_id, variant_id, ships_on, at) VALUES (${orderId}, ${variantId}, ${shipsOn}, ${ctx.now})
    ON CONFLICT DO NOTHING`)
}
