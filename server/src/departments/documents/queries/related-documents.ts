import { sql } from '../../../host/database/sql.ts'
import type { RelatedSource } from '../../../host/records/related.ts'

/** Its order, which is called and opened as orders are. */
export const orderOfDocument: RelatedSource = {
  name: 'order',
  permission: 'orders:read',
  find: async (reader, { id }) =>
    (await reader.rows(sql<{ order_id: string }>`SELECT order_id FROM documents.document WHERE id = ${id}`)).map(
      ({ order_id }) => ({ type: 'order', id: order_id }),
    ),
}
