import type { StaffActor } from '../../../host/auth/staff-directory.ts'
import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { StaffId } from '../domain/staff.ts'
import { actorColumns, actorOf, worksHere, type ActorRow } from './who-may-act.ts'

/** Id -> name, also of those who have left: what they did is still theirs. So is what their programs did, under a key's name. */
export async function findStaffNames(
  reader: Pick<Database, 'rows'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await reader.rows(sql<{ id: string; name: string }>`
    SELECT id, name FROM people.staff WHERE id = ANY(${ids}::uuid[])
    UNION ALL SELECT id, name FROM people.api_key WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** A member of staff with what they may do at this moment, for work that goes on after their call. Undefined for who left. */
export async function findStaffActorById(reader: Pick<Database, 'row'>, id: string): Promise<StaffActor | undefined> {
  const row = await reader.row(
    sql<ActorRow>`SELECT ${actorColumns} FROM people.staff s WHERE s.id = ${id} AND ${worksHere()}`,
  )
  return row && actorOf(row)
}

export interface Colleague {
  readonly id: StaffId
  readonly name: string
  readonly email: string
  readonly locale: string
}

/** Everybody who works here now and may do it, by name: to whom something that needs this right can be given. */
export function listStaffHolding(
  reader: Pick<Database, 'rows'>,
  { permission }: { permission: string },
): Promise<Colleague[]> {
  return reader.rows(sql<Colleague>`
    SELECT s.id, s.name, s.email, s.locale FROM people.staff s
    WHERE s.id IN (SELECT g.staff_id FROM people.role r JOIN people.staff_role g ON g.role_code = r.code
      WHERE r.permissions @> ARRAY[${permission}::text]) AND ${worksHere()}
    ORDER BY lower(s.name), s.id`)
}
