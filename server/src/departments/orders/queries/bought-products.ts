import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql } from '../../../host/database/sql.ts'

type Reader = Pick<Database, 'rows'>

/** What customers chose in the order `o`: a bundle is one product, its components are none. */
const PRODUCTS = fragment`
  SELECT v.product_id FROM orders.order_line l JOIN catalog.pub_variant v ON v.variant_uuid = l.variant_id
  WHERE l.order_id = o.id AND l.bundle IS NULL
  UNION
  SELECT v.product_id FROM jsonb_array_elements(o.bundles) AS b(one)
  JOIN catalog.pub_variant v ON v.variant_uuid = (b.one ->> 'variantId')::uuid`

/** What was taken out of the order `o` after it was placed: of it too one less was bought together. */
const TAKEN_OUT = fragment`
  SELECT v.product_id FROM orders.amendment a CROSS JOIN LATERAL jsonb_array_elements(a.before -> 'lines') AS l(one)
  JOIN catalog.pub_variant v ON v.variant_uuid = (l.one ->> 'variantId')::uuid WHERE a.order_id = o.id AND l.one ->> 'bundle' IS NULL`

/** Products of an order, each once, with those that were in it. */
export async function listBoughtProducts(reader: Reader, orderId: string): Promise<string[]> {
  const rows = await reader.rows(sql<{ product_id: string }>`
    SELECT p.product_id FROM orders.sales_order o CROSS JOIN LATERAL (${PRODUCTS} UNION ${TAKEN_OUT}) p WHERE o.id = ${orderId}
    ORDER BY p.product_id`)
  return rows.map(({ product_id }) => product_id)
}

export interface OrderWithProduct {
  readonly id: string
  readonly products: readonly string[]
}

/**
 * The last paid orders with a product, each with all its products. Ids of orders begin with their time, so that of each variant only
 * the last lines are read, however often it was sold (order_line_by_variant_and_order); bundles by sales_order_by_bundle.
 */
export function listOrdersWith(reader: Reader, productId: string, most: number): Promise<OrderWithProduct[]> {
  return reader.rows(sql<OrderWithProduct>`
    WITH last AS (
      SELECT found.id FROM catalog.pub_variant v CROSS JOIN LATERAL (
        (SELECT l.order_id AS id FROM orders.order_line l JOIN orders.sales_order paid ON paid.id = l.order_id
          WHERE l.variant_id = v.variant_uuid AND l.bundle IS NULL AND paid.state = 'paid'
          ORDER BY l.order_id DESC LIMIT ${most})
        UNION
        (SELECT o.id FROM orders.sales_order o
          WHERE o.bundles <> '[]' AND o.bundles @> jsonb_build_array(jsonb_build_object('variantId', v.variant_uuid))
            AND o.state = 'paid' ORDER BY o.id DESC LIMIT ${most})) found
      WHERE v.product_uuid = ${productId}::uuid
      GROUP BY found.id ORDER BY found.id DESC LIMIT ${most})
    SELECT o.id, ARRAY(${PRODUCTS}) AS products FROM last JOIN orders.sales_order o ON o.id = last.id`)
}
