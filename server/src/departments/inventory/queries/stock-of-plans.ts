import type { Database } from '../../../host/database/pool.ts'
import { sql, trusted } from '../../../host/database/sql.ts'
import { integerSettingSql } from '../../../host/settings/setting-sql.ts'
import { lowStock } from './low-stock.ts'

export interface StockOfPlan {
  /** How many of the variants have nothing left, and how many little, at the places together. */
  readonly out: number
  readonly low: number
  /** The scarcest of them, to be named. */
  readonly scarcest: string | null
}

const limit = trusted(integerSettingSql(lowStock))

/** Of these variants at these places; at all of them where none is named. */
export async function readStockOfPlan(
  reader: Pick<Database, 'rows'>,
  { variantIds, locations }: { readonly variantIds: readonly string[]; readonly locations: readonly string[] },
): Promise<StockOfPlan> {
  const [row] = await reader.rows(sql<StockOfPlan>`
    WITH there AS (
      SELECT wanted.id, coalesce(sum(a.available), 0) AS available
      FROM unnest(${variantIds}::uuid[]) AS wanted(id)
      LEFT JOIN inventory.pub_availability a ON a.variant_uuid = wanted.id
        AND (cardinality(${locations}::text[]) = 0 OR a.location_code = ANY(${locations}::text[]))
      GROUP BY wanted.id)
    SELECT count(*) FILTER (WHERE available <= 0)::int AS out,
      count(*) FILTER (WHERE available > 0 AND available <= ${limit})::int AS low,
      (SELECT id::text FROM there WHERE available <= ${limit} ORDER BY available, id LIMIT 1) AS scarcest
    FROM there`)
  return row ?? { out: 0, low: 0, scarcest: null }
}
