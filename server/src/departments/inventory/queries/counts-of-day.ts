import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { StockToSet } from '../domain/stock-count.ts'

type Reader = Pick<Database, 'rows'>

export interface CountedGoods {
  readonly location: string
  readonly name: string
  readonly id: string
  readonly title: string
}

/** Of some counts those that would change what is known, by place and product; places and variants that nobody knows are left to the count. */
export function readCountsToMake(reader: Reader, counts: readonly StockToSet[]): Promise<CountedGoods[]> {
  return reader.rows(sql<CountedGoods>`
    SELECT DISTINCT l.code AS location, l.name, v.product_id AS id, coalesce(v.names ->> 'en', v.handle) AS title
    FROM unnest(${counts.map(({ variantId }) => variantId)}::uuid[], ${counts.map(({ locationCode }) => locationCode)}::text[],
      ${counts.map(({ quantity }) => quantity)}::bigint[]) AS wanted (variant_id, code, quantity)
    JOIN inventory.location l ON l.code = wanted.code JOIN catalog.pub_variant v ON v.variant_uuid = wanted.variant_id
    LEFT JOIN inventory.stock s ON s.variant_id = wanted.variant_id AND s.location_id = l.id
    WHERE wanted.quantity <> coalesce(s.on_hand, 0) ORDER BY location, title, id`)
}

/** What was counted at some places since a moment, and when that began. By the index move_counted. */
export function readCountedGoods(
  reader: Reader,
  { locations, since }: { readonly locations: readonly string[]; readonly since: Date },
): Promise<(CountedGoods & { readonly firstAt: Date })[]> {
  return reader.rows(sql<CountedGoods & { readonly firstAt: Date }>`
    SELECT l.code AS location, l.name, v.product_id AS id, coalesce(v.names ->> 'en', v.handle) AS title, min(m.at) AS "firstAt"
    FROM inventory.location l JOIN inventory.move m ON m.location_id = l.id AND m.cause = 'adjustment' AND m.at >= ${since}
    JOIN catalog.pub_variant v ON v.variant_uuid = m.variant_id
    WHERE l.code = ANY(${locations}::text[]) GROUP BY 1, 2, 3, 4 ORDER BY 1, 4, 3`)
}
