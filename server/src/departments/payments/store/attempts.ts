import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { latestAttempt, type Attempt } from '../queries/find-attempt.ts'

export type { Attempt } from '../queries/find-attempt.ts'

export function findLatestAttempt(ctx: Context, paymentId: string): Promise<Attempt | undefined> {
  return ctx.tx.row(sql<Attempt>`${latestAttempt(paymentId)}`)
}

export interface AttemptToInsert {
  readonly keepingId?: string | undefined
  readonly charge?:
    | {
        readonly methodId: string
        readonly present: boolean
        readonly reason?: string | undefined
        readonly agreed?: string | undefined
      }
    | undefined
}

export function insertAttempt(
  ctx: Context,
  paymentId: string,
  { number, keepingId, charge }: AttemptToInsert & { readonly number: number },
): void {
  ctx.tx.later(sql`
    INSERT INTO payments.attempt (payment_id, number, created_at, keeping_id, saved_method_id, present, reason, agreed, actor)
    VALUES (${paymentId}, ${number}, ${ctx.now}, ${keepingId ?? null}, ${charge?.methodId ?? null}, ${charge?.present ?? true},
      ${charge?.reason ?? null}, ${charge?.agreed ?? null}, ${charge ? actorText(ctx.actor) : null})`)
}

/** The first answer stays: the same key always gives the same session. */
export function saveSession(ctx: Context, paymentId: string, number: number, sessionId: string): void {
  ctx.tx.later(sql`
    UPDATE payments.attempt SET provider_session_id = ${sessionId}
    WHERE payment_id = ${paymentId} AND number = ${number} AND provider_session_id IS NULL`)
}

export interface ToldOfAttempt {
  readonly sessionId?: string | null
  readonly providerPaymentId?: string | null
  readonly endedAs?: string | undefined
}

/** What was learnt of it; the first word about its end stays. */
export function saveOutcome(ctx: Context, paymentId: string, number: number, told: ToldOfAttempt): void {
  const { sessionId = null, providerPaymentId = null, endedAs = null } = told
  ctx.tx.later(sql`
    UPDATE payments.attempt SET provider_session_id = coalesce(provider_session_id, ${sessionId}::text),
      provider_payment_id = coalesce(provider_payment_id, ${providerPaymentId}::text),
      ended_at = CASE WHEN ended_as IS NULL AND ${endedAs}::text IS NOT NULL THEN ${ctx.now}::timestamptz ELSE ended_at END,
      ended_as = coalesce(ended_as, ${endedAs}::text)
    WHERE payment_id = ${paymentId} AND number = ${number}`)
}
