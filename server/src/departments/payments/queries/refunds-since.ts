import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

/** What was given back, or is on its way, for an order since a moment: whole minor units of one currency. */
export async function readRefundedSince(
  reader: Pick<Database, 'row'>,
  { orderId, currency, since }: { readonly orderId: string; readonly currency: string; readonly since: Date },
): Promise<bigint> {
  const row = await reader.row(sql<{ amount: bigint }>`
    SELECT coalesce(sum(r.amount), 0)::bigint AS amount
    FROM payments.refund r JOIN payments.payment p ON p.id = r.payment_id
    WHERE p.order_id = ${orderId} AND p.currency = ${currency} AND r.wanted_at > ${since} AND r.state <> 'failed'`)
  return row?.amount ?? 0n
}
