import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { MovementKind, Taken } from '../domain/points.ts'
import type { Terms } from '../domain/programme.ts'

export interface NewMovement {
  readonly id: string
  readonly accountId: string
  readonly kind: MovementKind
  readonly points: bigint
  readonly pending: bigint
  /** By how much more the ledger owes. */
  readonly booked: bigint
  readonly credited?: bigint
  readonly orderId?: string | null
  readonly reason?: string | null
}

/** What happened, and the balance that it makes; the account is held. */
export function insertMovement(ctx: Context, movement: NewMovement): void {
  const { id, accountId, kind, points, pending, booked, credited = 0n, orderId = null, reason = null } = movement
  ctx.tx.later(sql`
    WITH moved AS (
      UPDATE loyalty.account SET balance = balance + ${points}, pending = pending + ${pending} WHERE id = ${accountId} RETURNING id
    )
    INSERT INTO loyalty.movement (id, account_id, kind, points, pending, booked, credited, order_id, reason, actor, at)
    SELECT ${id}::uuid, id, ${kind}, ${points}::bigint, ${pending}::bigint, ${booked}::bigint, ${credited}::bigint, ${orderId}::text,
      ${reason}::text, ${actorText(ctx.actor)}, ${ctx.now}::timestamptz FROM moved`)
}

export interface NewLot {
  readonly accountId: string
  readonly orderId: string | null
  readonly points: bigint
  readonly booked: bigint
  readonly terms: Pick<Terms, 'pointWorth' | 'redemptionPpm' | 'expiryMonths' | 'expiresAfter'>
  readonly earnedOn: LocalDate
  readonly expiresOn: LocalDate | null
}

export function insertLot(ctx: Context, lot: NewLot): void {
  const { pointWorth, redemptionPpm, expiryMonths, expiresAfter } = lot.terms
  ctx.tx.later(sql`
    INSERT INTO loyalty.lot (id, account_id, order_id, points, remaining, point_worth, redemption_ppm, booked, earned_on, expires_on,
      expiry_months, expires_after)
    VALUES (${ctx.newId()}, ${lot.accountId}, ${lot.orderId}, ${lot.points}, ${lot.points}, ${pointWorth}, ${redemptionPpm},
      ${lot.booked}, ${lot.earnedOn}, ${lot.expiresOn}, ${expiryMonths}, ${expiresAfter})`)
}

export function takeFromLots(ctx: Context, taken: readonly Taken[]): void {
  for (const { lot, points, booked } of taken) {
    ctx.tx.later(sql`
      UPDATE loyalty.lot SET remaining = remaining - ${points}, booked = booked - ${booked} WHERE id = ${lot.id}`)
  }
}

/** Where points are good for so long after the last that happened, they begin anew. */
export function prolongLots(ctx: Context, accountId: string, today: LocalDate): void {
  ctx.tx.later(sql`
    UPDATE loyalty.lot SET expires_on = (${today}::date + make_interval(months => expiry_months))::date, reminded_at = NULL
    WHERE account_id = ${accountId} AND remaining > 0 AND expires_after = 'activity' AND expiry_months > 0`)
}

export interface EarningRow {
  readonly orderId: string
  readonly accountId: string
  readonly termsId: string
  readonly earned: bigint
  readonly reversed: bigint
  readonly ripeOn: LocalDate | null
}

/** How an order stands; made where there was none. */
export function saveEarning(ctx: Context, row: EarningRow): void {
  ctx.tx.later(sql`
    INSERT INTO loyalty.earning (order_id, account_id, terms_id, earned, reversed, ripe_on, created_at)
    VALUES (${row.orderId}, ${row.accountId}, ${row.termsId}, ${row.earned}, ${row.reversed}, ${row.ripeOn}, ${ctx.now})
    ON CONFLICT (order_id) DO UPDATE SET earned = excluded.earned, reversed = excluded.reversed, ripe_on = excluded.ripe_on`)
}

export function saveConfirmed(ctx: Context, orderId: string): void {
  ctx.tx.later(sql`UPDATE loyalty.earning SET confirmed_at = ${ctx.now} WHERE order_id = ${orderId}`)
}

export interface NewConversion {
  readonly id: string
  readonly accountId: string
  readonly points: bigint
  readonly amount: bigint
  readonly creditId: string
}

export function insertConversion(ctx: Context, { id, accountId, points, amount, creditId }: NewConversion): void {
  ctx.tx.later(sql`
    INSERT INTO loyalty.conversion (id, account_id, points, amount, credit_id, at)
    VALUES (${id}, ${accountId}, ${points}, ${amount}, ${creditId}, ${ctx.now})`)
}

/** Their holder was told that what ends on that day ends. */
export function saveReminded(ctx: Context, accountId: string, expiresOn: string): void {
  ctx.tx.later(sql`
    UPDATE loyalty.lot SET reminded_at = ${ctx.now}
    WHERE account_id = ${accountId} AND expires_on = ${expiresOn}::date AND remaining > 0`)
}
