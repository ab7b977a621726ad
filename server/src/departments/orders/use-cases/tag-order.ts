import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { deskRefusals as refusals } from '../domain/desk-refusals.ts'
import { retag } from '../domain/tag.ts'
import { orderTagged } from '../events.ts'
import { listTagsOf } from '../queries/tags.ts'
import { deleteOrderTags, holdTags, insertOrderTags } from '../store/tags.ts'
import { lockOrder } from './change-order.ts'

export interface Tagging {
  readonly orderId: string
  readonly add: readonly string[]
  readonly remove: readonly string[]
}

/** Hangs tags on an order and takes others off; answers whether that changed anything. What it has already is no fault. */
export async function tagOrder(ctx: Context, { orderId, add, remove }: Tagging): Promise<Result<boolean>> {
  const order = await lockOrder(ctx, orderId)
  if (!order.ok) return order
  const there = await listTagsOf(ctx.tx, orderId)
  const wanted = await holdTags(ctx, add)
  if (add.some((id) => !wanted.some((tag) => tag.id === id))) return refusals.unknown_tag({ field: 'add' })
  const decided = retag(new Set(there.map(({ id }) => id)), { add, remove })
  if (!decided.ok) return decided
  const { added, removed } = decided.value
  if (added.length + removed.length === 0) return ok(false)
  insertOrderTags(ctx, orderId, added)
  deleteOrderTags(ctx, orderId, removed)
  const before = there.map(({ name }) => name)
  const kept = there.filter(({ id }) => !removed.includes(id))
  const after = [...kept, ...wanted.filter(({ id }) => added.includes(id))].map(({ name }) => name).toSorted()
  ctx.audit({
    action: 'orders:tag',
    objectType: 'order',
    objectId: orderId,
    changes: [{ field: 'tags', before: before.join(', '), after: after.join(', ') }],
  })
  ctx.emit(orderTagged(orderId, { number: order.value.number }))
  return ok(true)
}
