import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Attempt } from '../store/attempts.ts'

/** The latest time that the shopper was sent to the provider's page, if ever. */
export async function findAttempt(reader: Pick<Database, 'rows'>, paymentId: string): Promise<Attempt | undefined> {
  const [row] = await reader.rows(sql<Attempt>`
    SELECT number, provider_session_id AS "providerSessionId" FROM payments.attempt
    WHERE payment_id = ${paymentId} ORDER BY number DESC LIMIT 1`)
  return row
}
