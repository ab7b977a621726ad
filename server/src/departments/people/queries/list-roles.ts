import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Role } from '../domain/roles.ts'

export interface RoleView {
  readonly code: string
  readonly names: Role['names']
  readonly permissions: string[]
}

export function listRoles(database: Database): Promise<RoleView[]> {
  return database.rows(sql<RoleView>`SELECT code, names, permissions FROM people.role ORDER BY position, code`)
}
