import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

/** Variant id -> product id. */
export async function productsOfVariants(
  reader: Pick<Database, 'rows'>,
  variantIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (variantIds.length === 0) return new Map()
  const rows = await reader.rows(sql<{ variantId: string; productId: string }>`
    SELECT variant_id AS "variantId", product_id AS "productId" FROM catalog.pub_variant
    WHERE variant_uuid = ANY(${variantIds}::uuid[])`)
  return new Map(rows.map(({ variantId, productId }) => [variantId, productId]))
}
