import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Refusal } from '../../../kernel/result.ts'

type Reader = Pick<Database, 'rows'>

export async function listDone(reader: Reader, taskId: string): Promise<ReadonlySet<string>> {
  const rows = await reader.rows(sql<{ order_id: string }>`
    SELECT order_id FROM orders.bulk_outcome WHERE task_id = ${taskId}`)
  return new Set(rows.map(({ order_id: id }) => id))
}

export interface BulkCounts {
  readonly changed: number
  readonly unchanged: number
  readonly refused: number
}

export async function countOutcomes(reader: Reader, taskId: string): Promise<BulkCounts> {
  const [row] = await reader.rows(sql<{ changed: bigint; unchanged: bigint; refused: bigint }>`
    SELECT count(*) FILTER (WHERE changed) AS changed, count(*) FILTER (WHERE NOT changed AND refusal IS NULL) AS unchanged,
      count(*) FILTER (WHERE refusal IS NOT NULL) AS refused
    FROM orders.bulk_outcome WHERE task_id = ${taskId}`)
  return {
    changed: Number(row?.changed ?? 0n),
    unchanged: Number(row?.unchanged ?? 0n),
    refused: Number(row?.refused ?? 0n),
  }
}

/** The orders that a task changed: what is taken back, and nothing that was so before it. */
export async function listChanged(reader: Reader, taskId: string): Promise<string[]> {
  const rows = await reader.rows(sql<{ order_id: string }>`
    SELECT order_id FROM orders.bulk_outcome WHERE task_id = ${taskId} AND changed ORDER BY order_id`)
  return rows.map(({ order_id: id }) => id)
}

/** What a task made for an order. */
export async function findMade(
  reader: Reader,
  { taskId, orderId }: { readonly taskId: string; readonly orderId: string },
): Promise<string | undefined> {
  const [row] = await reader.rows(sql<{ made: string | null }>`
    SELECT made FROM orders.bulk_outcome WHERE task_id = ${taskId} AND order_id = ${orderId}`)
  return row?.made ?? undefined
}

export interface RefusedOrder {
  readonly id: string
  readonly number: string
  readonly refusal: Refusal
}

/** More are read by nobody; the count says how many there are. */
const SHOWN = 200

export async function listRefused(reader: Reader, taskId: string): Promise<RefusedOrder[]> {
  const rows = await reader.rows(sql<{ id: string; number: bigint; refusal: Refusal }>`
    SELECT o.id, o.number, b.refusal FROM orders.bulk_outcome b JOIN orders.sales_order o ON o.id = b.order_id
    WHERE b.task_id = ${taskId} AND b.refusal IS NOT NULL ORDER BY o.number LIMIT ${SHOWN}`)
  return rows.map(({ id, number, refusal }) => ({ id, number: String(number), refusal }))
}
