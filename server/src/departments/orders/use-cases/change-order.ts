import type { Context } from '../../../host/context.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { moneyToJson } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import {
  decide,
  hasLeft,
  mayBeShipped,
  mayExpire,
  type ClearanceGround,
  type LockedOrder,
  type OrderAction,
  type OrderState,
} from '../domain/order.ts'
import { refusals } from '../domain/refusals.ts'
import { orderCancelled, orderCleared, orderExpired, orderPaid } from '../events.ts'
import { findLockedOrder } from '../queries/get-locked-order.ts'
import { insertCancellation, insertClearance, insertExpiry, saveAuthorisedHash, saveState } from '../store/orders.ts'
import { lockOrderRow } from '../store/locks.ts'
import { beginDispatch } from './dispatch.ts'

/** The order, held until the transaction ends. */
export async function lockOrder(ctx: Context, orderId: string): Promise<Result<LockedOrder>> {
  if (!isUuid(orderId)) return refusals.not_found()
  lockOrderRow(ctx, orderId)
  const order = await findLockedOrder(ctx, orderId)
  return order ? ok(order) : refusals.not_found()
}

/** Its money is here, whole: the order counts, and its confirmation is on the way. `authorisedHash` is what was paid for. */
export function payOrder(ctx: Context, order: LockedOrder, authorisedHash: string): Result<void> {
  const next = move(ctx, order, 'pay')
  if (!next.ok) return next
  saveAuthorisedHash(ctx, order, authorisedHash)
  ctx.emit(orderPaid(order.id, { number: order.number, total: moneyToJson(order.total) }))
  return clearOrder(ctx, { ...order, state: next.value }, 'paid')
}

/**
 * It may be fulfilled, on this ground, and its confirmation is on the way; done again the first ground stays. The order is held under
 * lock. A cleared order does not expire: what is paid at the door or on account may be with its buyer already.
 */
export function clearOrder(ctx: Context, order: LockedOrder, ground: ClearanceGround): Result<void> {
  if (order.cleared !== null) return ok()
  if (order.state !== 'awaiting_payment' && order.state !== 'paid') return mayBeShipped(order)
  insertClearance(ctx, order, ground)
  beginDispatch(ctx, order)
  ctx.emit(orderCleared(order.id, { number: order.number, ground }))
  ctx.enqueue({ kind: 'order-confirmation', ref: order.id, dedupKey: order.id })
  return ok()
}

/** Nobody paid in time. */
export function expireOrder(ctx: Context, order: LockedOrder): Result<void> {
  if (order.state === 'awaiting_payment' && !mayExpire(order)) {
    return refusals.not_awaiting_payment({ params: { state: order.state } })
  }
  const next = move(ctx, order, 'expire')
  if (!next.ok) return next
  insertExpiry(ctx, order)
  ctx.emit(orderExpired(order.id, { number: order.number }))
  return ok()
}

/** Called off, by whom and why; what that means for money and stock is the flow's part. */
export function cancelOrder(ctx: Context, order: LockedOrder, { reason }: { reason: string }): Result<void> {
  if (hasLeft(order.dispatch)) return refusals.already_shipped()
  const next = move(ctx, order, 'cancel', reason)
  if (!next.ok) return next
  insertCancellation(ctx, order, reason)
  ctx.emit(orderCancelled(order.id, { number: order.number, from: order.state }))
  return ok()
}

function move(ctx: Context, order: LockedOrder, action: OrderAction, reason?: string): Result<OrderState> {
  const next = decide(order.state, action)
  if (!next.ok) return next
  saveState(ctx, order, next.value)
  ctx.audit({
    action: `orders:${action}`,
    objectType: 'order',
    objectId: order.id,
    version: order.version + 1,
    changes: [{ field: 'state', before: order.state, after: next.value }],
    ...(reason === undefined ? {} : { reason }),
  })
  return next
}
