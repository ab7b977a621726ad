import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

type Reader = Pick<Database, 'rows'>

export interface Buyer {
  readonly customerId: string
  readonly placedAt: Date
  readonly groups: readonly string[]
}

/** Who an order is of, with their groups; undefined where it has no customer. */
export async function findBuyer(reader: Reader, orderId: string): Promise<Buyer | undefined> {
  const [row] = await reader.rows(sql<Buyer>`
    SELECT o.customer_id AS "customerId", o.placed_at AS "placedAt", b.groups
    FROM orders.pub_order o JOIN customers.pub_buyer b ON b.customer_uuid = o.customer_id::uuid WHERE o.order_uuid = ${orderId}`)
  return row
}

/** Of each article its category and those above it. */
export async function readCategories(
  reader: Reader,
  variantIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await reader.rows(sql<{ variantId: string; ids: string[] }>`
    SELECT v.variant_id AS "variantId", w.ids FROM catalog.pub_variant v
    JOIN catalog.pub_product p ON p.product_uuid = v.product_uuid
    JOIN catalog.pub_category_way w ON w.category_uuid = p.category_uuid
    WHERE v.variant_uuid = ANY(${variantIds}::uuid[])`)
  return new Map(rows.map(({ variantId, ids }) => [variantId, ids]))
}

/** How many of them there are. */
export async function countCategories(reader: Reader, ids: readonly string[]): Promise<number> {
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT w.category_uuid AS id FROM catalog.pub_category_way w WHERE w.category_uuid = ANY(${ids}::uuid[])`)
  return rows.length
}
