import type { Context } from '../../../host/context.ts'
import type { Payment } from '../domain/payment.ts'
import { stateOf } from '../domain/payment.ts'
import { isTender } from '../domain/tender.ts'
import { lockPaymentsOfOrder } from '../store/load-payments.ts'
import { savePayment } from '../store/save-payments.ts'
import { freeTender } from './tender.ts'

/** For flows, which hold the order already (docs/lock-order.md): every payment of an order, those that are expected first. */
export function lockOrderPayments(ctx: Context, orderId: string): Promise<Payment[]> {
  return lockPaymentsOfOrder(ctx, orderId)
}

/** The order ended: nobody waits for this money any more. What comes anyway goes back (domain/judge.ts). */
export function closePayment(ctx: Context, payment: Payment): void {
  if (isTender(payment)) return freeTender(ctx, payment)
  const state = stateOf(payment, { closed: true })
  if (state !== payment.state) savePayment(ctx, { ...payment, state })
}
