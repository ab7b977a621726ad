import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refundFailed } from '../events.ts'
import { lockPayment } from '../store/load-payments.ts'
import { markRefundSent, refuseRefund, savePayment } from '../store/save-payments.ts'
import { isPending, pendingRefunds } from '../domain/payment.ts'

/** The provider took it; what became of it is asked for by settling the payment. */
export async function recordRefundSent(ctx: Context, refundId: string, paymentId: string): Promise<Result<void>> {
  markRefundSent(ctx, refundId)
  ctx.enqueue({ kind: 'settle-payment', ref: paymentId })
  return ok()
}

/** The provider said no: nothing moved. Settling decides what follows. */
export async function recordRefundRefused(ctx: Context, refundId: string, paymentId: string): Promise<Result<void>> {
  const payment = await lockPayment(ctx, paymentId)
  const refund = payment?.refunds.find((one) => one.id === refundId)
  if (!payment || !refund || !isPending(refund)) return ok()
  refuseRefund(ctx, refundId)
  savePayment(ctx, { ...payment, openCharge: pendingRefunds(payment.refunds) > refund.amount })
  ctx.emit(refundFailed(payment, { refundId }))
  ctx.enqueue({ kind: 'settle-payment', ref: paymentId })
  return ok()
}

/** The bank has the file that sends them; its statement says when they went. */
export function recordRefundsHandedOver(ctx: Context, refundIds: readonly string[]): void {
  for (const id of refundIds) markRefundSent(ctx, id)
}
