import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { CurrencyCode } from '../../../kernel/currency.ts'

type Reader = Pick<Database, 'rows'>

/** What of a provider is late and not asked about, in one currency. */
export interface Late {
  readonly provider: string
  readonly currency: CurrencyCode
  readonly count: number
  readonly amount: bigint
}

export function listLate(reader: Reader, before: Date): Promise<Late[]> {
  return reader.rows(sql<Late>`
    SELECT provider, currency, count(*)::integer AS count, sum(amount)::bigint AS amount FROM payments.awaited_payout
    WHERE todo_id IS NULL AND captured_at < ${before} GROUP BY provider, currency ORDER BY provider, currency`)
}

export interface LatePayment {
  readonly paymentId: string
  readonly orderNumber: string | null
  readonly providerRef: string
  readonly amount: bigint
  readonly capturedAt: Date
}

/** The first of them, the longest awaited before. */
export function listLatePayments(
  reader: Reader,
  { provider, currency, before, most }: Pick<Late, 'provider' | 'currency'> & { before: Date; most: number },
): Promise<LatePayment[]> {
  return reader.rows(sql<LatePayment>`
    SELECT a.payment_id AS "paymentId", o.number::text AS "orderNumber", a.provider_ref AS "providerRef", a.amount,
      a.captured_at AS "capturedAt"
    FROM payments.awaited_payout a LEFT JOIN orders.pub_order o ON o.order_uuid = a.order_id
    WHERE a.todo_id IS NULL AND a.captured_at < ${before} AND a.provider = ${provider} AND a.currency = ${currency}
    ORDER BY a.captured_at, a.id LIMIT ${most}`)
}

/** To-dos of which everything came. */
export async function listSettledTodos(reader: Reader): Promise<string[]> {
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT t.todo_id AS id FROM payments.awaited_todo t
    WHERE NOT EXISTS (SELECT 1 FROM payments.awaited_payout a WHERE a.todo_id = t.todo_id) ORDER BY t.todo_id`)
  return rows.map(({ id }) => id)
}
