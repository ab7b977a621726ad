import type { Database } from '../../../host/database/pool.ts'
import { sql, steady } from '../../../host/database/sql.ts'

/** What promotions look at in goods, besides their price. */
export interface GoodsTraits {
  /** Ids of its category and of those above it. */
  readonly categories: readonly string[]
  readonly labels: readonly string[]
  /** Ids of those that it is in: rules are kept as members, as hands choose them. */
  readonly collections: readonly string[]
  readonly brand: string | undefined
}

interface TraitsRow {
  readonly product_id: string
  readonly tags: readonly string[]
  readonly vendor: string
  readonly categories: readonly string[]
  readonly collections: readonly string[]
}

/** Product id -> traits. Asked only where promotions run. */
export async function loadGoodsTraits(
  reader: Pick<Database, 'rows'>,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, GoodsTraits>> {
  if (productIds.length === 0) return new Map()
  const rows = await reader.rows(sql<TraitsRow>`
    SELECT p.product_id, p.tags, p.vendor, coalesce(w.ids, '{}') AS categories,
      ARRAY(SELECT m.collection_uuid::text FROM catalog.pub_collection_member m WHERE m.product_uuid = p.product_uuid) AS collections
    FROM catalog.pub_product p LEFT JOIN catalog.pub_category_way w ON w.category_uuid = p.category_uuid
    WHERE p.product_uuid = ANY(${steady([...new Set(productIds)], 'uuid[]')})`)
  return new Map(
    rows.map(({ product_id, tags, vendor, categories, collections }) => [
      product_id,
      { categories, labels: tags, collections, brand: vendor === '' ? undefined : vendor },
    ]),
  )
}
