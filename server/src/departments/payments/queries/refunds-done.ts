import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

export interface RefundDone {
  /** The movement. */
  readonly id: string
  readonly amount: number
  /** What it had been wanted as; undefined where a provider gave something back by itself. */
  readonly refundId: string | null
  /** The change of the order whose difference it had paid. */
  readonly balanceOf: string | null
}

/** What went back of an order, in the order in which it did. Money that came twice was never the order's. */
export async function listRefundsDone(reader: Pick<Database, 'rows'>, orderId: string): Promise<RefundDone[]> {
  const rows = await reader.rows(sql<{
    id: string
    amount: bigint
    refund_id: string | null
    balance_of: string | null
  }>`
    SELECT e.id, e.amount, r.id AS refund_id, p.balance_of FROM payments.payment p
    JOIN payments.event e ON e.payment_id = p.id AND e.kind = 'refund'
    LEFT JOIN payments.refund r ON r.payment_id = p.id AND r.provider_ref = e.provider_ref
    WHERE p.order_id = ${orderId} AND NOT p.surplus ORDER BY e.at, e.id`)
  return rows.map(({ id, amount, refund_id: refundId, balance_of: balanceOf }) => ({
    id,
    amount: Number(amount),
    refundId,
    balanceOf,
  }))
}
