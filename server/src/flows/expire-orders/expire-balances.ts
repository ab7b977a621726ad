import { runCommand, system, type House } from '../../host/context.ts'
import { Outage } from '../../kernel/outage.ts'
import { ok, type Result } from '../../kernel/result.ts'
import {
  findBalanceDue,
  getOrder,
  listBalancesToExpire,
  lockOrder,
  orderRefusals,
} from '../../departments/orders/index.ts'
import { lockOrderPayments } from '../../departments/payments/index.ts'
import { callOffOrder } from '../cancel-order/index.ts'
import { dropBalance, settleOrder } from '../settle-payment/index.ts'
import { closeBalanceSession } from '../start-payment/index.ts'

const BATCH = 100
const actor = system('expire-orders')

/** Changes whose difference nobody paid in time are dropped, and their orders stay as they were: as expireOrders, page first. */
export async function expireBalances(house: House): Promise<number> {
  let ended = 0
  for (const orderId of await listBalancesToExpire(house.database, house.clock.now(), BATCH)) {
    try {
      const expired = await expireOne(house, orderId)
      if (expired.ok && expired.value) ended += 1
    } catch (error) {
      if (!(error instanceof Outage)) throw error
      house.log.warn('order.balance_not_expired', { orderId, code: error.code, error: error.message })
      return ended
    }
  }
  return ended
}

async function expireOne(house: House, orderId: string): Promise<Result<boolean>> {
  const order = await getOrder(house.database, orderId)
  if (!order.ok) return order
  const due = await findBalanceDue(house.database, orderId)
  if (due?.kind === 'rest') return callOff(house, orderId)
  if (due && (await closeBalanceSession(house, order.value, due.id)) === 'completed') {
    const settled = await settleOrder(house, orderId, actor)
    return settled.ok ? ok(false) : settled
  }
  return runCommand(house, { actor }, async (ctx) => {
    const held = await lockOrder(ctx, orderId)
    if (!held.ok) return held
    const balance = await findBalanceDue(ctx.tx, orderId)
    if (!balance || balance.expiresAt > ctx.now) return ok(false)
    const payments = await lockOrderPayments(ctx, orderId)
    await dropBalance(ctx, { order: held.value, balance, payments, outcome: 'expired' })
    return ok(true)
  })
}

/** Of an order whose rest nobody paid there is nothing to stay: it is called off as was agreed, and what was paid goes back. */
async function callOff(house: House, orderId: string): Promise<Result<boolean>> {
  const ended = await callOffOrder(house, {
    ...{ orderId, reason: 'rest_not_paid', actor },
    // Who paid in the last moment has paid.
    admit: async (ctx) => {
      const due = await findBalanceDue(ctx.tx, orderId)
      return due?.kind === 'rest' && due.expiresAt <= ctx.now ? ok() : orderRefusals.no_balance_due()
    },
  })
  if (ended.ok) return ok(true)
  return ended.refusal.code === 'orders.no_balance_due' ? ok(false) : ended
}
