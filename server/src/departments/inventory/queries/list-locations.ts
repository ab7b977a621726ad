import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { LocationToSave } from '../domain/location.ts'

export interface LocationView extends LocationToSave {
  readonly id: string
  readonly version: number
}

export function listLocations(reader: Pick<Database, 'rows'>): Promise<LocationView[]> {
  return reader.rows(
    sql<LocationView>`SELECT id, code, name, kind, country, version FROM inventory.location ORDER BY code`,
  )
}
