import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

export interface WebhookView {
  readonly reference: string | null
  /** The dispute that it tells of, as its provider calls it. */
  readonly disputeRef: string | null
  readonly processed: boolean
}

export async function findWebhook(
  reader: Pick<Database, 'rows'>,
  provider: string,
  eventId: string,
): Promise<WebhookView | undefined> {
  const [row] = await reader.rows(sql<WebhookView>`
    SELECT payment_reference AS reference, dispute_ref AS "disputeRef", processed_at IS NOT NULL AS processed FROM payments.webhook_in
    WHERE provider = ${provider} AND event_id = ${eventId}`)
  return row
}
