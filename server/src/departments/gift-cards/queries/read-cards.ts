import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql, type Fragment } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { localDateIn } from '../../../kernel/time.ts'
import type { CardFacts, CREDIT, MovementKind, Origin } from '../domain/card.ts'
import type { Cause } from '../domain/credit.ts'

type Reader = Pick<Database, 'rows'>

export interface Card extends CardFacts {
  readonly id: string
  readonly codeHash: Buffer | null
  readonly last4: string | null
  readonly entityId: string
  readonly market: string
  readonly locale: string
  readonly timeZone: string
  readonly currency: string
  readonly initial: bigint
  readonly origin: Origin | typeof CREDIT
  /** Of store credit: whose it is, and why. */
  readonly customerId: string | null
  readonly because: Cause | null
  readonly orderId: string | null
  readonly recipientEmail: string
  readonly recipientName: string
  readonly senderName: string
  readonly message: string
  readonly issuedAt: Date
  readonly sentAt: Date | null
  readonly blockedAt: Date | null
  readonly blockedBecause: string | null
}

export async function findCard(reader: Reader, id: string): Promise<Card | undefined> {
  return isUuid(id) ? (await select(reader, fragment`c.id = ${id} AND c.customer_id IS NULL`))[0] : undefined
}

/** One grant of store credit. */
export async function findCredit(reader: Reader, id: string): Promise<Card | undefined> {
  return isUuid(id) ? (await select(reader, fragment`c.id = ${id} AND c.customer_id IS NOT NULL`))[0] : undefined
}

const MOST_GRANTS = 200

/** All that a customer was granted, the newest first. */
export function listCreditsOf(reader: Reader, customerId: string): Promise<Card[]> {
  return select(
    reader,
    fragment`c.customer_id = ${customerId} ORDER BY c.issued_at DESC, c.id DESC LIMIT ${MOST_GRANTS}`,
  )
}

/** By the hash of its code. */
export async function findCardByCode(reader: Reader, codeHash: Buffer): Promise<Card | undefined> {
  return (await select(reader, fragment`c.code_hash = ${codeHash}`))[0]
}

export function listCardsOfOrder(reader: Reader, orderId: string): Promise<Card[]> {
  return select(reader, fragment`c.order_id = ${orderId} ORDER BY c.issued_at, c.id`)
}

/** So many grants pay one order at most, those that end first; each is a payment of its own. */
const MOST_PAYING = 20

/** Those that a basket is to be paid with: the cards named for it, and its customer's store credit where they chose to use it. */
export function listBasketCards(reader: Reader, basketId: string, customerId?: string): Promise<Card[]> {
  const named = fragment`SELECT card_id FROM gift_cards.basket_card WHERE basket_id = ${basketId}`
  if (customerId === undefined) return select(reader, fragment`c.id IN (${named}) ORDER BY c.id`)
  const own = fragment`SELECT g.id FROM gift_cards.card g
    WHERE g.customer_id = ${customerId} AND g.standing = 'open' AND g.balance > g.held
      AND EXISTS (SELECT 1 FROM gift_cards.basket_credit b WHERE b.basket_id = ${basketId})
    ORDER BY g.expires_on, g.balance, g.id LIMIT ${MOST_PAYING}`
  return select(reader, fragment`c.id IN (${named} UNION ALL (${own})) ORDER BY c.id`)
}

function select(reader: Reader, which: Fragment): Promise<Card[]> {
  return reader.rows(sql<Card>`
    SELECT c.id, c.code_hash AS "codeHash", c.last4, c.entity_id AS "entityId", c.market_code AS market, c.locale,
      coalesce(m.time_zone, 'UTC') AS "timeZone", c.currency, c.initial, c.balance, c.held, c.expires_on AS "expiresOn",
      c.blocked_at IS NOT NULL AS blocked, c.cancelled_at IS NOT NULL AS cancelled, c.origin, c.order_id AS "orderId",
      c.customer_id AS "customerId", c.because,
      c.recipient_email AS "recipientEmail", c.recipient_name AS "recipientName", c.sender_name AS "senderName", c.message,
      c.issued_at AS "issuedAt", c.sent_at AS "sentAt", c.blocked_at AS "blockedAt", c.blocked_because AS "blockedBecause"
    FROM gift_cards.card c LEFT JOIN organisation.pub_market m ON m.code = c.market_code WHERE ${which}`)
}

/** The day on which its shop stands now. */
export const todayOf = (card: Pick<Card, 'timeZone'>, now: Date): string => localDateIn(now, card.timeZone)

export interface Movement {
  readonly id: string
  readonly kind: MovementKind
  readonly amount: bigint
  /** What was on the card after it. */
  readonly balance: bigint
  readonly orderId: string | null
  readonly orderNumber: string | null
  readonly reason: string | null
  readonly actor: string
  readonly at: Date
}

const MOST = 500

/** The newest first. */
export function listMovements(reader: Reader, cardId: string): Promise<Movement[]> {
  return reader.rows(sql<Movement>`
    SELECT m.id, m.kind, m.amount, sum(m.amount) OVER (ORDER BY m.at, m.id)::bigint AS balance, m.order_id AS "orderId",
      (SELECT o.number::text FROM orders.pub_order o WHERE o.order_uuid = m.order_id::uuid) AS "orderNumber", m.reason, m.actor, m.at
    FROM gift_cards.movement m WHERE m.card_id = ${cardId} ORDER BY m.at DESC, m.id DESC LIMIT ${MOST}`)
}

export interface KnownGift {
  readonly variantId: string
  readonly recipientEmail: string
  readonly recipientName: string
  readonly senderName: string
  readonly message: string
}

/** To whom the cards go that lie in a basket, in the order in which they were put there. */
export function listGifts(reader: Reader, basketId: string): Promise<KnownGift[]> {
  return reader.rows(sql<KnownGift>`
    SELECT variant_id AS "variantId", recipient_email AS "recipientEmail", recipient_name AS "recipientName",
      sender_name AS "senderName", message
    FROM gift_cards.gift WHERE basket_id = ${basketId} ORDER BY variant_id, added_at, id`)
}

export async function cardExists(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM gift_cards.card WHERE id = ${id} AND customer_id IS NULL`)) !== undefined
}

/** As staff call it: the end of its code, or to whom it goes while it has none. */
export async function cardTitles(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; title: string }>`
    SELECT id, coalesce('•••• ' || last4, recipient_email) AS title FROM gift_cards.card WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, title }) => [id, title]))
}
