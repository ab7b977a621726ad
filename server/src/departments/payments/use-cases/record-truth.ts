/**
 * The one place where money becomes a fact of the shop: in the transaction that holds the order and its payments, what the
 * provider said (asked before, outside) is compared with what is known, and the difference is written once, with its ledger
 * entries, its events and whatever must follow.
 *
 * Rejected: believing the webhook's own body. It may be late, doubled or out of order, and a body that is believed must be
 * understood in every version; a question to the provider has one answer, the present one.
 */
import type { Context } from '../../../host/context.ts'
import { moneyToJson, money } from '../../../kernel/money.ts'
import { judge, type OrderFacts } from '../domain/judge.ts'
import { pendingRefunds, stateOf, type Payment, type Refund } from '../domain/payment.ts'
import type { ProviderPayment } from '../domain/provider.ts'
import { reconcile, type Reconciled } from '../domain/reconcile.ts'
import { surplusOf } from '../domain/surplus.ts'
import { paymentMismatched, refundFailed } from '../events.ts'
import { endRefund, insertPayment, savePayment } from '../store/save-payments.ts'
import { insertSavedMethod } from '../store/saved-methods.ts'
import { recordMovement } from './record-movement.ts'
import { requestRefund } from './want-refund.ts'

export interface TruthToRecord {
  /** All payments of one reference, held under lock; the expected one first. */
  readonly payments: readonly Payment[]
  /** What the provider knows under that reference. */
  readonly truths: readonly ProviderPayment[]
  readonly order: OrderFacts & { readonly timeZone: string }
}

export interface RecordedTruth {
  readonly changed: boolean
  /** Set where the order is now paid, exactly and for what it holds: the hash that was paid for. */
  readonly paysFor: string | undefined
  /** Its money is held, whole: it may be made ready. */
  readonly clears: boolean
}

export function recordTruth(ctx: Context, { payments, truths, order }: TruthToRecord): RecordedTruth {
  const matched = match(ctx, payments, truths)
  const outcomes = matched.map(({ payment, truth }) => recordOne(ctx, payment, truth, order))
  return {
    changed: outcomes.some((outcome) => outcome.changed),
    paysFor: outcomes.find((outcome) => outcome.paysFor !== undefined)?.paysFor,
    clears: outcomes.some((outcome) => outcome.clears),
  }
}

interface Matched {
  readonly payment: Payment
  readonly truth: ProviderPayment | undefined
}

/** The first try that was authorised is the expected payment; every further one is money that came twice. */
function match(ctx: Context, payments: readonly Payment[], truths: readonly ProviderPayment[]): Matched[] {
  const byId = new Map(truths.map((truth) => [truth.id, truth]))
  const taken = new Set(payments.map((payment) => payment.providerPaymentId))
  const fresh = truths
    .filter((truth) => truth.authorised > 0n && !taken.has(truth.id))
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  const known = payments.map((payment): Matched => {
    const truth = payment.providerPaymentId === null ? fresh.shift() : byId.get(payment.providerPaymentId)
    return { payment: truth ? { ...payment, providerPaymentId: truth.id } : payment, truth }
  })
  const elder = payments[0]
  return elder ? [...known, ...fresh.map((truth) => ({ payment: openSurplus(ctx, elder, truth), truth }))] : []
}

function openSurplus(ctx: Context, elder: Payment, truth: ProviderPayment): Payment {
  const surplus = surplusOf(elder, { id: ctx.newId<'payment'>(), providerPaymentId: truth.id })
  insertPayment(ctx, surplus)
  return surplus
}

function recordOne(
  ctx: Context,
  payment: Payment,
  truth: ProviderPayment | undefined,
  order: TruthToRecord['order'],
): RecordedTruth {
  const learnt = truth ? reconcile(payment, truth) : undefined
  const captureBefore = truth ? truth.captureBefore : payment.captureBefore
  // What was told once is not forgotten because it is not told again.
  const authentication = truth?.authentication ?? payment.authentication
  const capturesInParts = truth && truth.authorised > 0n ? truth.capturesInParts : payment.capturesInParts
  const after = learnt ? { ...grown(payment, learnt), captureBefore, authentication, capturesInParts } : payment
  if (truth?.kept && learnt && learnt.events.length > 0) insertSavedMethod(ctx, after, truth.kept)
  learnt?.events.forEach((event) => recordMovement(ctx, after, event, order.timeZone))
  learnt?.outcomes.forEach((outcome) => {
    endRefund(ctx, outcome)
    if (outcome.state === 'failed') ctx.emit(refundFailed(payment, { refundId: outcome.refund.id }))
  })
  const verdict = judge(after, order)
  const wanted =
    verdict.giveBack > 0n ? requestRefund(ctx, after, { amount: verdict.giveBack, reason: 'no_living_order' }) : []
  // Its name was told by the provider itself, who does not know it any more: nobody may go on from what was recorded alone.
  const isMissing = !truth && payment.providerPaymentId !== null
  const review = learnt?.review ?? (isMissing ? 'missing_there' : verdict.review)
  const settled = settle(after, review, [...after.refunds, ...wanted], order)
  if (verdict.finish && truth) enqueueFinish(ctx, after, verdict.finish)
  const changed = differs(payment, settled) || (learnt?.outcomes.length ?? 0) > 0 || wanted.length > 0
  if (changed) savePayment(ctx, settled)
  if (settled.reviewReason && settled.reviewReason !== payment.reviewReason) tellMismatch(ctx, settled, order)
  const paysFor = verdict.pays && order.state === 'awaiting_payment' ? after.authorisedHash : undefined
  return { changed, paysFor, clears: verdict.clears }
}

/** The payment with what was learnt: amounts, and the ends of refunds. */
function grown(payment: Payment, learnt: Reconciled): Payment {
  const ended = new Map(learnt.outcomes.map((outcome) => [outcome.refund.id, outcome]))
  const { authorised, captured, refunded, released } = learnt
  return {
    ...payment,
    authorised,
    captured,
    refunded,
    released,
    refunds: payment.refunds.map((refund): Refund => {
      const outcome = ended.get(refund.id)
      if (!outcome) return refund
      const { state, providerRef, settledAmount } = outcome
      return { ...refund, state, providerRef, settledAmount }
    }),
  }
}

function settle(
  payment: Payment,
  reviewReason: Payment['reviewReason'],
  refunds: readonly Refund[],
  order: OrderFacts,
): Payment {
  const ended = order.state === 'cancelled' || order.state === 'expired'
  return {
    ...payment,
    reviewReason,
    // What nobody waits for any more stays closed until something moves.
    state: stateOf(payment, { closed: (ended && !payment.surplus) || payment.state === 'closed' }),
    openCharge: pendingRefunds(refunds) > 0n,
  }
}

function differs(before: Payment, after: Payment): boolean {
  const fields = [
    ...(['providerPaymentId', 'authorised', 'captured', 'refunded', 'released', 'state'] as const),
    ...(['reviewReason', 'openCharge', 'authentication', 'capturesInParts'] as const),
  ] as const
  const until = ({ captureBefore }: Payment) => captureBefore?.getTime()
  return until(before) !== until(after) || fields.some((field) => before[field] !== after[field])
}

function enqueueFinish(ctx: Context, { id }: Payment, finish: 'capture' | 'void'): void {
  const hour = ctx.now.toISOString().slice(0, 13)
  ctx.enqueue({ kind: 'finish-authorisation', ref: id, payload: { finish }, dedupKey: `${id} ${finish} ${hour}` })
}

function tellMismatch(ctx: Context, payment: Payment, order: OrderFacts): void {
  const captured = moneyToJson(money(payment.captured, payment.currency))
  ctx.emit(paymentMismatched(payment, { reason: payment.reviewReason, captured, expected: moneyToJson(order.total) }))
  ctx.log.warn('payment.mismatched', {
    paymentId: payment.id,
    orderId: payment.orderId,
    reason: payment.reviewReason ?? '',
  })
}
