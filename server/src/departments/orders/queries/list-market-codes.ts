import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

/** Where orders come from: what a list of them can be narrowed to. */
export async function listMarketCodes(reader: Pick<Database, 'rows'>): Promise<string[]> {
  const rows = await reader.rows(sql<{ code: string }>`SELECT code FROM organisation.pub_market ORDER BY code`)
  return rows.map((row) => row.code)
}
