import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import type { Role } from '../domain/roles.ts'

export interface RoleView {
  readonly code: string
  readonly names: Role['names']
  readonly description: string | null
  readonly permissions: string[]
  /** Comes with the program: it can be copied and not changed. */
  readonly readyMade: boolean
  /** Who hold it and have not left. */
  readonly holders: number
  readonly version: number
}

const columns = fragment`
  r.code, r.names, r.description, r.permissions, r.ready_made AS "readyMade", r.version,
  (SELECT count(*)::int FROM people.staff_role g WHERE g.role_code = r.code
    AND NOT EXISTS (SELECT 1 FROM people.ending e WHERE e.staff_id = g.staff_id)) AS holders
  FROM people.role r`

/** Those in use: the ready-made ones in their order, then the organisation's own by name. */
export function listRoles(reader: Pick<Database, 'rows'>): Promise<RoleView[]> {
  return reader.rows(sql<RoleView>`
    SELECT ${columns} WHERE NOT EXISTS (SELECT 1 FROM people.role_retirement x WHERE x.role_code = r.code)
    ORDER BY r.position, lower(r.names ->> 'en'), r.code`)
}

export function findRole(reader: Pick<Database, 'row'>, code: string): Promise<RoleView | undefined> {
  return reader.row(sql<RoleView>`
    SELECT ${columns} WHERE r.code = ${code} AND NOT EXISTS (SELECT 1 FROM people.role_retirement x WHERE x.role_code = r.code)`)
}

export interface Holder {
  readonly id: string
  readonly name: string
}

const MOST_SHOWN = 200

/** Who hold a role and have not left, by name; two hundred at most, the rest by the list of people. */
export function listHolders(reader: Pick<Database, 'rows'>, code: string): Promise<Holder[]> {
  return reader.rows(sql<Holder>`
    SELECT s.id, s.name FROM people.staff_role g JOIN people.staff s ON s.id = g.staff_id
    WHERE g.role_code = ${code} AND NOT EXISTS (SELECT 1 FROM people.ending e WHERE e.staff_id = s.id)
    ORDER BY lower(s.name), s.id LIMIT ${MOST_SHOWN}`)
}
