import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

/** `variant location` -> what counts and imports added (or took, below zero) since a moment. By the index move_by_stock. */
export async function readCountedSince(
  reader: Pick<Database, 'rows'>,
  { variantIds, since }: { readonly variantIds: readonly string[]; readonly since: Date },
): Promise<ReadonlyMap<string, bigint>> {
  const rows = await reader.rows(sql<{ variant_id: string; location_id: string; added: bigint }>`
    SELECT variant_id, location_id, sum(quantity)::bigint AS added FROM inventory.move
    WHERE variant_id = ANY(${variantIds}::uuid[]) AND at > ${since} AND cause IN ('adjustment', 'import')
    GROUP BY variant_id, location_id`)
  return new Map(rows.map((row) => [`${row.variant_id} ${row.location_id}`, row.added]))
}

/** SKUs as the catalogue publishes them. */
export async function readSkus(reader: Pick<Database, 'rows'>, variantIds: readonly string[]): Promise<string[]> {
  const rows = await reader.rows(sql<{ sku: string }>`
    SELECT sku FROM catalog.pub_variant WHERE variant_uuid = ANY(${variantIds}::uuid[]) ORDER BY sku LIMIT 4`)
  return rows.map(({ sku }) => sku)
}
