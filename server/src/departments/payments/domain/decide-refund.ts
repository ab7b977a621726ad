import { ok, type Refusal, type Result } from '../../../kernel/result.ts'
import type { Money } from '../../../kernel/money.ts'
import { refundable, type Payment } from './payment.ts'
import { refusals } from './refusals.ts'

/** Why nothing at all can be given back now; null where something can. */
export function refusalToRefund(most: bigint): Refusal | null {
  return most > 0n ? null : refusals.nothing_to_refund().refusal
}

/** Refuses above what is captured, not refunded and not on its way back already; also in another currency. */
export function decideRefund(payment: Payment, amount: Money): Result<bigint> {
  const most = refundable(payment)
  const nothingLeft = refusalToRefund(most)
  if (nothingLeft) return { ok: false, refusal: nothingLeft }
  if (amount.currency !== payment.currency || amount.amount > most || amount.amount <= 0n) {
    return refusals.refund_above_captured({
      field: 'amount',
      params: { most: Number(most), currency: payment.currency },
    })
  }
  return ok(amount.amount)
}
