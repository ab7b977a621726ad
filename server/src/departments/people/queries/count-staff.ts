import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

/** Those who work here now, invited or active. */
export async function countStaff(reader: Pick<Database, 'row'>): Promise<number> {
  const row = await reader.row(sql<{ n: number }>`
    SELECT count(*)::int AS n FROM people.staff s
    WHERE NOT EXISTS (SELECT 1 FROM people.ending e WHERE e.staff_id = s.id)`)
  return row?.n ?? 0
}
