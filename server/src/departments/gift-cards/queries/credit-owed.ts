import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

type Reader = Pick<Database, 'rows'>

export interface CreditOwed {
  readonly entityId: string
  readonly entity: string
  readonly currency: string
  readonly customers: bigint
  readonly balance: bigint
  /** What the ledger says is owed at the end of that day. */
  readonly ledger: bigint
  /** Of all that happened up to then: granted, spent less what came back, taken back or added by hand, kept at the last day. */
  readonly granted: bigint
  readonly spent: bigint
  readonly adjusted: bigint
  readonly lapsed: bigint
}

/** What was owed to customers at the end of a day, by legal person and currency, from its movements, beside the books of that day. */
export function readCreditOwed(reader: Reader, on: string): Promise<CreditOwed[]> {
  return reader.rows(sql<CreditOwed>`
    WITH moved AS (
      SELECT c.entity_id, c.currency, c.customer_id, m.kind, m.amount
      FROM gift_cards.card c JOIN organisation.pub_entity e ON e.id = c.entity_id JOIN gift_cards.movement m ON m.card_id = c.id
      WHERE c.customer_id IS NOT NULL AND (m.at AT TIME ZONE e.time_zone)::date <= ${on}::date
    ), holders AS (
      SELECT entity_id, currency, count(*) AS customers FROM (
        SELECT entity_id, currency FROM moved GROUP BY entity_id, currency, customer_id HAVING sum(amount) > 0) h
      GROUP BY entity_id, currency
    )
    SELECT m.entity_id AS "entityId", e.legal_name AS entity, m.currency, coalesce(min(h.customers), 0)::bigint AS customers,
      sum(m.amount)::bigint AS balance,
      coalesce(sum(m.amount) FILTER (WHERE m.kind = 'issued'), 0)::bigint AS granted,
      coalesce(-sum(m.amount) FILTER (WHERE m.kind IN ('redeemed', 'returned')), 0)::bigint AS spent,
      coalesce(sum(m.amount) FILTER (WHERE m.kind = 'adjusted'), 0)::bigint AS adjusted,
      coalesce(-sum(m.amount) FILTER (WHERE m.kind = 'lapsed'), 0)::bigint AS lapsed,
      coalesce((SELECT -sum(p.amount) FROM ledger.pub_posting p WHERE p.entity_id = m.entity_id AND p.code = 'store_credit'
        AND p.currency = m.currency AND p.effective_on <= ${on}::date), 0)::bigint AS ledger
    FROM moved m JOIN organisation.pub_entity e ON e.id = m.entity_id
    LEFT JOIN holders h ON h.entity_id = m.entity_id AND h.currency = m.currency
    GROUP BY m.entity_id, e.legal_name, m.currency ORDER BY e.legal_name, m.currency`)
}

export interface OwedTo {
  readonly customerId: string
  readonly name: string
  readonly email: string
  readonly entity: string
  readonly currency: string
  readonly balance: bigint
}

/** To whom it was owed at the end of that day, the largest first. */
export function listOwedTo(reader: Reader, { on, limit }: { on: string; limit: number }): Promise<OwedTo[]> {
  return reader.rows(sql<OwedTo>`
    SELECT c.customer_id AS "customerId", coalesce(who.name, '') AS name, coalesce(who.email, '') AS email, e.legal_name AS entity,
      c.currency, sum(m.amount)::bigint AS balance
    FROM gift_cards.card c JOIN organisation.pub_entity e ON e.id = c.entity_id JOIN gift_cards.movement m ON m.card_id = c.id
    LEFT JOIN customers.pub_contact who ON who.customer_id = c.customer_id
    WHERE c.customer_id IS NOT NULL AND (m.at AT TIME ZONE e.time_zone)::date <= ${on}::date
    GROUP BY c.customer_id, who.name, who.email, c.entity_id, e.legal_name, c.currency HAVING sum(m.amount) > 0
    ORDER BY sum(m.amount) DESC, c.customer_id, c.currency LIMIT ${limit}`)
}
