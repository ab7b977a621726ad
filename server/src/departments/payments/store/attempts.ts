import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'

export interface Attempt {
  readonly number: number
  readonly providerSessionId: string | null
}

export function findLatestAttempt(ctx: Context, paymentId: string): Promise<Attempt | undefined> {
  return ctx.tx.row(sql<Attempt>`
    SELECT number, provider_session_id AS "providerSessionId" FROM payments.attempt
    WHERE payment_id = ${paymentId} ORDER BY number DESC LIMIT 1`)
}

export function insertAttempt(ctx: Context, paymentId: string, number: number): void {
  ctx.tx.later(sql`
    INSERT INTO payments.attempt (payment_id, number, created_at) VALUES (${paymentId}, ${number}, ${ctx.now})`)
}

/** The first answer stays: the same key always gives the same session. */
export function saveSession(ctx: Context, paymentId: string, number: number, sessionId: string): void {
  ctx.tx.later(sql`
    UPDATE payments.attempt SET provider_session_id = ${sessionId}
    WHERE payment_id = ${paymentId} AND number = ${number} AND provider_session_id IS NULL`)
}
