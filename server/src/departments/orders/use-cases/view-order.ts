import { ok } from '../../../kernel/result.ts'
import type { Reader } from '../../organisation/index.ts'
import { allowedActions } from '../domain/order.ts'
import { getOrder } from '../queries/read-orders.ts'

/** An order with what its staff may do to it now, from the table the domain decides by. */
export async function viewOrder(reader: Reader, id: string) {
  const order = await getOrder(reader, id)
  if (!order.ok) return order
  return ok({ ...order.value, allowedActions: allowedActions(order.value.state, ['cancel']) })
}
