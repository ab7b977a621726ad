import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { MovementKind } from '../domain/card.ts'

type Reader = Pick<Database, 'rows'>

export interface Holder {
  readonly customerId: string
  readonly name: string
  readonly email: string
  readonly locale: string
  /** Of the order by which they were found. */
  readonly market: string | null
}

/** A customer, by their id or by what they bought. */
export async function findHolder(
  reader: Reader,
  by: string | { readonly orderId: string },
): Promise<Holder | undefined> {
  if (typeof by === 'string' && !isUuid(by)) return undefined
  const [row] =
    typeof by === 'string'
      ? await reader.rows(sql<Holder>`
          SELECT customer_id AS "customerId", name, email, locale, NULL AS market FROM customers.pub_contact WHERE customer_uuid = ${by}`)
      : await reader.rows(sql<Holder>`
          SELECT c.customer_id AS "customerId", c.name, c.email, c.locale, o.market_code AS market
          FROM orders.pub_order o JOIN customers.pub_contact c ON c.customer_id = o.customer_id WHERE o.order_uuid = ${by.orderId}`)
  return row
}

/** What a customer was granted of a currency since an instant. */
export async function readGrantedSince(
  reader: Reader,
  { customerId, currency, since }: { customerId: string; currency: string; since: Date },
): Promise<bigint> {
  const [row] = await reader.rows(sql<{ granted: bigint }>`
    SELECT coalesce(sum(initial), 0)::bigint AS granted FROM gift_cards.card
    WHERE customer_id = ${customerId} AND currency = ${currency} AND because NOT IN ('refund', 'points') AND issued_at > ${since}`)
  return row?.granted ?? 0n
}

export interface CreditMovement {
  readonly id: string
  readonly cardId: string
  readonly kind: MovementKind
  readonly amount: bigint
  readonly currency: string
  /** What the customer had of that currency, from that legal person, after it. */
  readonly balance: bigint
  readonly orderId: string | null
  readonly orderNumber: string | null
  readonly reason: string | null
  readonly actor: string
  readonly at: Date
}

const MOST = 200

/** Every change of what a customer is owed, the newest first: who, when, why, and for which order. */
export function listCreditMovements(reader: Reader, customerId: string): Promise<CreditMovement[]> {
  return reader.rows(sql<CreditMovement>`
    SELECT m.id, m.card_id AS "cardId", m.kind, m.amount, c.currency,
      sum(m.amount) OVER (PARTITION BY c.entity_id, c.currency ORDER BY m.at, m.id)::bigint AS balance, m.order_id AS "orderId",
      (SELECT o.number::text FROM orders.pub_order o WHERE o.order_uuid = m.order_id::uuid) AS "orderNumber", m.reason, m.actor, m.at
    FROM gift_cards.card c JOIN gift_cards.movement m ON m.card_id = c.id
    WHERE c.customer_id = ${customerId} ORDER BY m.at DESC, m.id DESC LIMIT ${MOST}`)
}

/** Whether a basket is to be paid with its customer's store credit. */
export async function usesCredit(reader: Reader, basketId: string): Promise<boolean> {
  return (await reader.rows(sql`SELECT 1 FROM gift_cards.basket_credit WHERE basket_id = ${basketId}`)).length > 0
}

export interface CreditPlace {
  readonly market: string
  readonly currency: string
  readonly entity: string
}

/** In which money a customer can be owed something, and by whom: each pair once, by the first market that has it. */
export function listCreditPlaces(reader: Reader): Promise<CreditPlace[]> {
  return reader.rows(sql<CreditPlace>`
    SELECT DISTINCT ON (m.entity_id, m.currency) m.code AS market, m.currency, e.legal_name AS entity
    FROM organisation.pub_market m JOIN organisation.pub_entity e ON e.id = m.entity_id
    ORDER BY m.entity_id, m.currency, m.position, m.code`)
}

const BATCH = 200
const ending = (sign: 'over' | 'near') =>
  sign === 'over' ? fragment`c.balance > c.held` : fragment`c.balance > c.held AND c.reminded_at IS NULL`

/** Grants whose last day is over in the zone of their shop, and on which something is left. */
export async function listLapsing(reader: Reader, now: Date): Promise<string[]> {
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT c.id FROM gift_cards.card c JOIN organisation.pub_market m ON m.code = c.market_code
    WHERE c.customer_id IS NOT NULL AND c.balance > 0 AND c.expires_on IS NOT NULL AND ${ending('over')}
      AND c.expires_on < (${now}::timestamptz AT TIME ZONE m.time_zone)::date
    ORDER BY c.expires_on, c.id LIMIT ${BATCH}`)
  return rows.map(({ id }) => id)
}

export interface EndingCredit {
  readonly customerId: string
  readonly entityId: string
  readonly market: string
  readonly currency: string
  readonly expiresOn: string
  readonly amount: bigint
  readonly name: string
  readonly email: string
  readonly locale: string
}

/** What ends within so many days and of which its holder was not told: one letter for each day on which something of theirs ends. */
export function listEnding(reader: Reader, { now, days }: { now: Date; days: number }): Promise<EndingCredit[]> {
  return reader.rows(sql<EndingCredit>`
    SELECT c.customer_id AS "customerId", c.entity_id AS "entityId", min(c.market_code) AS market, c.currency,
      c.expires_on AS "expiresOn", sum(c.balance - c.held)::bigint AS amount, who.name, who.email, who.locale
    FROM gift_cards.card c JOIN organisation.pub_market m ON m.code = c.market_code
    JOIN customers.pub_contact who ON who.customer_id = c.customer_id
    WHERE c.customer_id IS NOT NULL AND c.balance > 0 AND c.expires_on IS NOT NULL AND ${ending('near')}
      AND c.expires_on >= (${now}::timestamptz AT TIME ZONE m.time_zone)::date
      AND c.expires_on <= (${now}::timestamptz AT TIME ZONE m.time_zone)::date + ${days}::int
    GROUP BY c.customer_id, c.entity_id, c.currency, c.expires_on, who.name, who.email, who.locale
    ORDER BY c.expires_on, c.customer_id, c.currency LIMIT ${BATCH}`)
}
