import { ok, type Result } from '../../../kernel/result.ts'
import type { Money } from '../../../kernel/money.ts'
import { refundable, type Payment } from './payment.ts'
import { refusals } from './refusals.ts'

/** Refuses above what is captured, not refunded and not on its way back already; also in another currency. */
export function decideRefund(payment: Payment, amount: Money): Result<bigint> {
  const most = refundable(payment)
  if (most <= 0n) return refusals.nothing_to_refund()
  if (amount.currency !== payment.currency || amount.amount > most || amount.amount <= 0n) {
    return refusals.refund_above_captured({
      field: 'amount',
      params: { most: Number(most), currency: payment.currency },
    })
  }
  return ok(amount.amount)
}
