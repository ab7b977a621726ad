import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

export async function mailExists(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM host.mail WHERE id = ${id}`)) !== undefined
}

export async function mailTitles(
  reader: Pick<Database, 'rows'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; subject: string }>`
    SELECT id, subject FROM host.mail WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, subject }) => [id, subject]))
}

export async function jobExists(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM host.job WHERE id = ${id}`)) !== undefined
}

export async function jobTitles(
  reader: Pick<Database, 'rows'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; kind: string }>`
    SELECT id, kind FROM host.job WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, kind }) => [id, kind]))
}
