import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { trackingKey } from '../domain/parcel.ts'

const SHORTEST = 6

/** The orders with a parcel of this number, however it was typed; the newest first. */
export async function findOrdersByTracking(
  reader: Pick<Database, 'rows'>,
  typed: string,
  limit: number,
): Promise<readonly string[]> {
  const key = trackingKey(typed)
  if (key.length < SHORTEST) return []
  const rows = await reader.rows(sql<{ order_id: string }>`
    SELECT order_id FROM fulfilment.parcel WHERE tracking_key = ${key} AND state <> 'taken_back'
    GROUP BY order_id ORDER BY max(made_at) DESC LIMIT ${limit}`)
  return rows.map(({ order_id }) => order_id)
}
