/**
 * Ends orders that nobody paid in time and gives their stock back. The provider's page is closed first, outside any
 * transaction: from then on nobody can pay, so the order cannot end under a shopper's hands. A page that turns out to be
 * paid means the order is settled instead. Money that finds its way in spite of all goes back by itself (payments, judge.ts).
 */
import { runCommand, system, type House } from '../../host/context.ts'
import { Outage } from '../../kernel/outage.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { releaseStock } from '../../departments/inventory/index.ts'
import { expireOrder, getOrder, listOrdersToExpire, lockOrder, mayExpire } from '../../departments/orders/index.ts'
import { closePayment, giveBack, isByHand, lockOrderPayments } from '../../departments/payments/index.ts'
import { releasePromotions } from '../../departments/pricing/index.ts'
import { settleOrder } from '../settle-payment/index.ts'
import { closeSession } from '../start-payment/index.ts'

const BATCH = 100

/** Answers how many orders ended. With the provider away the rest waits for the next round. */
export async function expireOrders(house: House): Promise<number> {
  let ended = 0
  for (const orderId of await listOrdersToExpire(house.database, house.clock.now(), BATCH)) {
    try {
      const expired = await expireOne(house, orderId)
      if (expired.ok && expired.value) ended += 1
    } catch (error) {
      if (!(error instanceof Outage)) throw error
      house.log.warn('order.not_expired', { orderId, code: error.code, error: error.message })
      return ended
    }
  }
  return ended
}

const actor = system('expire-orders')

async function expireOne(house: House, orderId: string): Promise<Result<boolean>> {
  const order = await getOrder(house.database, orderId)
  if (!order.ok) return order
  if ((await closeSession(house, order.value)) === 'completed') {
    const settled = await settleOrder(house, orderId, actor)
    return settled.ok ? ok(false) : settled
  }
  return runCommand(house, { actor }, async (ctx) => {
    const held = await lockOrder(ctx, orderId)
    if (!held.ok) return held
    if (!mayExpire(held.value) || held.value.expiresAt > ctx.now) return ok(false)
    const payments = await lockOrderPayments(ctx, orderId)
    const expired = expireOrder(ctx, held.value)
    if (!expired.ok) return expired
    for (const payment of payments) {
      // A part that was transferred goes back; of what a provider holds settling sees to it.
      if (isByHand(payment)) giveBack(ctx, payment, 'order_expired')
      closePayment(ctx, payment)
    }
    releasePromotions(ctx, orderId)
    releaseStock(ctx, orderId)
    return ok(true)
  })
}
