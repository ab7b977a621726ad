import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import { decodeCursor, toPage, type Page } from '../../../host/http/pagination.ts'
import { ok, type Result } from '../../../kernel/result.ts'

export interface StaffView {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly locale: string
  readonly roles: string[]
  readonly activated: boolean
  readonly endedAt: string | null
  readonly createdAt: string
  readonly version: number
}

interface StaffRow {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly locale: string
  readonly roles: string[]
  readonly activated: boolean
  readonly ended_at: Date | null
  readonly created_at: Date
  readonly sort_name: string
  readonly version: number
}

const columns = fragment`
  s.id, s.name, s.email, s.locale, s.password_hash IS NOT NULL AS activated, e.ended_at, s.created_at, s.version, lower(s.name) AS sort_name,
  ARRAY(SELECT g.role_code FROM people.staff_role g WHERE g.staff_id = s.id ORDER BY 1) AS roles
  FROM people.staff s LEFT JOIN people.ending e ON e.staff_id = s.id`

/** By name. */
export async function listStaff(
  database: Database,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Result<Page<StaffView>>> {
  const cursor = decodeCursor(after, ['text', 'id'])
  if (!cursor.ok) return cursor
  const [name = null, id = null] = cursor.value ?? []
  const rows = await database.rows(sql<StaffRow>`
    SELECT ${columns}
    WHERE ${id}::uuid IS NULL OR (lower(s.name), s.id) > (${name}::text, ${id}::uuid)
    ORDER BY lower(s.name), s.id LIMIT ${limit + 1}`)
  return ok(toPage(rows, limit, present, (row) => [row.sort_name, row.id]))
}

export async function findStaff(database: Pick<Database, 'row'>, id: string): Promise<StaffView | undefined> {
  const row = await database.row(sql<StaffRow>`SELECT ${columns} WHERE s.id = ${id}`)
  return row && present(row)
}

function present({ id, name, email, locale, roles, activated, version, ...row }: StaffRow): StaffView {
  const endedAt = row.ended_at?.toISOString() ?? null
  return { id, name, email, locale, roles, activated, version, endedAt, createdAt: row.created_at.toISOString() }
}
