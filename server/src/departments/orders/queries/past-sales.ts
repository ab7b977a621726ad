import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

type Reader = Pick<Database, 'row' | 'rows'>

/** From an instant on, up to another; both as they were when somebody asked, so that going on reads the same. */
export interface SalesPeriod {
  readonly since: Date
  readonly until: Date
}

export interface PastLine {
  readonly variantId: string
  readonly sku: string
  readonly name: string
  readonly quantity: number
  /** What a piece cost, as prices were shown. */
  readonly each: number
  readonly compareAt: number | null
  readonly taxCategory: string
  readonly taxPpm: number
  /** What a piece cost the seller when it was sold; null where that was not known, or known in another currency. */
  readonly costEach: number | null
  /** What all of them cost, before promotions. */
  readonly before: number
  /** Where it is a component of a bundle: which one, what it costs by itself, and whether promotions see it. */
  readonly bundle: {
    readonly at: number
    readonly variantId: string
    readonly own: number
    readonly promotions: string
  } | null
}

/** What an order keeps of how it came to its price: the facts from which it can be priced again. Amounts are whole minor units. */
export interface PastOrder {
  readonly id: string
  /** Where to go on after it: to the microsecond, finer than an instant is here. */
  readonly cursor: SalesCursor
  readonly number: number
  readonly placedAt: Date
  readonly marketCode: string
  readonly channelCode: string
  readonly country: string
  readonly currency: string
  readonly pricesIncludeTax: boolean
  readonly taxTreatment: string | null
  /** Null where nothing was delivered. */
  readonly deliveryMethod: string | null
  readonly delivery: number
  readonly deliveryNet: number
  readonly goods: number
  readonly goodsNet: number
  readonly discounts: readonly { readonly promotion: string; readonly amount: number }[]
  readonly customerId: string | null
  /** Their groups as they are today. */
  readonly groups: readonly string[]
  /** Which order of the customer's it was; null for who is not known. */
  readonly nthOrder: number | null
  readonly lines: readonly PastLine[]
}

interface OrderRow extends Omit<PastOrder, 'number' | 'delivery' | 'deliveryNet' | 'goods' | 'goodsNet'> {
  readonly number: bigint
  readonly delivery: bigint
  readonly deliveryNet: bigint
  readonly goods: bigint
  readonly goodsNet: bigint
}

/** Where the reading of one kind of sale stands. */
export interface SalesCursor {
  readonly at: string
  readonly id: string
}

/** Orders that came to something, the oldest first, by the index sales_order_by_time. */
export async function listPastOrders(
  reader: Reader,
  { since, until }: SalesPeriod,
  { after, limit }: { readonly after: SalesCursor | undefined; readonly limit: number },
): Promise<PastOrder[]> {
  const rows = await reader.rows(sql<OrderRow>`
    SELECT o.id, jsonb_build_object('at', o.placed_at::text, 'id', o.id) AS cursor, o.number, o.placed_at AS "placedAt", o.market_code AS "marketCode", o.channel_code AS "channelCode", o.country,
      o.currency, o.prices_include_tax AS "pricesIncludeTax", o.tax_treatment AS "taxTreatment",
      o.delivery_method AS "deliveryMethod", o.delivery, o.delivery_net AS "deliveryNet", o.goods, o.goods_net AS "goodsNet",
      o.discounts, o.customer_id AS "customerId", coalesce(who.groups, '{}') AS groups,
      CASE WHEN o.customer_id IS NOT NULL THEN 1 + (SELECT count(*)::int FROM orders.sales_order e
        WHERE e.customer_id = o.customer_id AND (e.placed_at, e.id) < (o.placed_at, o.id)
          AND e.state IN ('awaiting_payment', 'paid')) END AS "nthOrder",
      (SELECT jsonb_agg(jsonb_build_object('variantId', l.variant_id, 'sku', l.sku, 'name', l.name, 'quantity', l.quantity,
          'each', l.unit_price, 'compareAt', l.compare_at, 'taxCategory', l.tax_category, 'taxPpm', l.tax_ppm,
          'before', l.subtotal, 'costEach', CASE WHEN l.cost_currency = o.currency THEN l.unit_cost END, 'bundle', CASE WHEN l.bundle IS NULL THEN NULL ELSE jsonb_build_object('at', l.bundle,
            'variantId', o.bundles -> l.bundle::int ->> 'variantId', 'own', l.own,
            'promotions', o.bundles -> l.bundle::int ->> 'promotions') END) ORDER BY l.position)
        FROM orders.order_line l WHERE l.order_id = o.id) AS lines
    FROM orders.sales_order o LEFT JOIN customers.pub_buyer who ON who.customer_uuid = o.customer_id
    WHERE (o.placed_at, o.id) > (${after?.at ?? since.toISOString()}::timestamptz, ${after?.id ?? BEFORE_ALL}::uuid)
      AND o.placed_at < ${until} AND o.state IN ('awaiting_payment', 'paid')
    ORDER BY o.placed_at, o.id LIMIT ${limit}`)
  return rows.map((row) => ({
    ...row,
    number: Number(row.number),
    delivery: Number(row.delivery),
    deliveryNet: Number(row.deliveryNet),
    goods: Number(row.goods),
    goodsNet: Number(row.goodsNet),
  }))
}

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/** Goods that somebody put together and did not order. */
export interface LeftBasket {
  readonly id: string
  readonly cursor: SalesCursor
  readonly updatedAt: Date
  readonly marketCode: string
  readonly channelCode: string
  readonly country: string
  readonly deliveryMethod: string | null
  readonly customerId: string | null
  readonly groups: readonly string[]
  readonly nthOrder: number | null
  readonly lines: readonly { readonly variantId: string; readonly quantity: number }[]
}

/** Baskets with goods that never became an order, the longest untouched first, by the index basket_by_time. */
export function listLeftBaskets(
  reader: Reader,
  { since, until }: SalesPeriod,
  { after, limit }: { readonly after: SalesCursor | undefined; readonly limit: number },
): Promise<LeftBasket[]> {
  return reader.rows(sql<LeftBasket>`
    SELECT b.id, jsonb_build_object('at', b.updated_at::text, 'id', b.id) AS cursor, b.updated_at AS "updatedAt", b.market_code AS "marketCode", b.channel_code AS "channelCode", b.country,
      b.delivery_method AS "deliveryMethod", b.customer_id AS "customerId", coalesce(who.groups, '{}') AS groups,
      CASE WHEN b.customer_id IS NOT NULL THEN 1 + (SELECT count(*)::int FROM orders.sales_order e
        WHERE e.customer_id = b.customer_id AND e.placed_at < b.updated_at
          AND e.state IN ('awaiting_payment', 'paid')) END AS "nthOrder",
      (SELECT jsonb_agg(jsonb_build_object('variantId', l.variant_id, 'quantity', l.quantity) ORDER BY l.added_at, l.variant_id)
        FROM orders.basket_line l WHERE l.basket_id = b.id) AS lines
    FROM orders.basket b LEFT JOIN customers.pub_buyer who ON who.customer_uuid = b.customer_id
    WHERE (b.updated_at, b.id) > (${after?.at ?? since.toISOString()}::timestamptz, ${after?.id ?? BEFORE_ALL}::uuid)
      AND b.updated_at < ${until}
      AND EXISTS (SELECT 1 FROM orders.basket_line l WHERE l.basket_id = b.id)
      AND NOT EXISTS (SELECT 1 FROM orders.sales_order o WHERE o.basket_id = b.id)
    ORDER BY b.updated_at, b.id LIMIT ${limit}`)
}

/** How many there are to look at: for showing how far the work is. */
export async function countPastSales(
  reader: Reader,
  { since, until }: SalesPeriod,
): Promise<{ readonly orders: number; readonly baskets: number }> {
  const row = await reader.row(sql<{ readonly orders: number; readonly baskets: number }>`
    SELECT (SELECT count(*)::int FROM orders.sales_order o
        WHERE o.placed_at > ${since} AND o.placed_at < ${until} AND o.state IN ('awaiting_payment', 'paid')) AS orders,
      (SELECT count(*)::int FROM orders.basket b WHERE b.updated_at > ${since} AND b.updated_at < ${until}
        AND EXISTS (SELECT 1 FROM orders.basket_line l WHERE l.basket_id = b.id)
        AND NOT EXISTS (SELECT 1 FROM orders.sales_order o WHERE o.basket_id = b.id)) AS baskets`)
  return row ?? { orders: 0, baskets: 0 }
}

/** One of them, by its number. */
export async function findPastOrder(
  reader: Reader,
  number: number,
): Promise<{ readonly at: Date; readonly id: string } | undefined> {
  return reader.row(
    sql<{ at: Date; id: string }>`SELECT placed_at AS at, id FROM orders.sales_order WHERE number = ${number}`,
  )
}
