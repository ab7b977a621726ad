import type { Money } from '../../../kernel/money.ts'
import { isCaptureOpen, refundable, uncaptured, type Payment, type Refund, type ReviewReason } from './payment.ts'

/** Of an order, what decides over its money. */
export interface OrderFacts {
  readonly state: 'awaiting_payment' | 'paid' | 'cancelled' | 'expired'
  readonly total: Money
  readonly contentHash: string
}

export interface Verdict {
  /** The order is paid, exactly and for what it holds. */
  readonly pays: boolean
  /** Its money is held, whole: it may be made ready and sent, and is paid as its goods go. */
  readonly clears: boolean
  /** Minor units to give back now, because no living order owns them. */
  readonly giveBack: bigint
  /** What to do with an authorisation that is not captured. */
  readonly finish: 'capture' | 'void' | null
  readonly review: ReviewReason | null
}

/** After so many refusals by the provider a person looks, instead of a loop. */
export const MOST_FAILED_REFUNDS = 3

const nothing: Verdict = { pays: false, clears: false, giveBack: 0n, finish: null, review: null }

/** What the recorded money of a payment means for its order. */
export function judge(payment: Payment, order: OrderFacts): Verdict {
  const lives = order.state === 'awaiting_payment' || order.state === 'paid'
  if (payment.surplus || !lives) return judgeHomeless(payment)
  return order.state === 'paid' ? judgePaid(payment, order) : judgeAwaited(payment, order)
}

/** Money without a living order goes back by itself, also what a wrong or failed refund left behind. */
function judgeHomeless(payment: Payment): Verdict {
  const finish = uncaptured(payment) > 0n ? 'void' : null
  const owed = refundable(payment)
  if (owed <= 0n) return { ...nothing, finish }
  const failed = payment.refunds.filter((refund) => refund.state === 'failed').length
  if (failed >= MOST_FAILED_REFUNDS) return { ...nothing, finish, review: 'refund_failed' }
  return { ...nothing, finish, giveBack: owed }
}

function judgeAwaited(payment: Payment, order: OrderFacts): Verdict {
  const { captured, authorised, released, refunded } = payment
  if (authorised === 0n) return nothing
  if (payment.authorisedHash !== order.contentHash) return { ...nothing, review: 'order_changed' }
  const { amount, currency } = order.total
  const right = (sum: bigint) => sum === amount && payment.currency === currency
  if (right(captured) && refunded === 0n) return { ...nothing, pays: true, finish: finishPaid(payment) }
  if (payment.captureOn === 'on_shipment') return judgeHeld(payment, order)
  if (captured === 0n && right(authorised - released)) return { ...nothing, finish: 'capture' }
  return { ...nothing, review: 'amount_mismatched' }
}

/**
 * Held for all that the order costs, its money is sure: it may be made ready, and is paid once all was taken (ADR 0013). More may be
 * held than it costs by now; the rest is let go when it is paid.
 */
function judgeHeld(payment: Payment, { total }: OrderFacts): Verdict {
  const sure = payment.captured + uncaptured(payment)
  if (sure === 0n) return { ...nothing, review: 'hold_ended' }
  const enough = sure >= total.amount && payment.captured < total.amount && payment.currency === total.currency
  if (!enough || payment.refunded > 0n) return { ...nothing, review: 'amount_mismatched' }
  return { ...nothing, clears: true, review: isCaptureOpen(payment) ? 'capture_failed' : null }
}

/** Of a payment that is taken as agreed, what is still held is nobody's. */
function finishPaid(payment: Payment): 'void' | null {
  return payment.captureOn === 'on_shipment' && uncaptured(payment) > 0n ? 'void' : null
}

function judgePaid(payment: Payment, order: OrderFacts): Verdict {
  if (payment.captured !== order.total.amount) return { ...nothing, review: 'amount_mismatched' }
  const review = reviewOfRefund(payment.refunds.findLast((refund) => refund.settledAmount !== null))
  return { ...nothing, finish: finishPaid(payment), review }
}

/** The latest refund speaks: staff who made good what went wrong need not explain it. */
function reviewOfRefund(latest: Refund | undefined): ReviewReason | null {
  if (latest === undefined) return null
  if (latest.state === 'failed') return 'refund_failed'
  return latest.settledAmount === latest.amount ? null : 'refund_mismatched'
}
