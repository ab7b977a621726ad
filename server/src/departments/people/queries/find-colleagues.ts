import type { Actor } from '../../../host/context.ts'
import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { StaffId } from '../domain/staff.ts'

/** Id -> name, also of those who have left: what they did is still theirs. */
export async function findStaffNames(
  reader: Pick<Database, 'rows'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await reader.rows(sql<{ id: string; name: string }>`
    SELECT id, name FROM people.staff WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** A member of staff with what they may do at this moment, for work that goes on after their call. Undefined for who left. */
export async function findStaffActorById(
  reader: Pick<Database, 'row'>,
  id: string,
): Promise<Extract<Actor, { kind: 'staff' }> | undefined> {
  const row = await reader.row(sql<{ id: StaffId; name: string; permissions: string[] }>`
    SELECT s.id, s.name, ARRAY(
      SELECT DISTINCT unnest(r.permissions) FROM people.staff_role g JOIN people.role r ON r.code = g.role_code
      WHERE g.staff_id = s.id) AS permissions
    FROM people.staff s
    WHERE s.id = ${id} AND NOT EXISTS (SELECT 1 FROM people.ending e WHERE e.staff_id = s.id)`)
  return row && { kind: 'staff', id: row.id, name: row.name, permissions: new Set(row.permissions) }
}
