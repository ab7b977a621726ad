import { runCommand, type Actor, type Context, type House } from '../../host/context.ts'
import { Outage } from '../../kernel/outage.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { findBalanceDue, getOrder, lockOrder, orderRefusals } from '../../departments/orders/index.ts'
import { lockOrderPayments } from '../../departments/payments/index.ts'
import { dropBalance, settleBalance, settleOrder } from '../settle-payment/index.ts'
import { closeBalanceSession } from '../start-payment/index.ts'

export interface BalanceToEnd {
  readonly orderId: string
  readonly how: 'waive' | 'undo'
  readonly reason: string
  /** What a reduction of the price by a waiver is called, by language. */
  readonly names?: Readonly<Record<string, string>>
}

export interface EndedBalance {
  readonly version: number
}

/**
 * Staff let a change come about without its difference, or take it back. The provider's page is closed first, so that nobody pays for nothing;
 * who paid in the last moment has paid, and there is nothing left to end.
 */
export async function endBalanceByHand(
  house: House,
  { actor, requestId, ...wish }: BalanceToEnd & { readonly actor: Actor; readonly requestId: string },
): Promise<Result<EndedBalance>> {
  const order = await getOrder(house.database, wish.orderId)
  if (!order.ok) return order
  const due = await findBalanceDue(house.database, wish.orderId)
  if (!due) return orderRefusals.no_balance_due()
  if (wish.how === 'undo' && due.kind === 'rest') return orderRefusals.rest_not_undoable()
  try {
    if ((await closeBalanceSession(house, order.value, due.id)) === 'completed')
      await settleOrder(house, order.value.id)
  } catch (error) {
    if (!(error instanceof Outage)) throw error
    // Money that comes all the same goes back by itself.
    house.log.warn('order.page_not_closed', { orderId: order.value.id, code: error.code, error: error.message })
  }
  return runCommand(house, { actor, requestId }, (ctx) => endBalanceIn(ctx, wish))
}

/** The one transaction of it: also what is tried and rolled back to show what it would do. */
export async function endBalanceIn(
  ctx: Context,
  { orderId, how, reason, names = {} }: BalanceToEnd,
): Promise<Result<EndedBalance>> {
  const held = await lockOrder(ctx, orderId)
  if (!held.ok) return held
  const order = held.value
  const balance = await findBalanceDue(ctx.tx, orderId)
  if (!balance) return orderRefusals.no_balance_due()
  if (how === 'undo' && balance.kind === 'rest') return orderRefusals.rest_not_undoable()
  const payments = await lockOrderPayments(ctx, orderId)
  if (how === 'undo') await dropBalance(ctx, { order, balance, payments, outcome: 'undone', reason })
  else await settleBalance(ctx, { order, balance, payments, outcome: 'waived', waiver: { reason, names } })
  return ok({ version: order.version + 1 })
}
