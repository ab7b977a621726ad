/**
 * Calls an order off. Unpaid: the provider's page is closed first, so that nobody pays for nothing; with the provider away it is
 * called off all the same, and money that still comes goes back by itself. Paid: the sale is reversed and every captured cent is
 * on its way back, in the transaction that cancels. The stock returns to the shelf.
 */
import { runCommand, type Actor, type Context, type House } from '../../host/context.ts'
import { Outage } from '../../kernel/outage.ts'
import { ok, type Refused, type Result } from '../../kernel/result.ts'
import { cancelCardsOfOrder } from '../../departments/gift-cards/index.ts'
import { releaseStock } from '../../departments/inventory/index.ts'
import {
  cancelOrder,
  findBalanceDue,
  foreseeCancellation,
  getOrder,
  lockOrder,
  weighCancellation,
  type OrderState,
} from '../../departments/orders/index.ts'
import { closePayment, giveBack, lockOrderPayments, weighGivingBack } from '../../departments/payments/index.ts'
import { freePromotions } from '../../departments/pricing/index.ts'
import { dropBalance, reverseSale, settleOrder } from '../settle-payment/index.ts'
import { closeBalanceSession, closeSession, type OrderToPay } from '../start-payment/index.ts'

export interface Cancellation {
  readonly orderId: string
  readonly reason: string
  readonly actor: Actor
  readonly requestId?: string | undefined
  /** The version that the caller saw; refused with `otherwise` when it is another one now. */
  readonly expected?: { readonly version: number; readonly otherwise: () => Refused } | undefined
  /** Asked behind the order's lock: what a caller may not call off by themselves is refused there. */
  readonly admit?: ((ctx: Context) => Promise<Result<unknown>>) | undefined
}

export async function callOffOrder(house: House, cancellation: Cancellation): Promise<Result<{ state: OrderState }>> {
  const { orderId, reason, actor, requestId, expected, admit } = cancellation
  const order = await getOrder(house.database, orderId)
  if (!order.ok) return order
  if (order.value.state === 'awaiting_payment') {
    // A page is closed only for a cancellation that may go ahead.
    const foreseen = await runCommand(house, { actor, requestId }, async (ctx) => {
      const held = await lockOrder(ctx, orderId)
      return held.ok ? foreseeCancellation(ctx, held.value) : held
    })
    if (!foreseen.ok) return foreseen
    await stopPaying(house, order.value, actor)
  }
  const balance = await findBalanceDue(house.database, orderId)
  if (balance) await stopPaying(house, order.value, actor, balance.id)
  return runCommand(house, { actor, requestId }, (ctx) => cancelIn(ctx, { orderId, reason, expected, admit }))
}

/** The one transaction in which an order is called off: also what is tried and rolled back to show what it would do. */
export async function cancelIn(
  ctx: Context,
  { orderId, reason, expected, admit }: Pick<Cancellation, 'orderId' | 'reason' | 'expected' | 'admit'>,
): Promise<Result<{ state: OrderState }>> {
  const held = await lockOrder(ctx, orderId)
  if (!held.ok) return held
  if (expected && expected.version !== held.value.version) return expected.otherwise()
  const asked = await admit?.(ctx)
  if (asked && !asked.ok) return asked
  const payments = await lockOrderPayments(ctx, orderId)
  const balance = await findBalanceDue(ctx.tx, orderId)
  const cancelled = cancelOrder(ctx, held.value, { reason })
  if (!cancelled.ok) return cancelled
  const admitted = await weighCancellation(ctx, held.value)
  if (!admitted.ok) return admitted
  const givenBack = await weighGivingBack(ctx, payments)
  if (!givenBack.ok) return givenBack
  const worthless = await cancelCardsOfOrder(ctx, orderId)
  if (!worthless.ok) return worthless
  if (balance) await dropBalance(ctx, { order: held.value, balance, payments, outcome: 'order_cancelled' })
  await reverseSale(ctx, held.value)
  for (const payment of payments.filter(({ balanceOf }) => balanceOf === null || balanceOf !== balance?.id)) {
    giveBack(ctx, payment, 'order_cancelled')
    closePayment(ctx, payment)
    ctx.enqueue({ kind: 'settle-payment', ref: payment.id })
  }
  await freePromotions(ctx, orderId)
  releaseStock(ctx, orderId)
  return ok({ state: 'cancelled' })
}

async function stopPaying(house: House, order: OrderToPay, actor: Actor, balanceId?: string): Promise<void> {
  try {
    const closed = balanceId ? await closeBalanceSession(house, order, balanceId) : await closeSession(house, order)
    if (closed === 'completed') await settleOrder(house, order.id, actor)
  } catch (error) {
    if (!(error instanceof Outage)) throw error
    house.log.warn('order.page_not_closed', { orderId: order.id, code: error.code, error: error.message })
  }
}
