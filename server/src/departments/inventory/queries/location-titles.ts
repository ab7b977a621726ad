import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { PlaceOf } from '../../../host/http/route.ts'

export async function locationExists(reader: Pick<Database, 'row'>, code: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM inventory.location WHERE code = ${code}`)) !== undefined
}

export const locationPlace: PlaceOf = async (_reader, { id: code }) =>
  code === undefined ? undefined : { location: code }

export async function locationTitles(
  reader: Pick<Database, 'rows'>,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ code: string; name: string }>`
    SELECT code, name FROM inventory.location WHERE code = ANY(${codes}::text[])`)
  return new Map(rows.map(({ code, name }) => [code, name]))
}
