import type { Context } from '../../../host/context.ts'
import { localDateIn } from '../../../kernel/time.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { KeptOutcome } from '../domain/kept-method.ts'
import type { Payment } from '../domain/payment.ts'
import { refusals } from '../domain/refusals.ts'
import { findLatestAttempt, insertAttempt, saveOutcome, saveSession, type Attempt } from '../store/attempts.ts'
import { insertKeeping, keepPayer, lockSavedMethod, type Keeping } from '../store/saved-methods.ts'

export type { Attempt } from '../store/attempts.ts'
export type { Keeping } from '../store/saved-methods.ts'

export interface TakenAttempt extends Attempt {
  /** Nobody can have asked the provider for it before. */
  readonly fresh: boolean
}

export interface AttemptToTake {
  /** The one before, which turned out to be closed. */
  readonly after?: number | undefined
  /** What the shopper agreed to have kept. */
  readonly keep?: Keeping | undefined
}

/**
 * The attempt by which the shopper pays, its payment held under lock: the latest one, or the next where the latest came to its end or
 * `after` (whose session turned out to be closed) is still the latest. Two shoppers' tabs at once get the same.
 */
export async function takeAttempt(
  ctx: Context,
  payment: Payment,
  { after, keep }: AttemptToTake = {},
): Promise<TakenAttempt> {
  const latest = await findLatestAttempt(ctx, payment.id)
  if (latest && latest.number !== after && !isOver(latest)) return { ...latest, fresh: false }
  const number = (latest?.number ?? 0) + 1
  const keepingId = keep && insertKeeping(ctx, payment.id, keep)
  insertAttempt(ctx, payment.id, { number, keepingId })
  return { ...fresh(ctx, number), keep: keep ? { customerId: keep.customerId, later: keep.later } : null }
}

/** A charge that was made is settled before anybody begins another one. */
const isOver = ({ endedAs }: Attempt): boolean => endedAs !== null && endedAs !== 'paid'

const fresh = (ctx: Context, number: number): TakenAttempt => ({
  ...{ number, fresh: true, providerSessionId: null, providerPaymentId: null, createdAt: ctx.now },
  ...{ endedAs: null, kept: null, keep: null },
})

export interface ChargeToTake {
  readonly customerId: string
  readonly methodId: string
  readonly after?: number | undefined
  /** Without the customer: for what, and how they agreed to it. */
  readonly later?: { readonly reason: string; readonly agreed: string } | undefined
}

/** The attempt that charges what is kept for the customer: the latest, whatever it is, until it came to its end. Payment held under lock. */
export async function takeCharge(
  ctx: Context,
  payment: Payment,
  { customerId, methodId, after, later }: ChargeToTake,
): Promise<Result<TakenAttempt>> {
  const method = isUuid(methodId) ? await lockSavedMethod(ctx, customerId, methodId) : undefined
  if (!method || method.provider !== payment.provider) return refusals.saved_method_not_found({ field: 'methodId' })
  if (method.expiresOn < localDateIn(ctx.now, payment.timeZone))
    return refusals.saved_method_expired({ field: 'methodId' })
  if (later && !method.later) return refusals.saved_method_not_for_later({ field: 'methodId' })
  const latest = await findLatestAttempt(ctx, payment.id)
  if (latest && latest.number !== after && !isOver(latest)) return ok({ ...latest, fresh: false })
  const number = (latest?.number ?? 0) + 1
  insertAttempt(ctx, payment.id, { number, charge: { methodId, present: later === undefined, ...later } })
  if (later) {
    const changes = [{ field: 'charge', before: null, after: `${later.reason} ${methodId}` }]
    const { id: objectId, version } = payment
    ctx.audit({ action: 'payments:charge', objectType: 'payment', objectId, version, changes })
  }
  const taken = await findLatestAttempt(ctx, payment.id)
  return taken ? ok({ ...taken, fresh: true }) : refusals.not_found()
}

export function recordSession(
  ctx: Context,
  paymentId: string,
  attempt: Pick<Attempt, 'number'>,
  sessionId: string,
): void {
  saveSession(ctx, paymentId, attempt.number, sessionId)
}

/** What a charge of what is kept came to: names by which it is found there, and its end. */
export function recordCharge(
  ctx: Context,
  paymentId: string,
  attempt: Pick<Attempt, 'number' | 'kept'>,
  { outcome, endedAs }: { readonly outcome?: KeptOutcome | undefined; readonly endedAs?: string | undefined },
): void {
  const { sessionId = null, paymentId: providerPaymentId = null } = outcome ?? {}
  saveOutcome(ctx, paymentId, attempt.number, { sessionId, providerPaymentId, endedAs })
  if (endedAs === 'authentication_required' && attempt.kept?.present === false) {
    const { number } = attempt
    ctx.enqueue({
      kind: 'ask-to-confirm',
      ref: paymentId,
      payload: { attempt: number },
      dedupKey: `${paymentId} ${number}`,
    })
  }
}

/** Under what name the provider knows a customer: the first that it gave stays. */
export async function recordPayer(
  ctx: Context,
  payer: { readonly provider: string; readonly customerId: string; readonly providerRef: string },
): Promise<Result<string>> {
  return ok(await keepPayer(ctx, payer))
}

/** One key per attempt: however often it is sent, the provider opens one session for it. */
export function sessionKey(paymentId: string, attempt: Pick<Attempt, 'number'>): string {
  return `${paymentId}:session:${attempt.number}`
}

export function chargeKey(paymentId: string, attempt: Pick<Attempt, 'number'>): string {
  return `${paymentId}:charge:${attempt.number}`
}
