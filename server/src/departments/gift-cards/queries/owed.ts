import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

/** How old the cards are whose money is meant, in months since they were issued. */
export const AGES = ['to_3', 'to_12', 'to_24', 'older'] as const
export type Age = (typeof AGES)[number]

export interface Owed {
  readonly entity: string
  readonly currency: string
  readonly cards: bigint
  readonly balance: bigint
  /** Of it: of cards whose last day is over. */
  readonly expired: bigint
  /** Of it: promised to orders that are not paid yet. */
  readonly held: bigint
  /** What the ledger says is owed. */
  readonly ledger: bigint
  readonly ages: Readonly<Record<Age, bigint>>
}

interface Row extends Omit<Owed, 'ages'> {
  readonly to_3: bigint
  readonly to_12: bigint
  readonly to_24: bigint
  readonly older: bigint
}

/** What the shop owes to the holders of its cards, by legal person and currency, beside what its books say. */
export async function readOwed(reader: Pick<Database, 'rows'>, now: Date): Promise<Owed[]> {
  const rows = await reader.rows(sql<Row>`
    SELECT e.legal_name AS entity, c.currency, count(*) FILTER (WHERE c.balance > 0) AS cards,
      coalesce(sum(c.balance), 0)::bigint AS balance, coalesce(sum(c.held), 0)::bigint AS held,
      coalesce(sum(c.balance) FILTER (WHERE c.expires_on < (${now}::timestamptz AT TIME ZONE e.time_zone)::date), 0)::bigint AS expired,
      coalesce(sum(c.balance) FILTER (WHERE c.issued_at > ${now}::timestamptz - interval '3 months'), 0)::bigint AS to_3,
      coalesce(sum(c.balance) FILTER (WHERE c.issued_at <= ${now}::timestamptz - interval '3 months'
        AND c.issued_at > ${now}::timestamptz - interval '12 months'), 0)::bigint AS to_12,
      coalesce(sum(c.balance) FILTER (WHERE c.issued_at <= ${now}::timestamptz - interval '12 months'
        AND c.issued_at > ${now}::timestamptz - interval '24 months'), 0)::bigint AS to_24,
      coalesce(sum(c.balance) FILTER (WHERE c.issued_at <= ${now}::timestamptz - interval '24 months'), 0)::bigint AS older,
      coalesce((SELECT -b.balance FROM ledger.pub_balance b
        WHERE b.entity_id = c.entity_id AND b.code = 'gift_cards' AND b.currency = c.currency), 0)::bigint AS ledger
    FROM gift_cards.card c JOIN organisation.pub_entity e ON e.id = c.entity_id WHERE c.customer_id IS NULL
    GROUP BY e.legal_name, e.time_zone, c.entity_id, c.currency ORDER BY e.legal_name, c.currency`)
  return rows.map(({ to_3, to_12, to_24, older, ...row }) => ({ ...row, ages: { to_3, to_12, to_24, older } }))
}
