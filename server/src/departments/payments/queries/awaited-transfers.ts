import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { money, type Money } from '../../../kernel/money.ts'

/** An order whose money no provider tells of, and what of it is still lacking. */
export interface AwaitedTransfer {
  readonly orderId: string
  readonly number: string
  /** Whether it still waits for money. */
  readonly open: boolean
  readonly lacking: Money
}

const MOST = 25
/** More than that is no hint. */
const MOST_ALIKE = 5

/** Orders that money which came may be for: those of these numbers, and open ones that lack exactly this amount. */
export async function listAwaited(
  reader: Pick<Database, 'rows'>,
  { numbers, amount }: { readonly numbers: readonly string[]; readonly amount: Money },
): Promise<AwaitedTransfer[]> {
  const rows = await reader.rows(sql<{
    orderId: string
    number: bigint
    open: boolean
    lacking: bigint
    currency: string
  }>`
    WITH meant AS (
      (SELECT p.id FROM payments.payment p JOIN orders.pub_order o ON o.order_uuid = p.order_id
        WHERE o.number = ANY(${numbers}::bigint[]) AND p.provider IN ('bank_transfer', 'cash_on_delivery') AND NOT p.surplus LIMIT ${MOST})
      UNION
      (SELECT p.id FROM payments.payment p
        WHERE p.amount = ${amount.amount} AND p.currency = ${amount.currency} AND p.provider = 'bank_transfer' AND p.state = 'open' AND NOT p.surplus
        ORDER BY p.id LIMIT ${MOST_ALIKE}))
    SELECT p.order_id AS "orderId", o.number, o.state = 'awaiting_payment' AND p.captured < p.amount AS open,
      p.amount - p.captured AS lacking, p.currency
    FROM meant m JOIN payments.payment p ON p.id = m.id JOIN orders.pub_order o ON o.order_uuid = p.order_id
    ORDER BY o.number, p.id`)
  return rows.map(({ orderId, number, open, lacking, currency }) => ({
    ...{ orderId, open, number: String(number) },
    lacking: money(lacking, currency),
  }))
}
