import { listOrdersAwaiting, noteTold, type Awaited } from '../../inventory/index.ts'
import type { Reader } from '../../organisation/index.ts'
import { findOrder, type OrderDetail } from '../queries/read-orders.ts'

export interface LateOrder {
  readonly order: OrderDetail
  readonly late: Awaited
}

/** Living orders that wait for goods at a place, and know an earlier day, or none. */
export async function findLateOrders(
  reader: Reader,
  where: { readonly variantId: string; readonly locationCode: string },
): Promise<LateOrder[]> {
  const awaited = await listOrdersAwaiting(reader, where)
  const found: LateOrder[] = []
  for (const late of awaited.filter(({ toldOn, shipsOn }) => toldOn === null || toldOn < shipsOn)) {
    const order = await findOrder(reader, late.orderId)
    if (order && (order.state === 'paid' || order.state === 'awaiting_payment')) found.push({ order, late })
  }
  return found
}

/** An order knows of the day. */
export const keepTold = noteTold
