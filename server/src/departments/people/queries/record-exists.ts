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

export async function roleIsKnown(reader: Pick<Database, 'row'>, code: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM people.role WHERE code = ${code}`)) !== undefined
}

export async function roleTitles(
  reader: Pick<Database, 'rows'>,
  codes: readonly string[],
  locale: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ code: string; name: string }>`
    SELECT code, coalesce(names ->> ${locale}, names ->> 'en', code) AS name FROM people.role WHERE code = ANY(${codes}::text[])`)
  return new Map(rows.map(({ code, name }) => [code, name]))
}

export async function companyIsKnown(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM people.company WHERE id = ${id}`)) !== undefined
}

export async function companyTitles(
  reader: Pick<Database, 'rows'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; name: string }>`
    SELECT id, name FROM people.company WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
