import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { GoodsSelector } from '../domain/promotions/promotion.ts'

/** Products as plans name them. */
export interface NamedGoods {
  readonly id: string
  readonly title: string
}

/** More than anybody looks through by hand; of a selector that means more, the first by handle stand for it. */
const MOST = 500

/**
 * The products that a selector means by itself, without those of its categories; without what it leaves out, except by former prices,
 * which change from hour to hour.
 */
export async function findProductsMeant(
  reader: Pick<Database, 'rows'>,
  { products = [], variants = [], labels = [], brands = [], collections = [], except = {} }: GoodsSelector,
): Promise<NamedGoods[]> {
  if (products.length + variants.length + labels.length + brands.length + collections.length === 0) return []
  const rows = await reader.rows(sql<{ id: string; handle: string; name: string | null }>`
    SELECT p.product_id AS id, p.handle, p.names ->> 'en' AS name FROM catalog.pub_product p
    WHERE (p.product_uuid = ANY(${products.filter(isUuid)}::uuid[]) OR p.tags && ${labels}::text[] OR p.vendor = ANY(${brands}::text[])
        OR p.product_uuid IN (SELECT m.product_uuid FROM catalog.pub_collection_member m
          WHERE m.collection_uuid = ANY(${collections.filter(isUuid)}::uuid[]))
        OR p.product_uuid IN (SELECT v.product_uuid FROM catalog.pub_variant v
          WHERE v.variant_uuid = ANY(${variants.filter(isUuid)}::uuid[])))
      AND NOT (p.product_uuid = ANY(${(except.products ?? []).filter(isUuid)}::uuid[]) OR p.tags && ${except.labels ?? []}::text[]
        OR p.vendor = ANY(${except.brands ?? []}::text[])
        OR p.product_uuid IN (SELECT m.product_uuid FROM catalog.pub_collection_member m
          WHERE m.collection_uuid = ANY(${(except.collections ?? []).filter(isUuid)}::uuid[])))
    ORDER BY p.handle LIMIT ${MOST}`)
  return rows.map(({ id, handle, name }) => ({ id, title: name ?? handle }))
}
