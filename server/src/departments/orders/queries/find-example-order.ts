import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

/** The order of a number, or the latest that was paid: to look at mails with. */
export async function findExampleOrder(
  reader: Pick<Database, 'row'>,
  number: string | undefined,
): Promise<string | undefined> {
  if (number === undefined) {
    const latest = await reader.row(sql<{ id: string }>`
      SELECT id FROM orders.sales_order WHERE state = 'paid' ORDER BY placed_at DESC, id DESC LIMIT 1`)
    return latest?.id
  }
  if (!/^\d{1,15}$/.test(number.trim())) return undefined
  const asked = await reader.row(sql<{ id: string }>`
    SELECT id FROM orders.sales_order WHERE number = ${number.trim()}::bigint`)
  return asked?.id
}
