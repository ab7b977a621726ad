import type { Context } from '../../../host/context.ts'
import { recordDispatch } from '../../orders/index.ts'
import { dispatchOf, isOut } from '../domain/what-is-left.ts'
import { holdDispatch } from './read-dispatch.ts'

/** An order that was sent in part asks for other pieces now: how far it is on its way follows. Harmless twice, and where nothing was sent. */
export async function followContents(ctx: Context, orderId: string): Promise<void> {
  const held = await holdDispatch(ctx, orderId)
  if (!held.ok) return
  const { order, lines, parcels } = held.value
  if (order.dispatch !== null && parcels.some(isOut)) recordDispatch(ctx, order, dispatchOf(lines, parcels))
}
