import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { money, type Money } from '../../../kernel/money.ts'
import type { Counter } from './product-cards.ts'

export interface VariantOffer {
  readonly price: Money | undefined
  readonly compareAt: Money | undefined
  readonly available: number
}

/** Variant id -> price and pieces, for all variants of a product's page. By handle, so that it need not wait for the page. */
export async function loadProductOffers(
  reader: Pick<Database, 'rows'>,
  { handle, currency, locationCode }: Counter & { readonly handle: string },
): Promise<ReadonlyMap<string, VariantOffer>> {
  const rows = await reader.rows(sql<{
    id: string
    amount: bigint | null
    compare_at: bigint | null
    available: bigint
  }>`
    SELECT v.variant_id AS id, f.amount, f.compare_at, coalesce(a.available, 0)::bigint AS available
    FROM catalog.pub_variant v
    LEFT JOIN pricing.price f ON f.variant_id = v.variant_uuid AND f.currency = ${currency}
    LEFT JOIN inventory.pub_availability a ON a.variant_uuid = v.variant_uuid AND a.location_code = ${locationCode}
    WHERE v.handle = ${handle} AND v.sellable`)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        price: row.amount === null ? undefined : money(row.amount, currency),
        compareAt: row.compare_at === null ? undefined : money(row.compare_at, currency),
        available: Number(row.available),
      },
    ]),
  )
}
