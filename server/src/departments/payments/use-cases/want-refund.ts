import type { Context } from '../../../host/context.ts'
import { money, moneyToJson, type Money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { decideRefund } from '../domain/decide-refund.ts'
import { refundable, type Payment, type Refund, type RefundId } from '../domain/payment.ts'
import { isAsked, isTender } from '../domain/tender.ts'
import { refusals } from '../domain/refusals.ts'
import { refundWanted } from '../events.ts'
import { lockPayment } from '../store/load-payments.ts'
import { insertRefund, savePayment } from '../store/save-payments.ts'
import { auditRefund } from './audit-refund.ts'
import { refundAsCredit } from './refund-as-credit.ts'
import { refundTender } from './tender.ts'
import { weighRefund } from './weigh-refund.ts'

export interface RefundOrder {
  readonly paymentId: string
  readonly amount: Money
  readonly reason: string
  /** As store credit instead of money: only where the customer agreed to it (Directive 2011/83/EU, article 13(1)). */
  readonly asCredit?: boolean | undefined
}

/** Staff give money back: recorded as wanted, sent by a job, done when the provider says so; onto a gift card or as store credit at once. */
export async function wantRefund(ctx: Context, wish: RefundOrder): Promise<Result<{ refundId: RefundId }>> {
  const payment = await lockPayment(ctx, wish.paymentId)
  if (!payment) return refusals.not_found()
  const amount = decideRefund(payment, wish.amount)
  if (!amount.ok) return amount
  const admitted = await weighRefund(ctx, payment, amount.value)
  if (!admitted.ok) return admitted
  if (wish.asCredit && !isTender(payment)) {
    return refundAsCredit(ctx, payment, { amount: amount.value, reason: wish.reason })
  }
  const refund = refundNow(ctx, payment, { amount: amount.value, reason: wish.reason })
  return ok({ refundId: refund.id })
}

/** Everything that a cancelled order still holds goes back. The payment is held under lock. */
export function giveBack(ctx: Context, payment: Payment, reason: string): void {
  const owed = refundable(payment)
  if (owed <= 0n) return
  refundNow(ctx, payment, { amount: owed, reason })
}

export function refundNow(ctx: Context, payment: Payment, wish: { amount: bigint; reason: string }): Refund {
  if (isTender(payment)) {
    const refund = { id: ctx.newId<'refund'>(), amount: wish.amount }
    return refundTender(ctx, payment, { refund, reason: wish.reason })
  }
  const [refund] = requestRefund(ctx, payment, wish)
  savePayment(ctx, { ...payment, openCharge: true })
  return refund
}

export function requestRefund(
  ctx: Context,
  payment: Payment,
  { amount, reason }: { amount: bigint; reason: string },
): [Refund] {
  const id = ctx.newId<'refund'>()
  insertRefund(ctx, { id, paymentId: payment.id, amount, reason })
  // What no provider sends is transferred by a person, who says so then.
  if (isAsked(payment)) ctx.enqueue({ kind: 'send-refund', ref: id, dedupKey: id })
  const asMoney = moneyToJson(money(amount, payment.currency))
  ctx.emit(refundWanted(payment, { refundId: id, amount: asMoney }))
  auditRefund(ctx, payment, { amount, reason })
  return [{ id, amount, reason, state: 'wanted', providerRef: null, settledAmount: null }]
}
