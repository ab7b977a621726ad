import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { ClearanceGround } from '../domain/order.ts'

/** On what ground an order may be fulfilled; null: not yet. */
export async function findClearance(reader: Pick<Database, 'rows'>, orderId: string): Promise<ClearanceGround | null> {
  const [row] = await reader.rows(sql<{ ground: ClearanceGround }>`
    SELECT ground FROM orders.clearance WHERE order_id = ${orderId}`)
  return row?.ground ?? null
}
