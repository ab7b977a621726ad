import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { ClearanceGround } from '../../orders/index.ts'

/** On what ground an order may be fulfilled; null where it may not, or no longer. */
export async function findClearance(reader: Pick<Database, 'rows'>, orderId: string): Promise<ClearanceGround | null> {
  const [row] = await reader.rows(sql<{ ground: ClearanceGround }>`
    SELECT ground FROM orders.pub_clearance WHERE order_uuid = ${orderId}`)
  return row?.ground ?? null
}
