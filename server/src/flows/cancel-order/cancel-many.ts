/**
 * Calls many orders off, one after the other and each as it is called off by itself: by its own rules, its page closed before, its money on
 * its way back in the transaction that calls it off. What came of it is written in that transaction, behind the order's lock, so that work
 * begun anew goes on where it was; what an order refuses is kept beside it and stops nobody else.
 */
import { runCommand, type Actor, type House } from '../../host/context.ts'
import { countOutcomes, keepOutcome, listDone, type BulkCounts } from '../../departments/orders/index.ts'
import { callOffOrder } from './cancel-order.ts'

export interface ManyToCancel {
  readonly taskId: string
  readonly orderIds: readonly string[]
  readonly reason: string
  readonly actor: Actor
  readonly requestId: string | undefined
  readonly progress: (done: number, total: number) => void
  readonly stopAsked: () => Promise<boolean>
}

export async function cancelMany(house: House, wish: ManyToCancel): Promise<BulkCounts> {
  const { taskId, orderIds, reason, actor, requestId, progress, stopAsked } = wish
  const before = await listDone(house.database, taskId)
  const left = orderIds.filter((id) => !before.has(id))
  for (const [index, orderId] of left.entries()) {
    if (await stopAsked()) break
    const cancelled = await callOffOrder(house, {
      orderId,
      reason,
      actor,
      requestId,
      admit: (ctx) => keepOutcome(ctx, { taskId, orderId, changed: true }),
    })
    if (!cancelled.ok) {
      const refused = { taskId, orderId, changed: false, refusal: cancelled.refusal }
      await runCommand(house, { actor, requestId }, (ctx) => keepOutcome(ctx, refused))
    }
    progress(before.size + index + 1, orderIds.length)
  }
  return countOutcomes(house.database, taskId)
}
