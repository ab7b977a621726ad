import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { Refund } from '../domain/payment.ts'
import { OWN_PROVIDERS } from '../domain/tender.ts'

export interface RefundAddress {
  readonly id: string
  readonly paymentId: string
  readonly provider: string
  readonly providerPaymentId: string | null
  readonly amount: bigint
  readonly currency: CurrencyCode
  readonly state: Refund['state']
}

type Reader = Pick<Database, 'rows'>

export async function findRefund(reader: Reader, refundId: string): Promise<RefundAddress | undefined> {
  const [row] = await reader.rows(sql<RefundAddress>`
    SELECT r.id, r.payment_id AS "paymentId", p.provider, p.provider_payment_id AS "providerPaymentId", r.amount, p.currency, r.state
    FROM payments.refund r JOIN payments.payment p ON p.id = r.payment_id WHERE r.id = ${refundId}`)
  return row
}

/** Refunds that nobody has sent for so long that their job must be lost. */
export async function listForgottenRefunds(reader: Reader, before: Date, limit: number): Promise<string[]> {
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT r.id FROM payments.refund r JOIN payments.payment p ON p.id = r.payment_id
    WHERE r.state = 'wanted' AND r.wanted_at < ${before} AND p.provider <> ALL(${OWN_PROVIDERS}::text[])
    ORDER BY r.wanted_at LIMIT ${limit}`)
  return rows.map((row) => row.id)
}
