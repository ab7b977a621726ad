import { runCommand, type Actor, type House } from '../../host/context.ts'
import { money } from '../../kernel/money.ts'
import { ok, type Result } from '../../kernel/result.ts'
import {
  findBalanceDue,
  getOrder,
  isBalanceAsked,
  lockOrder,
  type Balance,
  type OrderDetail,
} from '../../departments/orders/index.ts'
import {
  findPaymentAddress,
  lockOrderPayments,
  openBalanceOnline,
  paymentRefusals,
  waysOfBalance,
  type PaymentAddress,
  type WaysOfBalance,
} from '../../departments/payments/index.ts'
import { balanceToPay } from '../settle-payment/index.ts'

/** How the difference that a change of an order waits for can be paid. Groups are of no matter: it was their order to begin with. */
export function waysToPayBalance(
  { database }: Pick<House, 'database'>,
  { market, country, delivery }: Pick<OrderDetail, 'market' | 'country' | 'delivery'>,
  { amount, currency }: Balance,
): Promise<WaysOfBalance> {
  const due = money(amount, currency)
  return waysOfBalance(database, { market, country, due, groups: [], delivered: delivery.method !== null })
}

/** The payment by which what a paid order would come to cost more is paid online, opened when it is first asked for; undefined where nothing waits. */
export async function findBalancePayment(
  house: House,
  orderId: string,
  actor: Actor,
): Promise<Result<PaymentAddress> | undefined> {
  const due = await findBalanceDue(house.database, orderId)
  if (!due) return undefined
  if (!isBalanceAsked(due)) return paymentRefusals.nothing_to_pay()
  const order = await getOrder(house.database, orderId)
  if (!order.ok) return order
  const { online } = await waysToPayBalance(house, order.value, due)
  if (!online) return paymentRefusals.not_paid_online()
  const opened = await runCommand(house, { actor }, async (ctx): Promise<Result<string>> => {
    const held = await lockOrder(ctx, orderId)
    if (!held.ok) return held
    const balance = await findBalanceDue(ctx.tx, orderId)
    if (!balance) return paymentRefusals.nothing_to_pay()
    const payments = await lockOrderPayments(ctx, orderId)
    return ok(openBalanceOnline(ctx, payments, { balance: balanceToPay(held.value, balance), method: online }))
  })
  if (!opened.ok) return opened
  const address = await findPaymentAddress(house.database, opened.value)
  return address ? ok(address) : paymentRefusals.not_found()
}
