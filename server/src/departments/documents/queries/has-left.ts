import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

/** Whether a parcel of the order has left for good: one that may still be taken back has not. */
export async function hasLeft(reader: Pick<Database, 'rows'>, orderId: string): Promise<boolean> {
  const left = await reader.rows(sql`
    SELECT 1 FROM fulfilment.pub_parcel WHERE order_id = ${orderId} AND left_at IS NOT NULL LIMIT 1`)
  return left.length > 0
}
