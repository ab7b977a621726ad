import type { Context } from '../../../host/context.ts'
import type { Payment } from '../domain/payment.ts'
import { findLatestAttempt, insertAttempt, saveSession, type Attempt } from '../store/attempts.ts'

export type { Attempt } from '../store/attempts.ts'

export interface TakenAttempt extends Attempt {
  /** Nobody can have asked the provider for it before. */
  readonly fresh: boolean
}

/**
 * The attempt by which the shopper pays, its payment held under lock: the latest one, or the next where `after` (whose session
 * turned out to be closed) is still the latest. Two shoppers' tabs at once get the same.
 */
export async function takeAttempt(ctx: Context, payment: Payment, after?: number): Promise<TakenAttempt> {
  const latest = await findLatestAttempt(ctx, payment.id)
  if (latest && latest.number !== after) return { ...latest, fresh: false }
  const number = (latest?.number ?? 0) + 1
  insertAttempt(ctx, payment.id, number)
  return { number, providerSessionId: null, fresh: true }
}

export function recordSession(ctx: Context, paymentId: string, attempt: Attempt, sessionId: string): void {
  saveSession(ctx, paymentId, attempt.number, sessionId)
}

/** One key per attempt: however often it is sent, the provider opens one session for it. */
export function sessionKey(paymentId: string, attempt: Attempt): string {
  return `${paymentId}:session:${attempt.number}`
}
