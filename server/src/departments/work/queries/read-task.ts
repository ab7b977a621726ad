import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

export interface EndedTask {
  readonly staffId: string
  readonly state: 'done' | 'failed' | 'cancelled'
  readonly titleKey: string
  readonly titleParams: Readonly<Record<string, string | number>>
}

/** Undefined once it is forgotten, or runs again. */
export function findEndedTask(reader: Pick<Database, 'row'>, id: string): Promise<EndedTask | undefined> {
  return reader.row(sql<EndedTask>`
    SELECT staff_id AS "staffId", state, title_key AS "titleKey", title_params AS "titleParams" FROM host.task
    WHERE id = ${id} AND state IN ('done', 'failed', 'cancelled')`)
}
