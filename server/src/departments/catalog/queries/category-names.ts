import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

export interface CategoryName {
  readonly id: string
  readonly handle: string
  readonly name: string
}

/** Every category by what files call it, without counting what lies in them. */
export function listCategoryNames(reader: Pick<Database, 'rows'>): Promise<CategoryName[]> {
  return reader.rows(sql<CategoryName>`SELECT id, handle, names ->> 'en' AS name FROM catalog.category ORDER BY id`)
}
