import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { Balance, BalanceOutcome } from '../domain/balance.ts'
import type { OrderContent } from '../domain/order-content.ts'

export type BalanceToKeep = Omit<
  Balance,
  'kind' | 'readyOn' | 'dueSince' | 'askedBy' | 'askedAt' | 'endedAt' | 'outcome' | 'endedBy' | 'endReason'
>

export function insertBalance(ctx: Context, balance: BalanceToKeep): void {
  const { id, orderId, amount, currency, reason, note, expiresAt, hashBefore, hashAfter, after } = balance
  ctx.tx.later(sql`
    INSERT INTO orders.balance (id, order_id, amount, currency, reason, note, asked_by, asked_at, expires_at, hash_before, hash_after, after)
    VALUES (${id}, ${orderId}, ${BigInt(amount)}, ${currency}, ${reason}, ${note}, ${actorText(ctx.actor)}, ${ctx.now}, ${expiresAt},
      ${hashBefore}, ${hashAfter}, ${jsonText(after)}::jsonb)`)
}

export function saveBalanceEnd(
  ctx: Context,
  { id }: Balance,
  { outcome, reason }: { readonly outcome: BalanceOutcome; readonly reason: string | undefined },
): void {
  ctx.tx.later(sql`
    UPDATE orders.balance SET ended_at = ${ctx.now}, outcome = ${outcome}, ended_by = ${actorText(ctx.actor)}, end_reason = ${reason ?? null}
    WHERE id = ${id} AND ended_at IS NULL`)
}

/** Whoever looks at the order sees another version: something waits for its money, or no more. */
export function touchOrder(ctx: Context, orderId: string): void {
  ctx.tx.later(sql`UPDATE orders.sales_order SET version = version + 1 WHERE id = ${orderId}`)
}

export interface DeferralToKeep {
  readonly orderId: string
  readonly today: bigint
  readonly later: bigint
  readonly currency: string
  readonly readyOn: LocalDate
  readonly payDays: number
  readonly hashBefore: string
  readonly hashAfter: string
  readonly after: OrderContent
}

export function insertDeferral(ctx: Context, deferral: DeferralToKeep): void {
  const { orderId, today, later, currency, readyOn, payDays, hashBefore, hashAfter, after } = deferral
  ctx.tx.later(sql`
    INSERT INTO orders.deferral (order_id, today, later, currency, ready_on, pay_days, hash_before, hash_after, after)
    VALUES (${orderId}, ${today}, ${later}, ${currency}, ${readyOn}, ${payDays}, ${hashBefore}, ${hashAfter}, ${jsonText(after)}::jsonb)`)
}

/** Today's part is paid: the rest waits, and has no end before it is asked for. */
export function insertRest(ctx: Context, id: string, orderId: string): void {
  ctx.tx.later(sql`
    INSERT INTO orders.balance (id, order_id, kind, ready_on, amount, currency, reason, asked_by, asked_at, expires_at, hash_before, hash_after, after)
    SELECT ${id}::uuid, d.order_id, 'rest', d.ready_on, d.later, d.currency, 'other', ${actorText(ctx.actor)}, ${ctx.now}::timestamptz,
      '9999-12-31'::timestamptz, d.hash_before, d.hash_after, d.after
    FROM orders.deferral d WHERE d.order_id = ${orderId}`)
}

export function saveRestAsked(ctx: Context, { id }: Pick<Balance, 'id'>, expiresAt: Date): void {
  ctx.tx.later(sql`
    UPDATE orders.balance SET due_since = ${ctx.now}, expires_at = ${expiresAt} WHERE id = ${id} AND ended_at IS NULL AND due_since IS NULL`)
}

export function saveRestReminded(ctx: Context, { id }: Pick<Balance, 'id'>): void {
  ctx.tx.later(sql`UPDATE orders.balance SET reminded_at = ${ctx.now} WHERE id = ${id} AND ended_at IS NULL`)
}
