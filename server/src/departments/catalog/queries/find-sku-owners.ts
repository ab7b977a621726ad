import type { Transaction } from '../../../host/database/transaction.ts'
import { sql } from '../../../host/database/sql.ts'

/** SKU -> handle of the product that has it, retired variants included: a SKU is never given twice. */
export async function findSkuOwners(
  reader: Pick<Transaction, 'rows'>,
  skus: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (skus.length === 0) return new Map()
  const rows = await reader.rows(sql<{ sku: string; handle: string }>`
    SELECT v.sku, p.handle FROM catalog.variant v JOIN catalog.product p ON p.id = v.product_id
    WHERE v.sku = ANY(${skus}::text[])`)
  return new Map(rows.map(({ sku, handle }) => [sku, handle]))
}
