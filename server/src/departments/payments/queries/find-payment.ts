import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { CaptureShare, CaptureTime, KnownPayment, ProviderPayment } from '../domain/provider.ts'
import { OWN_PROVIDERS, TENDERS } from '../domain/tender.ts'

type Reader = Pick<Database, 'rows'>

/** Where to ask about a payment: enough to speak with the provider, nothing that could be stale. */
export interface PaymentAddress {
  readonly id: string
  readonly orderId: string
  readonly provider: string
  readonly reference: string
  readonly providerPaymentId: string | null
  readonly amount: bigint
  readonly currency: CurrencyCode
  readonly captureOn: CaptureTime
  readonly captureShare: CaptureShare
  /** Of what a changed order came to cost more: for which change. */
  readonly balanceOf: string | null
}

export async function findPaymentAddress(reader: Reader, paymentId: string): Promise<PaymentAddress | undefined> {
  if (!isUuid(paymentId)) return undefined
  const [row] = await reader.rows(sql<PaymentAddress>`
    SELECT id, order_id AS "orderId", provider, reference, provider_payment_id AS "providerPaymentId", amount, currency,
      capture_on AS "captureOn", capture_share AS "captureShare", balance_of AS "balanceOf"
    FROM payments.payment WHERE id = ${paymentId}`)
  return row
}

/** The payment that an order waits for or was paid by; undefined where gift cards cover all of it. */
export async function findPaymentOfOrder(reader: Reader, orderId: string): Promise<PaymentAddress | undefined> {
  if (!isUuid(orderId)) return undefined
  const [row] = await reader.rows(sql<PaymentAddress>`
    SELECT id, order_id AS "orderId", provider, reference, provider_payment_id AS "providerPaymentId", amount, currency,
      capture_on AS "captureOn", capture_share AS "captureShare", balance_of AS "balanceOf"
    FROM payments.payment WHERE order_id = ${orderId} AND NOT surplus
      AND provider <> ALL(${TENDERS}::text[]) AND balance_of IS NULL`)
  return row
}

/** By which what an order came to cost more is being paid: by providers first. */
export async function listPaymentsOfBalance(reader: Reader, balanceId: string): Promise<PaymentAddress[]> {
  return reader.rows(sql<PaymentAddress>`
    SELECT id, order_id AS "orderId", provider, reference, provider_payment_id AS "providerPaymentId", amount, currency,
      capture_on AS "captureOn", capture_share AS "captureShare", balance_of AS "balanceOf"
    FROM payments.payment WHERE balance_of = ${balanceId} AND NOT surplus ORDER BY provider = ANY(${OWN_PROVIDERS}::text[]), id`)
}

/** By what names a payment can be asked for at its provider: its own, and those of all pages that were opened for it. */
export async function readKnownPayment(
  reader: Reader,
  { provider, reference }: Pick<PaymentAddress, 'provider' | 'reference'>,
): Promise<KnownPayment> {
  const [row] = await reader.rows(sql<{ sessions: string[]; payments: string[]; nameless: boolean }>`
    SELECT ARRAY(SELECT a.provider_session_id FROM payments.attempt a
        WHERE a.payment_id = ${reference} AND a.provider_session_id IS NOT NULL ORDER BY a.number) AS sessions,
      ARRAY(SELECT p.provider_payment_id FROM payments.payment p
        WHERE p.provider = ${provider} AND p.reference = ${reference} AND p.provider_payment_id IS NOT NULL
        UNION SELECT a.provider_payment_id FROM payments.attempt a WHERE a.payment_id = ${reference} AND a.provider_payment_id IS NOT NULL
        ORDER BY 1) AS payments,
      EXISTS (SELECT FROM payments.attempt a WHERE a.payment_id = ${reference} AND a.provider_session_id IS NULL
        AND a.provider_payment_id IS NULL AND a.ended_as IS NULL) AS nameless`)
  const { sessions = [], payments = [], nameless = false } = row ?? {}
  return { reference, sessionIds: sessions, paymentIds: payments, nameless }
}

/** Payments that wait for news since before an instant, the oldest first, and those with a refund under way as long. */
export async function listUnsettled(reader: Reader, before: Date, limit: number): Promise<string[]> {
  const rows = await reader.rows(sql<{ id: string }>`
    (SELECT id FROM payments.payment WHERE state IN ('open', 'authorised') AND created_at < ${before}
      AND provider <> ALL(${OWN_PROVIDERS}::text[]) ORDER BY created_at LIMIT ${limit})
    UNION
    (SELECT r.payment_id FROM payments.refund r JOIN payments.payment p ON p.id = r.payment_id
      WHERE r.state IN ('wanted', 'sent') AND r.wanted_at < ${before} AND p.provider <> ALL(${OWN_PROVIDERS}::text[])
      ORDER BY r.wanted_at LIMIT ${limit})`)
  return rows.map((row) => row.id)
}

interface KnownAmounts {
  readonly ref: string
  readonly authorised: bigint
  readonly captured: bigint
  /** By the provider: what became store credit is still with it. */
  readonly refunded: bigint
  readonly released: bigint
}

/** References among the provider's payments of which it knows more, or something else, than we do. */
export async function listDifferingReferences(
  reader: Reader,
  provider: string,
  truths: readonly ProviderPayment[],
): Promise<string[]> {
  const moved = truths.filter((truth) => truth.authorised > 0n && isUuid(truth.reference))
  if (moved.length === 0) return []
  const rows = await reader.rows(sql<KnownAmounts>`
    SELECT provider_payment_id AS ref, authorised, captured, released, refunded - coalesce((SELECT sum(r.amount)
        FROM payments.refund r WHERE r.payment_id = p.id AND r.credit_id IS NOT NULL), 0)::bigint AS refunded
    FROM payments.payment p WHERE provider = ${provider} AND provider_payment_id = ANY(${moved.map((truth) => truth.id)}::text[])`)
  const known = new Map(rows.map((row) => [row.ref, row]))
  return [...new Set(moved.filter((truth) => differs(truth, known.get(truth.id))).map((truth) => truth.reference))]
}

function differs(truth: ProviderPayment, known: KnownAmounts | undefined): boolean {
  const total = (movements: ProviderPayment['captures']) =>
    movements.filter((one) => one.state === 'succeeded').reduce((sum, one) => sum + one.amount, 0n)
  return (
    known === undefined ||
    known.authorised !== truth.authorised ||
    known.released !== truth.released ||
    known.captured !== total(truth.captures) ||
    known.refunded !== total(truth.refunds)
  )
}

export async function findScan(reader: Reader, provider: string): Promise<Date | undefined> {
  const [row] = await reader.rows(
    sql<{ read_to: Date }>`SELECT read_to FROM payments.scan WHERE provider = ${provider}`,
  )
  return row?.read_to
}
