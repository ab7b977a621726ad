import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { CurrencyCode } from '../../../kernel/currency.ts'
import { isUuid } from '../../../kernel/ids.ts'

type Reader = Pick<Database, 'rows'>

export interface CaptureAddress {
  readonly id: string
  readonly paymentId: string
  readonly orderId: string
  readonly provider: string
  readonly providerPaymentId: string | null
  readonly amount: bigint
  readonly currency: CurrencyCode
  readonly state: 'wanted' | 'succeeded' | 'failed'
  readonly wantedAt: Date
  /** What its payment comes to in all. */
  readonly due: bigint
  /** Another part of the same payment has its turn before. */
  readonly waits: boolean
}

export async function findCapture(reader: Reader, captureId: string): Promise<CaptureAddress | undefined> {
  if (!isUuid(captureId)) return undefined
  const [row] = await reader.rows(sql<CaptureAddress>`
    SELECT c.id, c.payment_id AS "paymentId", p.order_id AS "orderId", p.provider, p.provider_payment_id AS "providerPaymentId",
      c.amount, p.currency, c.state, c.wanted_at AS "wantedAt", p.amount AS due,
      EXISTS (SELECT 1 FROM payments.capture e WHERE e.payment_id = c.payment_id AND e.state = 'wanted'
        AND (e.wanted_at, e.id) < (c.wanted_at, c.id)) AS waits
    FROM payments.capture c JOIN payments.payment p ON p.id = c.payment_id WHERE c.id = ${captureId}`)
  return row
}

/** What is to be taken of a payment and was not asked for yet, in its turn. */
export async function listWantedCaptures(reader: Reader, paymentId: string): Promise<string[]> {
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT id FROM payments.capture WHERE payment_id = ${paymentId} AND state = 'wanted' ORDER BY wanted_at, id`)
  return rows.map(({ id }) => id)
}

/** Payments of living orders of which the bank lets go before an instant, the first to end first; those that were asked for are left out. */
export async function listEndingHolds(reader: Reader, before: Date, limit: number): Promise<string[]> {
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT p.id FROM payments.payment p JOIN orders.pub_order o ON o.order_uuid = p.order_id AND o.state = 'awaiting_payment'
    WHERE p.state IN ('authorised', 'captured') AND p.capture_before < ${before} AND p.capture_on = 'on_shipment'
      AND p.authorised > p.captured + p.released
      AND NOT EXISTS (SELECT 1 FROM payments.capture c WHERE c.payment_id = p.id AND c.reference = ${HOLD_ENDS})
    ORDER BY p.capture_before LIMIT ${limit}`)
  return rows.map(({ id }) => id)
}

/** What a capture is for that nobody asked for but the end of the hold. */
export const HOLD_ENDS = 'hold-ends'
