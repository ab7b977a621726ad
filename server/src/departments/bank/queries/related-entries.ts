import { sql } from '../../../host/database/sql.ts'
import type { RelatedSource } from '../../../host/records/related.ts'

/** What of the bank's entries was taken for an order. */
export const entriesOfOrder: RelatedSource = {
  name: 'entries',
  permission: 'bank:read',
  find: async (reader, { id, limit }) =>
    (
      await reader.rows(sql<{ id: string }>`
        SELECT id FROM bank.entry WHERE order_id = ${id} ORDER BY booked_on DESC, id DESC LIMIT ${limit}`)
    ).map((row) => ({ type: 'bank_entry', id: row.id })),
}

/** The order that it was taken for, which is called and opened as orders are. */
export const orderOfEntry: RelatedSource = {
  name: 'order',
  permission: 'orders:read',
  find: async (reader, { id }) =>
    (
      await reader.rows(sql<{ order_id: string }>`
        SELECT order_id FROM bank.entry WHERE id = ${id} AND order_id IS NOT NULL`)
    ).map(({ order_id }) => ({ type: 'order', id: order_id })),
}
