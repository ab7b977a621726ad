import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { OWNER } from '../domain/roles.ts'

/** All that can be given: the owner may do everything that this version of the house knows. */
export async function knownPermissions(reader: Pick<Database, 'row'>): Promise<ReadonlySet<string>> {
  const row = await reader.row(
    sql<{ permissions: string[] }>`SELECT permissions FROM people.role WHERE code = ${OWNER}`,
  )
  return new Set(row?.permissions)
}
