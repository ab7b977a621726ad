import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { Id } from '../../../kernel/ids.ts'

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
  readonly amount: bigint
  readonly currency: CurrencyCode
  readonly state: PaymentState
  readonly authorisedHash: string
  readonly reviewReason: ReviewReason | null
  readonly openCharge: boolean
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

/** What can still be given back: captured, not refunded, and not already on its way. */
export function refundable(payment: Pick<Payment, 'captured' | 'refunded' | 'refunds'>): bigint {
  return payment.captured - payment.refunded - pendingRefunds(payment.refunds)
}

export function stateOf(amounts: Amounts, { closed }: { closed: boolean }): PaymentState {
  const { authorised, captured, refunded, released } = amounts
  if (refunded > 0n) return refunded === captured ? 'refunded' : 'partially_refunded'
  if (captured > 0n) return 'captured'
  if (authorised > 0n) return released === authorised ? 'voided' : 'authorised'
  return closed ? 'closed' : 'open'
}
