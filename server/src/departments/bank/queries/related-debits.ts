import { sql } from '../../../host/database/sql.ts'
import type { RelatedSource } from '../../../host/records/related.ts'

/** What was, or is to be, collected for an order. */
export const debitsOfOrder: RelatedSource = {
  name: 'debits',
  permission: 'bank:read',
  find: async (reader, { id, limit }) =>
    (
      await reader.rows(sql<{ id: string }>`
        SELECT id FROM bank.direct_debit WHERE order_id = ${id} ORDER BY created_at DESC, id DESC LIMIT ${limit}`)
    ).map((row) => ({ type: 'direct_debit', id: row.id })),
}

export const orderOfDebit: RelatedSource = {
  name: 'order',
  permission: 'orders:read',
  find: async (reader, { id }) =>
    (await reader.rows(sql<{ order_id: string }>`SELECT order_id FROM bank.direct_debit WHERE id = ${id}`)).map(
      ({ order_id }) => ({ type: 'order', id: order_id }),
    ),
}
