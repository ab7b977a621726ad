import type { Context } from '../../../host/context.ts'
import { money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { creditInstead } from '../../gift-cards/index.ts'
import { stateOf, type Payment, type RefundId } from '../domain/payment.ts'
import { insertCreditedRefund, savePayment } from '../store/save-payments.ts'
import { auditRefund } from './audit-refund.ts'
import { recordMovement } from './record-movement.ts'

/**
 * What was captured stays with its provider, and who bought is owed so much of goods instead of money. For the order it went back as any
 * refund does: its credit note, its entry, what is left to give back. The payment is held under lock.
 */
export async function refundAsCredit(
  ctx: Context,
  payment: Payment,
  { amount, reason }: { readonly amount: bigint; readonly reason: string },
): Promise<Result<{ refundId: RefundId }>> {
  const { id: paymentId, orderId, entityId, currency } = payment
  const credit = await creditInstead(ctx, { orderId, entityId, amount: money(amount, currency), reason })
  if (!credit.ok) return credit
  const refundId = ctx.newId<'refund'>()
  insertCreditedRefund(ctx, { id: refundId, paymentId, amount, reason, creditId: credit.value.id })
  const after = { ...payment, refunded: payment.refunded + amount }
  const event = { kind: 'refund', providerRef: credit.value.id, amount, at: ctx.now, into: 'store_credit' } as const
  recordMovement(ctx, after, event, payment.timeZone)
  savePayment(ctx, { ...after, state: stateOf(after, { closed: false }) })
  auditRefund(ctx, payment, { amount, reason, asCredit: true })
  return ok({ refundId })
}
