import { isUuid } from '../../../kernel/ids.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { settleTodo } from '../../work/index.ts'
import { mayHold, mayRelease } from '../domain/hold.ts'
import type { Because, HoldKind } from '../domain/hold-rule.ts'
import type { LockedOrder } from '../domain/order.ts'
import { orderHeld, orderReleased } from '../events.ts'
import { listHolds, type Hold } from '../queries/holds.ts'
import { endHolds, insertHold } from '../store/holds.ts'
import { lockOrder } from './change-order.ts'

export interface HoldByHand {
  readonly orderId: string
  readonly reason: string
}

/** Somebody says that an order waits, and why. */
export async function holdOrder(
  ctx: Context,
  { orderId, reason }: HoldByHand,
): Promise<Result<{ readonly id: string }>> {
  const order = await lockOrder(ctx, orderId)
  if (!order.ok) return order
  const allowed = mayHold(order.value.state, await openHolds(ctx, orderId))
  if (!allowed.ok) return allowed
  const params = { reason: reason.trim() }
  return ok({
    id: keepHold(ctx, order.value, { kind: 'manual', rule: null, because: 'by_hand', params, todoId: null }),
  })
}

export interface HoldToKeep extends Because {
  readonly kind: HoldKind
  readonly rule: string | null
  readonly todoId: string | null
}

/** Writes a decided hold with its fact. The order is held under lock. */
export function keepHold(ctx: Context, order: LockedOrder, hold: HoldToKeep): string {
  const id = ctx.newId<'hold'>()
  insertHold(ctx, { id, orderId: order.id, ...hold })
  ctx.audit({
    action: 'orders:hold',
    objectType: 'order',
    objectId: order.id,
    changes: [{ field: 'held', before: null, after: hold.kind }],
    ...(hold.because === 'by_hand' ? { reason: String(hold.params['reason']) } : {}),
  })
  ctx.emit(orderHeld(order.id, { number: order.number, kind: hold.kind }))
  return id
}

export interface Releasing {
  readonly orderId: string
  readonly reason: string
  /** One of them; all that hold it where none is named. */
  readonly holdId?: string | undefined
}

/** Lets an order go, or ends one of several reasons: whoever was asked to look need not any more. */
export async function releaseOrder(ctx: Context, { orderId, holdId, reason }: Releasing): Promise<Result<void>> {
  const order = await lockOrder(ctx, orderId)
  if (!order.ok) return order
  const open = await openHolds(ctx, orderId)
  const meant = holdId === undefined ? open : open.filter(({ id }) => id === holdId)
  const allowed = mayRelease(meant)
  if (!allowed.ok) return allowed
  await releaseHolds(ctx, order.value, { holds: meant, left: open.length - meant.length, reason: reason.trim() })
  return ok()
}

/** What ends of an order's holds, and how many stay. */
interface Ending {
  readonly holds: readonly Hold[]
  readonly left: number
  readonly reason: string
}

export async function releaseHolds(ctx: Context, order: LockedOrder, { holds, left, reason }: Ending): Promise<void> {
  endHolds(
    ctx,
    holds.map(({ id }) => id),
    reason,
  )
  for (const { todoId } of holds) if (todoId !== null) await settleTodo(ctx, { id: todoId, reason })
  ctx.audit({
    action: 'orders:release',
    objectType: 'order',
    objectId: order.id,
    changes: holds.map(({ kind }) => ({ field: 'held', before: kind, after: null })),
    reason,
  })
  if (left === 0) ctx.emit(orderReleased(order.id, { number: order.number }))
}

export async function openHolds(ctx: Context, orderId: string): Promise<Hold[]> {
  if (!isUuid(orderId)) return []
  return (await listHolds(ctx.tx, orderId)).filter(({ releasedAt }) => releasedAt === null)
}
