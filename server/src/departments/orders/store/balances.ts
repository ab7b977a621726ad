import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Balance, BalanceOutcome } from '../domain/balance.ts'

export type BalanceToKeep = Omit<Balance, 'askedBy' | 'askedAt' | 'endedAt' | 'outcome' | 'endedBy' | 'endReason'>

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
