import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

/** A variant as a price of a list is written down beside: by its SKU, with what it usually costs and costs in the list now. */
export interface ListGood {
  readonly variantId: string
  readonly sku: string
  readonly name: string
  readonly options: string
  /** Whole minor units; null where it has no usual price in the list's currency. */
  readonly usual: bigint | null
  /** Quantity from which on -> ten-thousandths of the minor unit. */
  readonly tiers: ReadonlyMap<number, bigint>
}

interface GoodRow {
  readonly variant_id: string
  readonly sku: string
  readonly name: string
  readonly options: string | null
  readonly usual: bigint | null
  readonly froms: readonly number[] | null
  readonly fines: readonly bigint[] | null
}

/** SKU -> variant, of those that are there. */
export async function findListGoods(
  reader: Pick<Database, 'rows'>,
  {
    listId,
    currency,
    skus,
    locale,
  }: { readonly listId: string; readonly currency: string; readonly skus: readonly string[]; readonly locale: string },
): Promise<ReadonlyMap<string, ListGood>> {
  const rows = await reader.rows(sql<GoodRow>`
    SELECT v.variant_uuid::text AS variant_id, v.sku, coalesce(v.names ->> ${locale}, v.names ->> 'en', v.handle) AS name,
      coalesce(v.option_names ->> ${locale}, v.option_names ->> 'en') AS options, p.amount AS usual, t.froms, t.fines
    FROM catalog.pub_live_variant v
    LEFT JOIN pricing.price p ON p.variant_id = v.variant_uuid AND p.currency = ${currency}
    LEFT JOIN LATERAL (
      SELECT array_agg(l.from_quantity) AS froms, array_agg(l.fine) AS fines FROM pricing.list_price l
      WHERE l.list_id = ${listId}::uuid AND l.variant_id = v.variant_uuid) t ON true
    WHERE v.sku = ANY(${[...new Set(skus)]}::text[])`)
  return new Map(
    rows.map((row) => [
      row.sku,
      {
        variantId: row.variant_id,
        sku: row.sku,
        name: row.name,
        options: row.options ?? '',
        usual: row.usual,
        tiers: new Map((row.froms ?? []).map((from, index) => [from, row.fines?.[index] ?? 0n])),
      },
    ]),
  )
}
