import {
  credited,
  isPending,
  type Amounts,
  type EventKind,
  type Payment,
  type Refund,
  type ReviewReason,
} from './payment.ts'
import type { ProviderMovement, ProviderPayment } from './provider.ts'

export interface NewEvent {
  readonly kind: EventKind
  readonly providerRef: string
  readonly amount: bigint
  readonly at: Date
  /** It did not move money that a provider holds: what it became instead. */
  readonly into?: 'store_credit'
}

export interface RefundOutcome {
  readonly refund: Refund
  readonly state: 'succeeded' | 'failed'
  readonly providerRef: string
  readonly settledAmount: bigint
  readonly at: Date
}

export interface Reconciled extends Amounts {
  readonly events: readonly NewEvent[]
  readonly outcomes: readonly RefundOutcome[]
  /** Set where the provider says what cannot be (nothing of it is recorded), or takes back what it said. */
  readonly review: ReviewReason | null
}

/**
 * What the provider knows and we do not. Knowledge only grows: events that are known stay, new ones are added by their provider
 * reference, amounts are sums of events. So an answer that was overtaken by a newer one changes nothing, in whatever order
 * webhooks, the shopper's return and the reconciler come.
 */
export function reconcile(payment: Payment, truth: ProviderPayment): Reconciled {
  const impossible = contradiction(payment, truth)
  if (impossible) return { ...amountsOf(payment), events: [], outcomes: [], review: impossible }
  const events = eventsOf(truth).filter((event) => !payment.knownEvents.has(`${event.kind} ${event.providerRef}`))
  const grown = (kind: EventKind) =>
    events.filter((event) => event.kind === kind).reduce((sum, e) => sum + e.amount, 0n)
  return {
    authorised: payment.authorised + grown('authorisation'),
    captured: payment.captured + grown('capture'),
    refunded: payment.refunded + grown('refund'),
    released: payment.released + grown('void'),
    events,
    outcomes: truth.refunds.flatMap((movement) => outcomeOf(payment, movement)),
    review: undone(payment, truth),
  }
}

function contradiction(payment: Payment, truth: ProviderPayment): ReviewReason | null {
  if (truth.currency !== payment.currency) return 'currency_mismatched'
  const captured = total(truth.captures)
  // What became store credit is given back already: who gives the same money back there, too, gave it twice.
  const sane =
    total(truth.refunds) + credited(payment.refunds) <= captured && captured + truth.released <= truth.authorised
  return sane ? null : 'impossible_amounts'
}

function eventsOf(truth: ProviderPayment): NewEvent[] {
  const moved = (kind: EventKind, movements: readonly ProviderMovement[]): NewEvent[] =>
    movements.filter(isDone).map(({ ref, amount, at }) => ({ kind, providerRef: ref, amount, at }))
  return [
    { kind: 'authorisation' as const, providerRef: truth.id, amount: truth.authorised, at: truth.createdAt },
    ...moved('capture', truth.captures),
    ...moved('refund', truth.refunds),
    { kind: 'void' as const, providerRef: truth.id, amount: truth.released, at: truth.updatedAt },
  ].filter((event) => event.amount > 0n)
}

function outcomeOf(payment: Payment, movement: ProviderMovement): RefundOutcome[] {
  const refund = payment.refunds.find((one) => one.id === movement.reference)
  if (!refund || !isPending(refund) || movement.state === 'pending') return []
  const { state } = movement
  const settledAmount = state === 'succeeded' ? movement.amount : 0n
  return [{ refund, state, providerRef: movement.ref, settledAmount, at: movement.at }]
}

const isDone = ({ state }: ProviderMovement): boolean => state === 'succeeded'

/** Banks give money back that was given back: what was booked as refunded came home, and no rule decides alone what follows. */
function undone(payment: Payment, { refunds }: ProviderPayment): ReviewReason | null {
  const failed = refunds.some(({ ref, state }) => state === 'failed' && payment.knownEvents.has(`refund ${ref}`))
  return failed ? 'refund_failed' : null
}

function total(movements: readonly ProviderMovement[]): bigint {
  return movements.filter(isDone).reduce((sum, movement) => sum + movement.amount, 0n)
}

function amountsOf({ authorised, captured, refunded, released }: Payment): Amounts {
  return { authorised, captured, refunded, released }
}
