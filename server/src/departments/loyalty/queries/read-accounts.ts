import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { Lot, MovementKind } from '../domain/points.ts'

type Reader = Pick<Database, 'rows'>

/** What one customer has in the programme of one market. */
export interface Account {
  readonly id: string
  readonly customerId: string
  readonly market: string
  readonly entityId: string
  readonly currency: string
  /** Below zero: points that were spent before their order came back. */
  readonly balance: bigint
  readonly pending: bigint
}

export function listAccountsOf(reader: Reader, customerId: string): Promise<Account[]> {
  return reader.rows(sql<Account>`
    SELECT id, customer_id AS "customerId", market_code AS market, entity_id AS "entityId", currency, balance, pending
    FROM loyalty.account WHERE customer_id = ${customerId} ORDER BY market_code, currency, id`)
}

/** What of an account can be used, what ends first first. */
export function listLots(reader: Reader, accountIds: readonly string[]): Promise<(Lot & { accountId: string })[]> {
  return reader.rows(sql<Lot & { accountId: string }>`
    SELECT id, account_id AS "accountId", order_id AS "orderId", remaining, point_worth AS "pointWorth",
      redemption_ppm AS "redemptionPpm", booked, expires_on AS "expiresOn"
    FROM loyalty.lot WHERE account_id = ANY(${accountIds}::uuid[]) AND remaining > 0 ORDER BY expires_on NULLS LAST, id`)
}

export interface Movement {
  readonly id: string
  readonly accountId: string
  readonly kind: MovementKind
  readonly points: bigint
  readonly pending: bigint
  readonly credited: bigint
  readonly currency: string
  readonly market: string
  /** What could be used after it. */
  readonly balance: bigint
  readonly orderId: string | null
  readonly orderNumber: string | null
  readonly reason: string | null
  readonly actor: string
  readonly at: Date
}

const MOST = 200

/** Every change of a customer's points, the newest first. */
export function listMovements(reader: Reader, customerId: string): Promise<Movement[]> {
  return reader.rows(sql<Movement>`
    SELECT m.id, m.account_id AS "accountId", m.kind, m.points, m.pending, m.credited, a.currency, a.market_code AS market,
      sum(m.points) OVER (PARTITION BY m.account_id ORDER BY m.at, m.id)::bigint AS balance, m.order_id AS "orderId",
      (SELECT o.number::text FROM orders.pub_order o WHERE o.order_uuid = m.order_id::uuid) AS "orderNumber", m.reason, m.actor, m.at
    FROM loyalty.account a JOIN loyalty.movement m ON m.account_id = a.id
    WHERE a.customer_id = ${customerId} ORDER BY m.at DESC, m.id DESC LIMIT ${MOST}`)
}

export interface Earned {
  readonly orderId: string
  readonly orderNumber: string | null
  readonly accountId: string
  readonly termsId: string
  readonly earned: bigint
  readonly reversed: bigint
  readonly ripeOn: LocalDate | null
  readonly confirmedAt: Date | null
}

export async function findEarning(reader: Reader, orderId: string): Promise<Earned | undefined> {
  if (!isUuid(orderId)) return undefined
  const [row] = await reader.rows(sql<Earned>`
    SELECT e.order_id AS "orderId", NULL AS "orderNumber", e.account_id AS "accountId", e.terms_id AS "termsId", e.earned, e.reversed,
      e.ripe_on AS "ripeOn", e.confirmed_at AS "confirmedAt"
    FROM loyalty.earning e WHERE e.order_id = ${orderId}`)
  return row
}

/** What waits of a customer's orders, the next first. */
export function listWaiting(reader: Reader, customerId: string): Promise<Earned[]> {
  return reader.rows(sql<Earned>`
    SELECT e.order_id AS "orderId", (SELECT o.number::text FROM orders.pub_order o WHERE o.order_uuid = e.order_id::uuid) AS "orderNumber",
      e.account_id AS "accountId", e.terms_id AS "termsId", e.earned, e.reversed, e.ripe_on AS "ripeOn", e.confirmed_at AS "confirmedAt"
    FROM loyalty.account a JOIN loyalty.earning e ON e.account_id = a.id
    WHERE a.customer_id = ${customerId} AND e.confirmed_at IS NULL AND e.earned > e.reversed
    ORDER BY e.ripe_on NULLS LAST, e.created_at, e.order_id LIMIT ${MOST}`)
}

export interface Holder {
  readonly customerId: string
  readonly name: string
  readonly email: string
  readonly locale: string
}

export async function findHolder(reader: Reader, customerId: string): Promise<Holder | undefined> {
  if (!isUuid(customerId)) return undefined
  const [row] = await reader.rows(sql<Holder>`
    SELECT customer_id AS "customerId", name, email, locale FROM customers.pub_contact WHERE customer_uuid = ${customerId}`)
  return row
}

export interface Conversion {
  readonly accountId: string
  readonly points: bigint
  readonly amount: bigint
}

export async function findConversion(reader: Reader, id: string): Promise<Conversion | undefined> {
  const [row] = await reader.rows(sql<Conversion>`
    SELECT account_id AS "accountId", points, amount FROM loyalty.conversion WHERE id = ${id}`)
  return row
}
