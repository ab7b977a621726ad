import type { House } from '../../../host/context.ts'
import { mailLocale } from '../../../host/mail/mail-kind.ts'
import { money } from '../../../kernel/money.ts'
import { findBalanceDue, getOrder, orderPage } from '../../orders/index.ts'
import { findPaymentAddress } from '../queries/find-payment.ts'

/** Of a payment whose customer their bank wants: what is to be paid, by whom and where; undefined where it was paid, or ended, meanwhile. */
export async function findChargeToAsk(house: House, paymentId: string) {
  const payment = await findPaymentAddress(house.database, paymentId)
  const order = payment && (await getOrder(house.database, payment.orderId))
  if (!payment || !order?.ok) return undefined
  const { id, name, number, email, market, state } = order.value
  const balance = await findBalanceDue(house.database, id)
  const waits = payment.balanceOf === null ? state === 'awaiting_payment' : balance?.id === payment.balanceOf
  if (!waits) return undefined
  const locale = mailLocale(order.value.locale)
  const link = orderPage(house, { id, locale })
  return { orderId: id, name, number, email, market, locale, link, amount: money(payment.amount, payment.currency) }
}
