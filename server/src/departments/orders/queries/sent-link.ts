import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { SentLink } from '../domain/payment-link.ts'

/** When last and how often who is to pay an order was sent the link; undefined where staff did not take it. */
export async function findSentLink(reader: Pick<Database, 'row'>, orderId: string): Promise<SentLink | undefined> {
  return reader.row(sql<SentLink>`
    SELECT id AS "draftId", link_sent_at AS "sentAt", link_sent_count AS count FROM orders.draft WHERE order_id = ${orderId}`)
}
