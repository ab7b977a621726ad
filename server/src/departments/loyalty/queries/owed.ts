import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

type Reader = Pick<Database, 'rows'>

export const AGES = ['to_3', 'to_12', 'to_24', 'older'] as const
export const ENDS = ['in_30', 'in_90', 'in_365', 'later', 'never'] as const

export interface PointsOwed {
  readonly entity: string
  readonly currency: string
  readonly customers: bigint
  readonly points: bigint
  /** If all of them were used. */
  readonly worth: bigint
  /** As far as they are expected to be used: what is owed. */
  readonly owed: bigint
  /** What the ledger says is owed. */
  readonly ledger: bigint
  readonly pending: bigint
  /** Points that were spent before their order came back. */
  readonly debt: bigint
  readonly ages: Readonly<Record<(typeof AGES)[number], bigint>>
  readonly ends: Readonly<Record<(typeof ENDS)[number], bigint>>
}

type Row = Omit<PointsOwed, 'ages' | 'ends'> &
  Record<(typeof AGES)[number], bigint> &
  Record<(typeof ENDS)[number], bigint>

/** What the shop owes for points, by legal person and currency, by age and by when it ends, beside what its books say. */
export async function readPointsOwed(reader: Reader, now: Date): Promise<PointsOwed[]> {
  const rows = await reader.rows(sql<Row>`
    WITH zoned AS (
      SELECT id, legal_name, (${now}::timestamptz AT TIME ZONE time_zone)::date AS today FROM organisation.pub_entity
    ), accounts AS (
      SELECT a.entity_id, a.currency, count(*) FILTER (WHERE a.balance > 0) AS customers, sum(a.pending)::bigint AS pending,
        -sum(least(a.balance, 0))::bigint AS debt
      FROM loyalty.account a GROUP BY a.entity_id, a.currency
    ), lots AS (
      SELECT a.entity_id, a.currency, sum(l.remaining)::bigint AS points, sum(l.remaining * l.point_worth)::bigint AS worth,
        sum(l.booked)::bigint AS owed,
        sum(l.booked) FILTER (WHERE l.earned_on > z.today - interval '3 months')::bigint AS to_3,
        sum(l.booked) FILTER (WHERE l.earned_on <= z.today - interval '3 months' AND l.earned_on > z.today - interval '12 months')::bigint AS to_12,
        sum(l.booked) FILTER (WHERE l.earned_on <= z.today - interval '12 months' AND l.earned_on > z.today - interval '24 months')::bigint AS to_24,
        sum(l.booked) FILTER (WHERE l.earned_on <= z.today - interval '24 months')::bigint AS older,
        sum(l.booked) FILTER (WHERE l.expires_on <= z.today + 30)::bigint AS in_30,
        sum(l.booked) FILTER (WHERE l.expires_on > z.today + 30 AND l.expires_on <= z.today + 90)::bigint AS in_90,
        sum(l.booked) FILTER (WHERE l.expires_on > z.today + 90 AND l.expires_on <= z.today + 365)::bigint AS in_365,
        sum(l.booked) FILTER (WHERE l.expires_on > z.today + 365)::bigint AS later,
        sum(l.booked) FILTER (WHERE l.expires_on IS NULL)::bigint AS never
      FROM loyalty.lot l JOIN loyalty.account a ON a.id = l.account_id JOIN zoned z ON z.id = a.entity_id
      WHERE l.remaining > 0 GROUP BY a.entity_id, a.currency
    )
    SELECT z.legal_name AS entity, a.currency, a.customers, a.pending, a.debt, coalesce(l.points, 0) AS points,
      coalesce(l.worth, 0) AS worth, coalesce(l.owed, 0) AS owed, coalesce(l.to_3, 0) AS to_3, coalesce(l.to_12, 0) AS to_12,
      coalesce(l.to_24, 0) AS to_24, coalesce(l.older, 0) AS older, coalesce(l.in_30, 0) AS in_30, coalesce(l.in_90, 0) AS in_90,
      coalesce(l.in_365, 0) AS in_365, coalesce(l.later, 0) AS later, coalesce(l.never, 0) AS never,
      coalesce((SELECT -b.balance FROM ledger.pub_balance b
        WHERE b.entity_id = a.entity_id AND b.code = 'loyalty_points' AND b.currency = a.currency), 0)::bigint AS ledger
    FROM accounts a JOIN zoned z ON z.id = a.entity_id
    LEFT JOIN lots l ON l.entity_id = a.entity_id AND l.currency = a.currency ORDER BY z.legal_name, a.currency`)
  return rows.map(({ to_3, to_12, to_24, older, in_30, in_90, in_365, later, never, ...row }) => ({
    ...row,
    ages: { to_3, to_12, to_24, older },
    ends: { in_30, in_90, in_365, later, never },
  }))
}

export interface PointsOwedTo {
  readonly customerId: string
  readonly name: string
  readonly email: string
  readonly currency: string
  readonly points: bigint
  readonly owed: bigint
  readonly worth: bigint
  /** When the first of them end. */
  readonly expiresOn: string | null
}

/** To whom, the largest first. */
export function listPointsOwedTo(reader: Reader, limit: number): Promise<PointsOwedTo[]> {
  return reader.rows(sql<PointsOwedTo>`
    SELECT a.customer_id AS "customerId", coalesce(who.name, '') AS name, coalesce(who.email, '') AS email, a.currency,
      sum(l.remaining)::bigint AS points, sum(l.booked)::bigint AS owed, sum(l.remaining * l.point_worth)::bigint AS worth,
      min(l.expires_on) AS "expiresOn"
    FROM loyalty.lot l JOIN loyalty.account a ON a.id = l.account_id
    LEFT JOIN customers.pub_contact who ON who.customer_id = a.customer_id
    WHERE l.remaining > 0 GROUP BY a.customer_id, who.name, who.email, a.currency
    ORDER BY sum(l.remaining * l.point_worth) DESC, a.customer_id, a.currency LIMIT ${limit}`)
}
