import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

export interface BasePrice {
  readonly amount: bigint
  readonly compareAt: bigint | null
}

/** What variants cost in a currency before lists and promotions, by variant. */
export async function loadBasePrices(
  reader: Pick<Database, 'rows'>,
  variantIds: readonly string[],
  currency: string,
): Promise<ReadonlyMap<string, BasePrice>> {
  if (variantIds.length === 0) return new Map()
  const rows = await reader.rows(sql<BasePrice & { variantId: string }>`
    SELECT variant_id AS "variantId", amount, compare_at AS "compareAt" FROM pricing.price
    WHERE variant_id = ANY(${variantIds}::uuid[]) AND currency = ${currency}`)
  return new Map(rows.map(({ variantId, ...price }) => [variantId, price]))
}
