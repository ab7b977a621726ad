import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

/** How many lie at a location, those promised to orders included, by variant. */
export async function loadOnHand(
  reader: Pick<Database, 'rows'>,
  variantIds: readonly string[],
  locationCode: string,
): Promise<ReadonlyMap<string, bigint>> {
  if (variantIds.length === 0) return new Map()
  const rows = await reader.rows(sql<{ id: string; onHand: bigint }>`
    SELECT s.variant_id AS id, s.on_hand AS "onHand" FROM inventory.stock s JOIN inventory.location l ON l.id = s.location_id
    WHERE s.variant_id = ANY(${variantIds}::uuid[]) AND l.code = ${locationCode}`)
  return new Map(rows.map(({ id, onHand }) => [id, onHand]))
}
