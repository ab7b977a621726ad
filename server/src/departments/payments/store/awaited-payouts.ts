import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Payment } from '../domain/payment.ts'
import type { NewEvent } from '../domain/reconcile.ts'

/** What a provider took is its debt to us until a payout brings it. */
export function awaitPayout(ctx: Context, movementId: string, payment: Payment, event: NewEvent): void {
  ctx.tx.later(sql`
    INSERT INTO payments.awaited_payout (id, payment_id, order_id, provider, provider_ref, amount, currency, captured_at)
    VALUES (${movementId}, ${payment.id}, ${payment.orderId}, ${payment.provider}, ${event.providerRef}, ${event.amount},
      ${payment.currency}, ${event.at})`)
}

/** A payout brings these: nobody waits for them any more. */
export function endWaiting(ctx: Context, movementIds: readonly string[]): void {
  if (movementIds.length === 0) return
  ctx.tx.later(sql`DELETE FROM payments.awaited_payout WHERE id = ANY(${movementIds}::uuid[])`)
}

export interface Asked {
  readonly todoId: string
  readonly provider: string
  readonly currency: string
  /** Everything that was taken before, and that nobody was asked about. */
  readonly before: Date
}

export function markAsked(ctx: Context, { todoId, provider, currency, before }: Asked): void {
  ctx.tx.later(sql`INSERT INTO payments.awaited_todo (todo_id) VALUES (${todoId})`)
  ctx.tx.later(sql`
    UPDATE payments.awaited_payout SET todo_id = ${todoId}
    WHERE todo_id IS NULL AND captured_at < ${before} AND provider = ${provider} AND currency = ${currency}`)
}

export function dropAwaitedTodo(ctx: Context, todoId: string): void {
  ctx.tx.later(sql`DELETE FROM payments.awaited_todo WHERE todo_id = ${todoId}`)
}
