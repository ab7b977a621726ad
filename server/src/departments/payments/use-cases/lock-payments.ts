import type { Context } from '../../../host/context.ts'
import type { Payment } from '../domain/payment.ts'
import { stateOf } from '../domain/payment.ts'
import { lockPaymentsByReference, lockPaymentsOfOrder } from '../store/load-payments.ts'
import { savePayment } from '../store/save-payments.ts'

/** For flows, which hold the order already (docs/lock-order.md): the payments of one reference, the expected one first. */
export function lockPayments(ctx: Context, reference: string): Promise<Payment[]> {
  return lockPaymentsByReference(ctx, reference)
}

/** Every payment of an order, the expected one first. */
export function lockOrderPayments(ctx: Context, orderId: string): Promise<Payment[]> {
  return lockPaymentsOfOrder(ctx, orderId)
}

/** The order ended: nobody waits for this money any more. What comes anyway goes back (domain/judge.ts). */
export function closePayment(ctx: Context, payment: Payment): void {
  const state = stateOf(payment, { closed: true })
  if (state !== payment.state) savePayment(ctx, { ...payment, state })
}
