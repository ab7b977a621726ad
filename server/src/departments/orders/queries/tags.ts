import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { TagColour } from '../domain/tag.ts'

type Reader = Pick<Database, 'rows'>

export interface Tag {
  readonly id: string
  readonly name: string
  readonly colour: TagColour
}

export interface TagLine extends Tag {
  readonly version: number
  readonly orders: number
}

/** More stand behind a plus sign. */
const COUNTED = 1_000

/** The shop's tags by name, each with how many orders have it. */
export async function listTags(reader: Reader): Promise<TagLine[]> {
  const rows = await reader.rows(sql<TagLine & { orders: bigint }>`
    SELECT t.id, t.name, t.colour, t.version,
      (SELECT count(*) FROM (SELECT 1 FROM orders.order_tag o WHERE o.tag_id = t.id LIMIT ${COUNTED}) n) AS orders
    FROM orders.tag t ORDER BY lower(t.name)`)
  return rows.map((row) => ({ ...row, orders: Number(row.orders) }))
}

export function listTagsOf(reader: Reader, orderId: string): Promise<Tag[]> {
  return reader.rows(sql<Tag>`
    SELECT t.id, t.name, t.colour FROM orders.order_tag o JOIN orders.tag t ON t.id = o.tag_id
    WHERE o.order_id = ${orderId} ORDER BY lower(t.name)`)
}
