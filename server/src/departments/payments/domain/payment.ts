import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { Authentication, CaptureShare, CaptureTime } from './provider.ts'

export type PaymentId = Id<'payment'>
export type RefundId = Id<'refund'>

/** `closed`: its order ended before any money came. */
export type PaymentState = 'open' | 'closed' | 'authorised' | 'voided' | 'captured' | 'partially_refunded' | 'refunded'

/** Why a person must look: the shop and the provider do not agree, and no rule may decide alone. */
export type ReviewReason =
  | 'amount_mismatched'
  | 'currency_mismatched'
  | 'order_changed'
  | 'refund_mismatched'
  | 'refund_failed'
  | 'impossible_amounts'
  | 'capture_failed'
  | 'hold_ended'
  | 'partly_paid'
  | 'missing_there'

/** Minor units of the payment's currency. */
export interface Amounts {
  readonly authorised: bigint
  readonly captured: bigint
  readonly refunded: bigint
  /** The part of the authorisation that was given back unused. */
  readonly released: bigint
}

export interface Refund {
  readonly id: RefundId
  readonly amount: bigint
  readonly reason: string
  readonly state: 'wanted' | 'sent' | 'succeeded' | 'failed'
  readonly providerRef: string | null
  readonly settledAmount: bigint | null
  /** It became store credit: no money went back, and no provider knows of it. */
  readonly toCredit?: boolean
}

/** A part of what is held that is to be taken, because goods went out or a person said so. */
export interface Capture {
  readonly id: string
  readonly amount: bigint
  /** What it is for: asked twice under the same, it is one. */
  readonly reference: string
  readonly state: 'wanted' | 'succeeded' | 'failed'
  readonly wantedAt: Date
  readonly endedAt: Date | null
}

export type EventKind = 'authorisation' | 'capture' | 'refund' | 'void'

/** A payment as it is held under lock, with everything that was ever recorded of it. */
export interface Payment extends Amounts {
  readonly id: PaymentId
  readonly orderId: string
  readonly entityId: string
  /** In which the days of its entity begin. */
  readonly timeZone: string
  readonly provider: string
  readonly reference: PaymentId
  readonly providerPaymentId: string | null
  readonly surplus: boolean
  /** Of what a changed order came to cost more: for which change (orders). */
  readonly balanceOf: string | null
  readonly amount: bigint
  readonly currency: CurrencyCode
  readonly state: PaymentState
  readonly authorisedHash: string
  readonly reviewReason: ReviewReason | null
  readonly openCharge: boolean
  /** As it was agreed when it was opened; a shop that changes its mind changes it for payments to come. */
  readonly captureOn: CaptureTime
  readonly captureShare: CaptureShare
  /** Whether its bank lets what is held be taken more than once; null while nobody has told. */
  readonly capturesInParts: boolean | null
  /** Until when what is held can be taken; null where nothing is, or where it has no end. */
  readonly captureBefore: Date | null
  readonly captures: readonly Capture[]
  readonly authentication: Authentication | null
  /** What the bank took for disputes and has not given back. */
  readonly disputed: bigint
  readonly version: number
  /** `kind provider_ref` of each event. */
  readonly knownEvents: ReadonlySet<string>
  readonly refunds: readonly Refund[]
}

export function isPending(refund: Refund): boolean {
  return refund.state === 'wanted' || refund.state === 'sent'
}

/** What is on its way back and not yet counted in `refunded`. */
export function pendingRefunds(refunds: readonly Refund[]): bigint {
  return refunds.filter(isPending).reduce((total, refund) => total + refund.amount, 0n)
}

/** What went back as store credit instead of money. */
export function credited(refunds: readonly Refund[]): bigint {
  return refunds.filter(({ toCredit }) => toCredit).reduce((total, refund) => total + refund.amount, 0n)
}

/** What can still be given back: captured, not refunded, not already on its way, and not taken back by the bank. */
export function refundable(payment: Pick<Payment, 'captured' | 'refunded' | 'refunds' | 'disputed'>): bigint {
  const left = payment.captured - payment.refunded - pendingRefunds(payment.refunds) - payment.disputed
  return left > 0n ? left : 0n
}

/** Agreed to and neither taken nor let go of. */
export function uncaptured({ authorised, captured, released }: Amounts): bigint {
  return authorised - captured - released
}

/** What is held and nobody asked for yet. */
export function capturable(payment: Amounts & Pick<Payment, 'captures'>): bigint {
  const asked = payment.captures.filter(({ state }) => state === 'wanted').reduce((sum, { amount }) => sum + amount, 0n)
  const free = uncaptured(payment) - asked
  return free > 0n ? free : 0n
}

/** Whether each parcel takes its share: agreed when it was opened, and possible with this hold. */
export function takesShares({
  captureShare,
  capturesInParts,
}: Pick<Payment, 'captureShare' | 'capturesInParts'>): boolean {
  return captureShare === 'each_its_share' && capturesInParts === true
}

/** Whether the provider refused a part that nobody asked for again since: who asks later asks for all that is owed by then. */
export function isCaptureOpen({ captures }: Pick<Payment, 'captures'>): boolean {
  return captures.some(({ state, endedAt }) => {
    if (state !== 'failed' || endedAt === null) return false
    return !captures.some((later) => later.state !== 'failed' && later.wantedAt >= endedAt)
  })
}

export function stateOf(amounts: Amounts, { closed }: { closed: boolean }): PaymentState {
  const { authorised, captured, refunded, released } = amounts
  if (refunded > 0n) return refunded === captured ? 'refunded' : 'partially_refunded'
  if (captured > 0n) return 'captured'
  if (authorised > 0n) return released === authorised ? 'voided' : 'authorised'
  return closed ? 'closed' : 'open'
}
