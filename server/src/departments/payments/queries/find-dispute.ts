import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { PlaceOf } from '../../../host/http/route.ts'
import type { RelatedSource } from '../../../host/records/related.ts'
import type { CurrencyCode } from '../../../kernel/currency.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { EvidenceTexts, KeptFile } from '../domain/evidence.ts'

type Reader = Pick<Database, 'rows'>

/** Where to ask about a dispute. */
export interface DisputeAddress {
  readonly id: string
  readonly paymentId: string
  readonly orderId: string
  readonly provider: string
  readonly providerDisputeId: string
}

export async function findDisputeAddress(reader: Reader, id: string): Promise<DisputeAddress | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await reader.rows(sql<DisputeAddress>`
    SELECT id, payment_id AS "paymentId", order_id AS "orderId", provider, provider_dispute_id AS "providerDisputeId"
    FROM payments.dispute WHERE id = ${id}`)
  return row
}

/** What those who answer disputes are told of one. */
export interface DisputeToAnswer extends DisputeAddress {
  readonly orderNumber: string
  /** Of the market that sold. */
  readonly timeZone: string
  readonly reason: string
  readonly amount: bigint
  readonly currency: CurrencyCode
  readonly dueAt: Date | null
}

export async function findDisputeToAnswer(reader: Reader, id: string): Promise<DisputeToAnswer | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await reader.rows(sql<DisputeToAnswer>`
    SELECT d.id, d.payment_id AS "paymentId", d.order_id AS "orderId", d.provider, d.provider_dispute_id AS "providerDisputeId",
      coalesce(o.number::text, '') AS "orderNumber", coalesce(m.time_zone, 'UTC') AS "timeZone",
      d.reason, d.amount, d.currency, d.due_at AS "dueAt"
    FROM payments.dispute d LEFT JOIN orders.pub_order o ON o.order_uuid = d.order_id
    LEFT JOIN organisation.pub_market m ON m.code = o.market_code WHERE d.id = ${id}`)
  return row
}

/** The payment that a provider calls so. */
export async function findPaymentNamed(
  reader: Reader,
  provider: string,
  providerPaymentId: string,
): Promise<string | undefined> {
  const [row] = await reader.rows(sql<{ id: string }>`
    SELECT id FROM payments.payment WHERE provider = ${provider} AND provider_payment_id = ${providerPaymentId}`)
  return row?.id
}

/** Those that wait and of which nobody asked since an instant, the longest ago first. */
export function listUnseenDisputes(
  reader: Reader,
  before: Date,
  limit: number,
): Promise<Pick<DisputeAddress, 'provider' | 'providerDisputeId'>[]> {
  return reader.rows(sql<Pick<DisputeAddress, 'provider' | 'providerDisputeId'>>`
    SELECT d.provider, d.provider_dispute_id AS "providerDisputeId"
    FROM payments.dispute_look l JOIN payments.dispute d ON d.id = l.dispute_id
    WHERE d.state IN ('needs_response', 'under_review') AND l.looked_at < ${before} ORDER BY l.looked_at, d.id LIMIT ${limit}`)
}

/** Which of a provider's disputes we have never heard of. */
export async function listUnknownDisputes(
  reader: Reader,
  provider: string,
  providerDisputeIds: readonly string[],
): Promise<string[]> {
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT t.id FROM unnest(${providerDisputeIds}::text[]) t (id)
    WHERE NOT EXISTS (SELECT 1 FROM payments.dispute d WHERE d.provider = ${provider} AND d.provider_dispute_id = t.id)`)
  return rows.map(({ id }) => id)
}

export interface AnswerToSend extends DisputeAddress {
  readonly answerId: string
  readonly kind: 'evidence' | 'acceptance'
  readonly texts: EvidenceTexts
  readonly files: readonly KeptFile[]
  readonly state: 'wanted' | 'sent' | 'failed'
}

export async function findAnswer(reader: Reader, answerId: string): Promise<AnswerToSend | undefined> {
  if (!isUuid(answerId)) return undefined
  const [row] = await reader.rows(sql<AnswerToSend>`
    SELECT a.id AS "answerId", a.kind, a.texts, a.files, a.state, d.id, d.payment_id AS "paymentId", d.order_id AS "orderId", d.provider,
      d.provider_dispute_id AS "providerDisputeId"
    FROM payments.dispute_answer a JOIN payments.dispute d ON d.id = a.dispute_id WHERE a.id = ${answerId}`)
  return row
}

export const disputePlace: PlaceOf = async (reader, { id }) =>
  reader.row(sql<{ market: string }>`
    SELECT o.market_code AS market FROM payments.dispute d JOIN orders.pub_order o ON o.order_uuid = d.order_id WHERE d.id = ${id}`)

export async function disputeExists(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return isUuid(id) && (await reader.row(sql`SELECT 1 FROM payments.dispute WHERE id = ${id}`)) !== undefined
}

export async function disputeTitles(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; title: string }>`
    SELECT d.id, '#' || o.number || ' · ' || to_char(d.opened_at, 'YYYY-MM-DD') AS title
    FROM payments.dispute d JOIN orders.pub_order o ON o.order_uuid = d.order_id WHERE d.id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** What was disputed of an order. */
export const disputesOfOrder: RelatedSource = {
  name: 'disputes',
  permission: 'payments:read',
  find: async (reader, { id, limit }) =>
    (
      await reader.rows(sql<{ id: string }>`
        SELECT id FROM payments.dispute WHERE order_id = ${id} ORDER BY opened_at DESC, id LIMIT ${limit}`)
    ).map((row) => ({ type: 'dispute', id: row.id })),
}

/** Its order, which is called and opened as orders are. */
export const orderOfDispute: RelatedSource = {
  name: 'order',
  permission: 'orders:read',
  find: async (reader, { id }) =>
    (await reader.rows(sql<{ order_id: string }>`SELECT order_id FROM payments.dispute WHERE id = ${id}`)).map(
      ({ order_id }) => ({ type: 'order', id: order_id }),
    ),
}
