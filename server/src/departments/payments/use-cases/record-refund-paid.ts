import type { Context } from '../../../host/context.ts'
import { money, moneyToJson } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { compareDates, localDateIn, startOfDay, type LocalDate } from '../../../kernel/time.ts'
import { isPending, pendingRefunds, stateOf } from '../domain/payment.ts'
import { isByHand } from '../domain/receipt.ts'
import { refusals } from '../domain/refusals.ts'
import { findRefund } from '../queries/find-refund.ts'
import { lockPayment } from '../store/load-payments.ts'
import { endRefund, savePayment } from '../store/save-payments.ts'
import { recordMovement } from './record-movement.ts'

export interface RefundPaid {
  readonly refundId: string
  readonly paidOn: LocalDate
  readonly bankReference: string
}

/** A refund that no provider sends was transferred, or handed over: said once, with its entry. */
export async function recordRefundPaid(
  ctx: Context,
  { refundId, paidOn, bankReference }: RefundPaid,
): Promise<Result<void>> {
  const address = await findRefund(ctx.tx, refundId)
  const payment = address && (await lockPayment(ctx, address.paymentId))
  const refund = payment?.refunds.find(({ id }) => id === refundId)
  if (!payment || !refund) return refusals.not_found()
  if (!isByHand(payment)) return refusals.told_by_provider()
  if (!isPending(refund)) return refusals.refund_ended()
  if (compareDates(paidOn, localDateIn(ctx.now, payment.timeZone)) > 0) {
    return refusals.receipt_in_future({ field: 'paidOn' })
  }
  const at = startOfDay(paidOn, payment.timeZone)
  const { amount } = refund
  const paid = { ...payment, refunded: payment.refunded + amount }
  const pending = pendingRefunds(payment.refunds) - amount
  recordMovement(ctx, paid, { kind: 'refund', providerRef: refundId, amount, at }, payment.timeZone)
  endRefund(ctx, { refund, state: 'succeeded', providerRef: bankReference, settledAmount: amount, at })
  savePayment(ctx, {
    ...paid,
    state: stateOf(paid, { closed: false }),
    openCharge: pending > 0n,
    // Nothing of it is left: there is nothing to look at any more.
    reviewReason: paid.refunded === paid.captured ? null : paid.reviewReason,
  })
  ctx.audit({
    action: 'payments:record',
    objectType: 'payment',
    objectId: payment.id,
    changes: [{ field: 'refundPaid', before: null, after: moneyToJson(money(amount, payment.currency)) }],
    reason: bankReference,
  })
  return ok()
}
