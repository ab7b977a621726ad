import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql, type Fragment } from '../../../host/database/sql.ts'

type Reader = Pick<Database, 'rows'>

/** A refund that a person is to send, and where to, as far as the house knows. */
export interface RefundToSend {
  readonly refundId: string
  readonly orderId: string
  readonly orderNumber: string
  /** Whole cents of euro. */
  readonly amount: bigint
  readonly name: string
  readonly ibanEndsOn: string
  /** Of the mandate, else of the transfer that paid the order. Null where neither is known. */
  readonly mandateIban: string | null
  readonly entryIban: string | null
}

const MOST = 1_000

/** What no file holds yet, the oldest first. */
export function listRefundsToSend(reader: Reader): Promise<RefundToSend[]> {
  return reader.rows(sql<RefundToSend>`
    SELECT r.refund_uuid AS "refundId", r.order_uuid AS "orderId", o.number::text AS "orderNumber", r.amount, coalesce(m.holder, e.party_name, '') AS name,
      coalesce(m.iban_ends_on, e.party_iban_ends_on, '') AS "ibanEndsOn", m.iban_sealed AS "mandateIban", e.party_iban_sealed AS "entryIban"
    FROM payments.pub_refund_to_transfer r JOIN orders.pub_order o ON o.order_uuid = r.order_uuid
    LEFT JOIN LATERAL (SELECT holder, iban_sealed, iban_ends_on FROM bank.mandate
      WHERE order_id = r.order_uuid AND iban_sealed IS NOT NULL ORDER BY signed_at DESC LIMIT 1) m ON true
    LEFT JOIN LATERAL (SELECT party_name, party_iban_sealed, party_iban_ends_on FROM bank.entry
      WHERE order_id = r.order_uuid AND came AND party_iban_sealed IS NOT NULL ORDER BY booked_on DESC, id DESC LIMIT 1) e ON m.holder IS NULL
    WHERE r.currency = 'EUR' AND NOT EXISTS (SELECT 1 FROM bank.transfer t WHERE t.refund_id = r.refund_uuid AND t.state <> 'dropped')
    ORDER BY r.wanted_at, r.refund_uuid LIMIT ${MOST}`)
}

export interface Transfer {
  readonly id: string
  readonly refundId: string
  readonly orderId: string
  readonly runId: string
  readonly amount: bigint
  readonly name: string
  readonly ibanSealed: string | null
  readonly remittance: string
  readonly endToEndId: string
  readonly batch: string
  readonly state: 'in_run' | 'paid' | 'dropped'
  /** Nobody said meanwhile that it was sent otherwise. */
  readonly wanted: boolean
}

const read = (reader: Reader, which: Fragment): Promise<Transfer[]> =>
  reader.rows(sql<Transfer>`
    SELECT t.id, t.refund_id AS "refundId", t.order_id AS "orderId", t.run_id AS "runId", t.amount, t.name, t.iban_sealed AS "ibanSealed",
      t.remittance, t.end_to_end_id AS "endToEndId", t.batch, t.state,
      EXISTS (SELECT 1 FROM payments.pub_refund_to_transfer r WHERE r.refund_uuid = t.refund_id) AS wanted
    FROM bank.transfer t ${which} ORDER BY t.end_to_end_id`)

export const listTransfersOfRun = (reader: Reader, runId: string): Promise<Transfer[]> =>
  read(reader, fragment`WHERE t.run_id = ${runId} AND t.state <> 'dropped'`)

/** What money that went out may be: of this name, or of this file. */
export const listTransfersNamed = (
  reader: Reader,
  { endToEndId, batch }: { readonly endToEndId: string; readonly batch: string },
): Promise<Transfer[]> =>
  read(
    reader,
    fragment`WHERE t.state = 'in_run' AND t.id IN (
    SELECT id FROM bank.transfer WHERE end_to_end_id = ${endToEndId} UNION SELECT id FROM bank.transfer WHERE batch = ${batch})`,
  )
