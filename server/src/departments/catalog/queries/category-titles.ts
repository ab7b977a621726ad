import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

export async function categoryExists(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM catalog.category WHERE id = ${id}`)) !== undefined
}

/** What people call categories, in the reader's language where it has a name there. */
export async function categoryTitles(
  reader: Pick<Database, 'rows'>,
  ids: readonly string[],
  locale: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; name: string }>`
    SELECT id, coalesce(names ->> ${locale}, names ->> 'en') AS name FROM catalog.category WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
