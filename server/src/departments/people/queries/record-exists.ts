import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

export async function staffIsKnown(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM people.staff WHERE id = ${id}`)) !== undefined
}

export async function unitIsKnown(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM people.unit WHERE id = ${id}`)) !== undefined
}

export async function unitTitles(
  reader: Pick<Database, 'rows'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; name: string }>`
    SELECT id, name FROM people.unit WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
