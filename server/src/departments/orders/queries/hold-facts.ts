import type { Database } from '../../../host/database/pool.ts'
import { sql, steady } from '../../../host/database/sql.ts'
import { MOST_HOURS, type HoldFacts } from '../domain/hold-rule.ts'
import type { StoredAddress } from './read-orders.ts'

type Reader = Pick<Database, 'rows'>

/** Nobody is told of a hundredth order: those before are reason enough. */
const MOST_BEFORE = 50

interface FactsRow {
  readonly id: string
  readonly number: bigint
  readonly market_code: string
  readonly placed_at: Date
  readonly total: bigint
  readonly currency: string
  readonly email: string
  readonly company_country: string | null
  readonly delivered: boolean
  readonly address: StoredAddress
  readonly bought_before: boolean
  readonly same_email: Date[]
  readonly same_door: Date[]
  readonly missing: string[]
}

export interface NumberedFacts extends HoldFacts {
  readonly number: string
}

/** What rules may ask of these orders; what came after an order is not known of it. Two probes of an index an order, and no more. */
export async function readHoldFacts(reader: Reader, orderIds: readonly string[]): Promise<NumberedFacts[]> {
  const rows = await reader.rows(sql<FactsRow>`
    SELECT o.id, o.number, o.market_code, o.placed_at, o.total, o.currency, o.email, o.business ->> 'country' AS company_country,
      o.delivery_method IS NOT NULL AS delivered, to_jsonb(a) - 'order_id' AS address,
      EXISTS (SELECT 1 FROM orders.sales_order e WHERE lower(e.email) = lower(o.email) AND e.placed_at < o.placed_at
        AND e.state = 'paid') AS bought_before,
      ARRAY(SELECT e.placed_at FROM orders.sales_order e WHERE lower(e.email) = lower(o.email) AND e.placed_at <= o.placed_at
        AND e.placed_at > o.placed_at - make_interval(hours => ${MOST_HOURS}::int) AND e.id <> o.id
        ORDER BY e.placed_at DESC LIMIT ${MOST_BEFORE}) AS same_email,
      ARRAY(SELECT e.placed_at FROM orders.delivery_address d JOIN orders.sales_order e ON e.id = d.order_id
        WHERE a.street <> '' AND d.postcode = a.postcode AND lower(d.street) = lower(a.street) AND e.placed_at <= o.placed_at
        AND e.placed_at > o.placed_at - make_interval(hours => ${MOST_HOURS}::int) AND e.id <> o.id
        ORDER BY e.placed_at DESC LIMIT ${MOST_BEFORE}) AS same_door,
      ARRAY(SELECT DISTINCT l.sku FROM orders.order_line l JOIN inventory.pub_stock s ON s.variant_uuid = l.variant_id
        WHERE l.order_id = o.id AND s.available < 0 ORDER BY 1) AS missing
    FROM orders.sales_order o JOIN orders.delivery_address a ON a.order_id = o.id
    WHERE o.id = ANY(${steady(orderIds, 'uuid[]')})
    ORDER BY o.placed_at DESC, o.id DESC`)
  return rows.map((row) => ({
    orderId: row.id,
    number: String(row.number),
    market: row.market_code,
    placedAt: row.placed_at,
    total: { amount: Number(row.total), currency: row.currency },
    email: row.email,
    address: withoutNulls(row.address),
    boughtBefore: row.bought_before,
    sameEmail: row.same_email,
    sameDoor: row.same_door,
    companyCountry: row.company_country,
    delivered: row.delivered,
    missing: row.missing,
  }))
}

function withoutNulls({ company, street2, region, phone, ...address }: StoredAddress): HoldFacts['address'] {
  return {
    ...address,
    ...(company === null ? {} : { company }),
    ...(street2 === null ? {} : { street2 }),
    ...(region === null ? {} : { region }),
    ...(phone === null ? {} : { phone }),
  }
}

export interface PastSpan {
  readonly since: Date
  /** Undefined: every market. */
  readonly markets: readonly string[] | undefined
  readonly most: number
}

/** The newest orders of a time, newest first. */
export async function listOrderIdsSince(reader: Reader, { since, markets, most }: PastSpan): Promise<string[]> {
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT id FROM orders.sales_order
    WHERE placed_at >= ${since} AND (${markets ?? null}::text[] IS NULL OR market_code = ANY(${markets ?? null}::text[]))
    ORDER BY placed_at DESC, id DESC LIMIT ${most}`)
  return rows.map(({ id }) => id)
}
