import type { Database } from '../../../host/database/pool.ts'
import { sql, trusted } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { money, type Money } from '../../../kernel/money.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { EntryState } from '../domain/decide-entry.ts'
import type { Doubt } from '../domain/match-entry.ts'

type Reader = Pick<Database, 'rows'>

export interface Entry {
  readonly id: string
  readonly statementId: string
  readonly came: boolean
  readonly amount: Money
  readonly bookedOn: LocalDate
  readonly valueOn: LocalDate | null
  readonly bankReference: string
  readonly endToEndId: string
  readonly mandateReference: string
  readonly paymentBatch: string
  readonly structuredReference: string
  readonly remittance: string
  readonly partyName: string
  /** The last four of it; empty where the bank did not say. */
  readonly partyIbanEndsOn: string
  /** Where the whole of it lies sealed; null where the bank did not say, or it was forgotten. */
  readonly partyIbanSealed: string | null
  readonly returnReason: string | null
  readonly state: EntryState
  readonly orderId: string | null
  readonly orderNumber: string | null
  readonly payoutId: string | null
  readonly proposedOrderId: string | null
  readonly proposedNumber: string | null
  readonly proposedBecause: Doubt | null
}

type Row = Omit<Entry, 'amount' | 'orderNumber' | 'proposedNumber'> & {
  readonly minor: bigint
  readonly currency: string
  readonly orderNumber: bigint | null
  readonly proposedNumber: bigint | null
}

/** Why it is only proposed, as it is now: an order (`q`) that was paid or ended since then waits for nothing any more. */
export const DOUBT_NOW = `CASE WHEN q.state <> 'awaiting_payment' THEN 'not_awaited' ELSE e.proposed_because END`

export async function readEntry(reader: Reader, id: string): Promise<Entry | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await reader.rows(sql<Row>`
    SELECT e.id, e.statement_id AS "statementId", e.came, e.amount AS minor, e.currency, e.booked_on AS "bookedOn", e.value_on AS "valueOn",
      e.bank_reference AS "bankReference", e.end_to_end_id AS "endToEndId", e.mandate_reference AS "mandateReference",
      e.payment_batch AS "paymentBatch", e.structured_reference AS "structuredReference", e.remittance, e.party_name AS "partyName",
      e.party_iban_ends_on AS "partyIbanEndsOn", e.party_iban_sealed AS "partyIbanSealed", e.return_reason AS "returnReason", e.state, e.order_id AS "orderId",
      o.number AS "orderNumber", e.payout_id AS "payoutId", e.proposed_order_id AS "proposedOrderId", q.number AS "proposedNumber",
      ${trusted(DOUBT_NOW)} AS "proposedBecause"
    FROM bank.entry e LEFT JOIN orders.pub_order o ON o.order_uuid = e.order_id
    LEFT JOIN orders.pub_order q ON q.order_uuid = e.proposed_order_id WHERE e.id = ${id}`)
  if (!row) return undefined
  const { minor, currency, orderNumber, proposedNumber, ...rest } = row
  return {
    ...rest,
    amount: money(minor, currency),
    orderNumber: orderNumber === null ? null : String(orderNumber),
    proposedNumber: proposedNumber === null ? null : String(proposedNumber),
  }
}

export interface EntryDecision {
  readonly decision: 'booked' | 'dismissed'
  readonly note: string
  readonly actor: string
  readonly at: Date
}

export function listDecisions(reader: Reader, entryId: string): Promise<EntryDecision[]> {
  return reader.rows(sql<EntryDecision>`
    SELECT decision, note, actor, at FROM bank.entry_decision WHERE entry_id = ${entryId} ORDER BY at, id`)
}

/** What of these statements nobody said anything about, in the order of the bank. */
export async function listOpenEntries(reader: Reader, statementIds: readonly string[]): Promise<string[]> {
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT id FROM bank.entry WHERE statement_id = ANY(${statementIds}::uuid[]) AND state = 'open' ORDER BY id`)
  return rows.map(({ id }) => id)
}

export async function entryExists(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM bank.entry WHERE id = ${id}`)) !== undefined
}

/** An entry is called by who is on its other side and the bank's day; `·` where the bank does not say. */
export async function entryTitles(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; title: string }>`
    SELECT id, coalesce(nullif(party_name, ''), '·') || ' · ' || booked_on AS title FROM bank.entry WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** The order that an open entry with this number may be for: by a person's word. */
export async function findOrderNumbered(reader: Reader, number: string): Promise<string | undefined> {
  const [row] = await reader.rows(sql<{ id: string }>`SELECT id FROM orders.pub_order WHERE number = ${BigInt(number)}`)
  return row?.id
}
