import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

/** What people call an order, by its id: its number. */
export async function orderTitles(
  reader: Pick<Database, 'rows'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; number: bigint }>`
    SELECT id, number FROM orders.sales_order WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, number }) => [id, `#${number}`]))
}
