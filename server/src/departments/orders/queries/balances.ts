import type { Database } from '../../../host/database/pool.ts'
import { sql, fragment, type Fragment } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Balance } from '../domain/balance.ts'

type Reader = Pick<Database, 'rows'>

async function select(reader: Reader, which: Fragment): Promise<Balance[]> {
  const rows = await reader.rows(sql<Omit<Balance, 'amount'> & { amount: bigint }>`
    SELECT b.id, b.order_id AS "orderId", b.amount, b.currency, b.reason, b.note, b.asked_by AS "askedBy", b.asked_at AS "askedAt",
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
