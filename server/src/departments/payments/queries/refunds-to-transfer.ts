import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Money } from '../../../kernel/money.ts'

/** Money that a person is to send back, since no provider does. */
export interface RefundToTransfer {
  readonly refundId: string
  readonly orderId: string
  readonly number: string
}

const MOST = 25

/** Refunds of just this amount that nobody said to have sent yet, for orders of these numbers. */
export async function listRefundsToTransfer(
  reader: Pick<Database, 'rows'>,
  { numbers, amount }: { readonly numbers: readonly string[]; readonly amount: Money },
): Promise<RefundToTransfer[]> {
  const rows = await reader.rows(sql<{ refundId: string; orderId: string; number: bigint }>`
    SELECT r.id AS "refundId", p.order_id AS "orderId", o.number
    FROM orders.pub_order o JOIN payments.payment p ON p.order_id = o.order_uuid JOIN payments.refund r ON r.payment_id = p.id
    WHERE o.number = ANY(${numbers}::bigint[]) AND p.provider IN ('bank_transfer', 'cash_on_delivery')
      AND p.currency = ${amount.currency} AND r.amount = ${amount.amount} AND r.state = 'wanted'
    ORDER BY r.wanted_at, r.id LIMIT ${MOST}`)
  return rows.map((row) => ({ ...row, number: String(row.number) }))
}
