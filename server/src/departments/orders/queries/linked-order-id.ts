import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'

/** The order that an opened link leads to; `id` is undefined when the link's signature did not hold. */
export async function getLinkedOrderId(reader: Pick<Database, 'row'>, id: string | undefined): Promise<Result<string>> {
  const found =
    id === undefined ? undefined : await reader.row(sql`SELECT 1 FROM orders.sales_order WHERE id = ${id}::uuid`)
  return found && id !== undefined ? ok(id) : refusals.link_not_valid()
}
