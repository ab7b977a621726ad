import type { Database } from '../../../host/database/pool.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { findOrder, type OrderDetail } from './read-orders.ts'

/** The order of an opened link; `id` is undefined when the link's signature did not hold. */
export async function findLinkedOrder(
  reader: Pick<Database, 'rows'>,
  id: string | undefined,
): Promise<Result<OrderDetail>> {
  const order = id === undefined ? undefined : await findOrder(reader, id)
  return order ? ok(order) : refusals.link_not_valid()
}
