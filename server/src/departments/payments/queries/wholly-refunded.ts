import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

/** Which of these orders were given back all that was taken for them. */
export async function listWhollyRefunded(
  reader: Pick<Database, 'rows'>,
  orderIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT p.order_id::text AS id FROM payments.payment p WHERE p.order_id = ANY(${orderIds}::uuid[])
    GROUP BY p.order_id HAVING sum(p.captured) > 0 AND sum(p.refunded) >= sum(p.captured)`)
  return new Set(rows.map(({ id }) => id))
}
