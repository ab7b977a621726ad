import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

type Reader = Pick<Database, 'rows'>

const BATCH = 200

/** Orders whose points are certain by now, by the clock of their shop. */
export async function listRipe(reader: Reader, now: Date): Promise<string[]> {
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT e.order_id AS id FROM loyalty.earning e JOIN loyalty.account a ON a.id = e.account_id
    JOIN organisation.pub_market m ON m.code = a.market_code
    WHERE e.confirmed_at IS NULL AND e.earned > e.reversed AND e.ripe_on <= (${now}::timestamptz AT TIME ZONE m.time_zone)::date
    ORDER BY e.ripe_on, e.order_id LIMIT ${BATCH}`)
  return rows.map(({ id }) => id)
}

/** Accounts with points whose last day is over. */
export async function listEnded(reader: Reader, now: Date): Promise<string[]> {
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT l.account_id AS id FROM loyalty.lot l JOIN loyalty.account a ON a.id = l.account_id
    JOIN organisation.pub_market m ON m.code = a.market_code
    WHERE l.remaining > 0 AND l.expires_on < (${now}::timestamptz AT TIME ZONE m.time_zone)::date
    GROUP BY l.account_id ORDER BY min(l.expires_on), l.account_id LIMIT ${BATCH}`)
  return rows.map(({ id }) => id)
}

export interface EndingPoints {
  readonly accountId: string
  readonly customerId: string
  readonly market: string
  readonly currency: string
  readonly expiresOn: string
  readonly points: bigint
  readonly worth: bigint
  readonly programme: Readonly<Record<string, string>>
  readonly name: string
  readonly email: string
  readonly locale: string
}

/** What ends within so many days and of which nobody was told: one letter for each day on which something of theirs ends. */
export function listEnding(reader: Reader, { now, days }: { now: Date; days: number }): Promise<EndingPoints[]> {
  return reader.rows(sql<EndingPoints>`
    SELECT a.id AS "accountId", a.customer_id AS "customerId", a.market_code AS market, a.currency, l.expires_on AS "expiresOn",
      sum(l.remaining)::bigint AS points, sum(l.remaining * l.point_worth)::bigint AS worth, who.name, who.email, who.locale,
      (SELECT t.names FROM loyalty.terms t WHERE t.market_code = a.market_code ORDER BY t.version DESC LIMIT 1) AS programme
    FROM loyalty.lot l JOIN loyalty.account a ON a.id = l.account_id JOIN organisation.pub_market m ON m.code = a.market_code
    JOIN customers.pub_contact who ON who.customer_id = a.customer_id
    WHERE l.remaining > 0 AND l.reminded_at IS NULL AND l.expires_on >= (${now}::timestamptz AT TIME ZONE m.time_zone)::date
      AND l.expires_on <= (${now}::timestamptz AT TIME ZONE m.time_zone)::date + ${days}::int
    GROUP BY a.id, l.expires_on, who.name, who.email, who.locale
    ORDER BY l.expires_on, a.id LIMIT ${BATCH}`)
}
