import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

export interface TaxCategory {
  readonly code: string
  readonly names: Readonly<Record<string, string>>
  /** Zero for one that rates name and nobody has given words to. */
  readonly version: number
}

const MOST = 500

/** Those with words, and those that only rates name. */
export function listTaxCategories(reader: Pick<Database, 'rows'>): Promise<TaxCategory[]> {
  return reader.rows(sql<TaxCategory>`
    SELECT code, names, version FROM tax.category
    UNION ALL
    SELECT DISTINCT r.category, jsonb_build_object('en', r.category), 0 FROM tax.rate r
    WHERE NOT EXISTS (SELECT 1 FROM tax.category c WHERE c.code = r.category)
    ORDER BY 1 LIMIT ${MOST}`)
}
