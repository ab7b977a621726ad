import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { RelatedSource } from '../../../host/records/related.ts'
import { STORE_CREDIT } from '../domain/tender.ts'
import { paidBy } from './read-payments.ts'

export async function paymentExists(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM payments.payment WHERE id = ${id}`)) !== undefined
}

/** A payment is called by its order and how it was paid: `#1042 · Bank transfer`. */
export async function paymentTitles(
  reader: Pick<Database, 'rows'>,
  ids: readonly string[],
  locale: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; title: string }>`
    SELECT p.id, '#' || o.number || CASE WHEN p.provider = ${STORE_CREDIT} THEN '' ELSE ' · ' || ${paidBy(locale)} END AS title
    FROM payments.payment p JOIN orders.pub_order o ON o.order_uuid = p.order_id WHERE p.id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** Its order, which is called and opened as orders are. */
export const orderOfPayment: RelatedSource = {
  name: 'order',
  permission: 'orders:read',
  find: async (reader, { id }) =>
    (await reader.rows(sql<{ order_id: string }>`SELECT order_id FROM payments.payment WHERE id = ${id}`)).map(
      ({ order_id }) => ({ type: 'order', id: order_id }),
    ),
}
