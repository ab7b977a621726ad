import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { NamedGoods } from './goods-of-promotion.ts'

/** As with promotions: more than anybody looks through by hand; the first by handle stand for all. */
const MOST = 500

/** Products of which a list has prices. */
export async function findGoodsOfList(reader: Pick<Database, 'rows'>, listId: string): Promise<NamedGoods[]> {
  const rows = await reader.rows(sql<{ id: string; handle: string; name: string | null }>`
    SELECT DISTINCT v.product_id AS id, v.handle, v.names ->> 'en' AS name
    FROM pricing.list_price p JOIN catalog.pub_variant v ON v.variant_uuid = p.variant_id
    WHERE p.list_id = ${listId}::uuid ORDER BY v.handle LIMIT ${MOST}`)
  return rows.map(({ id, handle, name }) => ({ id, title: name ?? handle }))
}
