/**
 * Charges what is kept for a customer without them: staff, for what the customer agreed to with them. Only what is due of an order may be charged,
 * and only for a reason that their consent names (Directive (EU) 2015/2366, art. 64; Stripe's rules for payments that a merchant begins ask the
 * same). The provider is asked in no transaction (`flows/start-payment`); where the bank wants the customer, they get a mail with the
 * page on which they pay.
 */
import type { Actor, House } from '../../host/context.ts'
import { money, type Money } from '../../kernel/money.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { findBalanceDue, getOrder, wasTaken, type OrderDetail } from '../../departments/orders/index.ts'
import { findPaymentOfOrder, isAsked, paymentRefusals } from '../../departments/payments/index.ts'
import { chargeSaved } from '../start-payment/index.ts'

export const CHARGE_REASONS = ['order_change', 'preorder_rest', 'phone_order'] as const
export type ChargeReason = (typeof CHARGE_REASONS)[number]

export interface DueOfOrder {
  readonly order: OrderDetail
  readonly amount: Money
  readonly reason: ChargeReason
}

/** What of an order may be charged so, and for what. */
export async function dueOfOrder({ database }: Pick<House, 'database'>, orderId: string): Promise<Result<DueOfOrder>> {
  const found = await getOrder(database, orderId)
  if (!found.ok) return found
  const order = found.value
  const balance = await findBalanceDue(database, orderId)
  if (balance) {
    const isRest = balance.kind === 'rest'
    if (isRest && balance.dueSince === null) return paymentRefusals.nothing_to_pay()
    const reason = isRest ? 'preorder_rest' : 'order_change'
    return ok({ order, amount: money(balance.amount, balance.currency), reason })
  }
  if (order.state !== 'awaiting_payment') return paymentRefusals.nothing_to_pay()
  const payment = await findPaymentOfOrder(database, orderId)
  if (!payment || !isAsked(payment)) return paymentRefusals.not_paid_online()
  if (!(await wasTaken(database, orderId))) return paymentRefusals.charge_not_agreed()
  return ok({ order, amount: money(payment.amount, payment.currency), reason: 'phone_order' })
}

export interface OrderToCharge {
  readonly orderId: string
  readonly methodId: string
  /** How the customer agreed to just this. */
  readonly agreed: string
}

/** `needs_customer`: their bank wants them; nothing was charged, and they were written to. */
export async function chargeOrder(
  house: House,
  { orderId, methodId, agreed }: OrderToCharge,
  actor: Actor,
): Promise<Result<{ readonly state: 'paid' | 'needs_customer' }>> {
  const due = await dueOfOrder(house, orderId)
  if (!due.ok) return due
  const { order, reason } = due.value
  const customerId = order.customerId ?? ''
  if (customerId === '') return paymentRefusals.saved_method_not_found({ field: 'methodId' })
  const later = { reason, agreed: agreed.trim() }
  const charged = await chargeSaved(house, order, actor, { customerId, methodId, later })
  if (!charged.ok) return charged
  if (charged.value.state === 'done') return ok({ state: 'paid' })
  const isWanted = charged.value.state === 'confirm' || charged.value.decline === 'authentication_required'
  return isWanted ? ok({ state: 'needs_customer' }) : paymentRefusals.charge_declined({ field: 'methodId' })
}
