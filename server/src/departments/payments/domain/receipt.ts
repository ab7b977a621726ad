import { ok, type Refused, type Result } from '../../../kernel/result.ts'
import type { Money } from '../../../kernel/money.ts'
import { compareDates, type LocalDate } from '../../../kernel/time.ts'
import type { OrderFacts } from './judge.ts'
import type { Payment, ReviewReason } from './payment.ts'
import { refusals } from './refusals.ts'
import { isAsked, isTender } from './tender.ts'

export interface Receipt {
  readonly amount: Money
  readonly receivedOn: LocalDate
  /** As the statement names the movement. */
  readonly bankReference: string
}

/** Whether people say themselves that its money came: no stranger does. */
export const isByHand = (payment: { readonly provider: string }): boolean => !isAsked(payment) && !isTender(payment)

export function checkReceipt({ amount, receivedOn }: Receipt, payment: Payment, today: LocalDate): Result<void> {
  if (amount.currency !== payment.currency) {
    return refusals.receipt_currency({ field: 'amount', params: { currency: payment.currency } })
  }
  if (amount.amount <= 0n) return refusals.receipt_empty({ field: 'amount' })
  if (compareDates(receivedOn, today) > 0) return refusals.receipt_in_future({ field: 'receivedOn' })
  return ok()
}

export interface Allocated {
  /** What of it the order waited for. */
  readonly part: bigint
  /** What nobody waited for: it goes back. */
  readonly rest: bigint
  /** The order has all of its money now, for what it holds. */
  readonly pays: boolean
  readonly review: ReviewReason | null
}

/** What money that came means for the payment that waits for it. `due` is what gift cards leave of the order. */
export function allocate(
  payment: Payment,
  amount: bigint,
  { due, order }: { due: bigint; order: OrderFacts },
): Allocated {
  const waits = order.state === 'awaiting_payment' && payment.refunded === 0n
  const open = waits && due > payment.captured ? due - payment.captured : 0n
  const part = amount < open ? amount : open
  const isWhole = waits && part > 0n && payment.captured + part === due
  const isSame = payment.authorisedHash === order.contentHash
  const review =
    isWhole && isSame ? null : part === 0n ? payment.reviewReason : isWhole ? 'order_changed' : 'partly_paid'
  return { part, rest: amount - part, pays: isWhole && isSame, review }
}

/** Why nobody records money for it by hand; null where people do. */
export function refusalToRecord(payment: { readonly provider: string }): Refused | null {
  return isByHand(payment) ? null : refusals.told_by_provider()
}
