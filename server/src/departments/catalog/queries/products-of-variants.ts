import { sql } from '../../../host/database/sql.ts'
import type { Transaction } from '../../../host/database/transaction.ts'

/** Variant -> product, of those that are not retired. */
export async function productsOfVariants(
  reader: Pick<Transaction, 'rows'>,
  variantIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ variant_uuid: string; product_uuid: string }>`
    SELECT variant_uuid, product_uuid FROM catalog.pub_live_variant WHERE variant_uuid = ANY(${variantIds}::uuid[])`)
  return new Map(rows.map((row) => [row.variant_uuid, row.product_uuid]))
}
