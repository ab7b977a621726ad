import type { Database } from '../../../host/database/pool.ts'
import { sql, fragment, type Fragment } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { Balance } from '../domain/balance.ts'
import type { ContentLine } from '../domain/order-content.ts'

type Reader = Pick<Database, 'rows'>

async function select(reader: Reader, which: Fragment): Promise<Balance[]> {
  const rows = await reader.rows(sql<Omit<Balance, 'amount'> & { amount: bigint }>`
    SELECT b.id, b.order_id AS "orderId", b.kind, b.ready_on AS "readyOn", b.due_since AS "dueSince", b.amount, b.currency, b.reason, b.note, b.asked_by AS "askedBy", b.asked_at AS "askedAt",
      b.expires_at AS "expiresAt", b.hash_before AS "hashBefore", b.hash_after AS "hashAfter", b.after, b.ended_at AS "endedAt",
      b.outcome, b.ended_by AS "endedBy", b.end_reason AS "endReason"
    FROM orders.balance b WHERE ${which}`)
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }))
}

/** What an order waits for by a change that makes it dearer; under the order's lock as it stays until the transaction ends. */
export async function findBalanceDue(reader: Reader, orderId: string): Promise<Balance | undefined> {
  if (!isUuid(orderId)) return undefined
  return (await select(reader, fragment`b.order_id = ${orderId} AND b.ended_at IS NULL`))[0]
}

export async function findBalance(reader: Reader, id: string): Promise<Balance | undefined> {
  return (await select(reader, fragment`b.id = ${id}`))[0]
}

/** All that was ever asked for, the first first. */
export async function listBalances(reader: Reader, orderId: string): Promise<Balance[]> {
  if (!isUuid(orderId)) return []
  return select(reader, fragment`b.order_id = ${orderId} ORDER BY b.asked_at, b.id`)
}

/** Orders whose difference nobody paid in time, the longest overdue first. */
export async function listBalancesToExpire(reader: Reader, now: Date, limit: number): Promise<string[]> {
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT order_id AS id FROM orders.balance WHERE ended_at IS NULL AND expires_at <= ${now} ORDER BY expires_at LIMIT ${limit}`)
  return rows.map(({ id }) => id)
}

export interface RestToAsk {
  readonly id: string
  readonly orderId: string
  readonly askedAt: Date
}

/** Rests that were not asked for yet, the oldest order first; `after`: where the page before ended. */
export function listRestsToAsk(
  reader: Reader,
  { after, limit }: { readonly after: RestToAsk | undefined; readonly limit: number },
): Promise<RestToAsk[]> {
  const behind = after ? fragment`AND (asked_at, id) > (${after.askedAt}, ${after.id}::uuid)` : fragment``
  return reader.rows(sql<RestToAsk>`
    SELECT id, order_id AS "orderId", asked_at AS "askedAt" FROM orders.balance
    WHERE kind = 'rest' AND ended_at IS NULL AND due_since IS NULL ${behind} ORDER BY asked_at, id LIMIT ${limit}`)
}

/** Rests that run out before an instant, and whose buyers were not reminded of it. */
export function listRestsToRemind(reader: Reader, before: Date, limit: number): Promise<{ orderId: string }[]> {
  return reader.rows(sql<{ orderId: string }>`
    SELECT order_id AS "orderId" FROM orders.balance
    WHERE kind = 'rest' AND ended_at IS NULL AND due_since IS NOT NULL AND reminded_at IS NULL AND expires_at <= ${before}
    ORDER BY expires_at, id LIMIT ${limit}`)
}

export interface DeferralOfOrder {
  readonly today: number
  readonly later: number
  readonly currency: string
  readonly readyOn: LocalDate
  readonly payDays: number
  /** As they will be once the rest is paid. */
  readonly lines: readonly ContentLine[]
}

/** What of an order was to be paid when it was placed, and what once it is ready; undefined where all of it was. */
export async function findDeferral(reader: Reader, orderId: string): Promise<DeferralOfOrder | undefined> {
  if (!isUuid(orderId)) return undefined
  const [row] = await reader.rows(sql<Omit<DeferralOfOrder, 'today' | 'later'> & { today: bigint; later: bigint }>`
    SELECT today, later, currency, ready_on AS "readyOn", pay_days AS "payDays", after->'lines' AS lines FROM orders.deferral WHERE order_id = ${orderId}`)
  return row && { ...row, today: Number(row.today), later: Number(row.later) }
}
