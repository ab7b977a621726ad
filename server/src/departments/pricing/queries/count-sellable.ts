import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

/** Beyond this nobody asks how many. */
const ENOUGH = 100

/** Published products, and those of them that have a price; counted to a hundred. */
export async function countSellable(
  reader: Pick<Database, 'row'>,
): Promise<{ readonly published: number; readonly priced: number }> {
  const row = await reader.row(sql<{ published: number; priced: number }>`
    WITH sellable AS (SELECT variant_id, product_id FROM catalog.pub_variant WHERE sellable LIMIT ${ENOUGH})
    SELECT count(DISTINCT product_id)::int AS published, count(DISTINCT product_id) FILTER (
      WHERE EXISTS (SELECT 1 FROM pricing.price p WHERE p.variant_id = sellable.variant_id::uuid))::int AS priced
    FROM sellable`)
  return row ?? { published: 0, priced: 0 }
}
