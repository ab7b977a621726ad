import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql, trusted, type Fragment } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'

type Reader = Pick<Database, 'rows'>

export type DebitState = 'due' | 'in_run' | 'collected' | 'rejected' | 'returned' | 'cancelled'
export const DEBIT_STATES: readonly DebitState[] = ['due', 'in_run', 'collected', 'rejected', 'returned', 'cancelled']

/** One collection with the mandate under which it is. */
export interface Debit {
  readonly id: string
  readonly orderId: string
  readonly orderNumber: string
  readonly orderState: string
  readonly paymentId: string
  readonly attempt: number
  /** Whole cents of euro. */
  readonly amount: bigint
  /** What its payment still owes. */
  readonly owed: bigint
  readonly dueOn: LocalDate
  readonly state: DebitState
  readonly endToEndId: string
  readonly runId: string | null
  readonly batch: string | null
  readonly collectsOn: LocalDate | null
  readonly bookedOn: LocalDate | null
  readonly reason: string | null
  readonly fee: bigint
  readonly returnId: string | null
  readonly todoId: string | null
  /** Whether it was tried once more since. */
  readonly triedAgain: boolean
  readonly method: string
  readonly mandate: Mandate
}

export interface Mandate {
  readonly id: string
  readonly reference: string
  readonly kind: 'one_off' | 'recurring'
  readonly creditorId: string
  readonly creditorName: string
  readonly holder: string
  readonly ibanSealed: string | null
  readonly ibanEndsOn: string
  readonly text: string
  readonly device: string
  readonly signedAt: Date
  readonly signedOn: LocalDate
  readonly lastUsedOn: LocalDate | null
  readonly revokedAt: Date | null
  readonly revokedBecause: string | null
}

/** What is owed under a payment `p` whose order is `o`: what it waits for, or what came back of it. */
const OWED = `CASE o.state WHEN 'awaiting_payment' THEN p.lacking WHEN 'paid' THEN p.returned ELSE 0 END`

const SELECTED = `SELECT d.id, d.order_id AS "orderId", o.number::text AS "orderNumber", o.state AS "orderState", d.payment_id AS "paymentId",
  d.attempt, d.amount, ${OWED} AS owed, d.due_on AS "dueOn", d.state, d.end_to_end_id AS "endToEndId", d.run_id AS "runId", d.batch,
  d.collects_on AS "collectsOn", d.booked_on AS "bookedOn", d.reason, d.fee, d.return_id AS "returnId", d.todo_id AS "todoId",
  EXISTS (SELECT 1 FROM bank.direct_debit x WHERE x.payment_id = d.payment_id AND x.attempt > d.attempt) AS "triedAgain",
  m.method, m.id AS "mandateId", m.reference, m.kind, m.creditor_id AS "creditorId", m.creditor_name AS "creditorName", m.holder,
  m.iban_sealed AS "ibanSealed", m.iban_ends_on AS "ibanEndsOn", m.text, m.device, m.signed_at AS "signedAt", m.signed_on AS "signedOn",
  m.last_used_on AS "lastUsedOn", m.revoked_at AS "revokedAt", m.revoked_because AS "revokedBecause"
  FROM bank.direct_debit d JOIN bank.mandate m ON m.id = d.mandate_id JOIN payments.pub_debit_payment p ON p.payment_uuid = d.payment_id
  JOIN orders.pub_order o ON o.order_uuid = d.order_id`

type Row = Omit<Debit, 'mandate'> & Omit<Mandate, 'id'> & { readonly mandateId: string }

async function read(reader: Reader, which: Fragment): Promise<Debit[]> {
  const rows = await reader.rows(sql<Row>`${trusted(SELECTED)} ${which}`)
  return rows.map((row) => {
    const { mandateId, reference, kind, creditorId, creditorName, holder, ibanSealed, ibanEndsOn, text, ...rest } = row
    const { device, signedAt, signedOn, lastUsedOn, revokedAt, revokedBecause, ...debit } = rest
    const signed = { device, signedAt, signedOn, lastUsedOn, revokedAt, revokedBecause }
    const account = { holder, ibanSealed, ibanEndsOn }
    return {
      ...debit,
      mandate: { id: mandateId, reference, kind, creditorId, creditorName, ...account, text, ...signed },
    }
  })
}

export async function findDebit(reader: Reader, id: string): Promise<Debit | undefined> {
  return isUuid(id) ? (await read(reader, fragment`WHERE d.id = ${id}`))[0] : undefined
}

/** Of an order the first that waits or went, else the last that ended. */
export async function findDebitOfOrder(reader: Reader, orderId: string): Promise<Debit | undefined> {
  if (!isUuid(orderId)) return undefined
  return (
    await read(
      reader,
      fragment`WHERE d.order_id = ${orderId}
      ORDER BY d.state IN ('due', 'in_run') DESC, d.created_at DESC, d.id DESC LIMIT 1`,
    )
  )[0]
}

export const listDebitsOfRun = (reader: Reader, runId: string): Promise<Debit[]> =>
  read(reader, fragment`WHERE d.run_id = ${runId} ORDER BY d.batch, d.id`)

/** What a movement of the bank may be of: of this name, or of this group of a file. */
export const listDebitsNamed = (
  reader: Reader,
  { endToEndId, batch }: { readonly endToEndId: string; readonly batch: string },
): Promise<Debit[]> =>
  read(
    reader,
    fragment`WHERE d.id IN (
    SELECT id FROM bank.direct_debit WHERE end_to_end_id = ${endToEndId} UNION SELECT id FROM bank.direct_debit WHERE batch = ${batch})
    ORDER BY d.order_id, d.id`,
  )

const MOST_IN_A_RUN = 5_000

/** What can go into a run now, held until the transaction ends; what another run takes meanwhile is not among it. */
export const lockDebitsToCollect = (
  reader: Reader,
  { method, through }: { readonly method: string; readonly through: LocalDate },
): Promise<Debit[]> =>
  read(
    reader,
    fragment`WHERE d.state = 'due' AND d.due_on <= ${through} AND m.method = ${method} AND m.revoked_at IS NULL
    AND d.amount = ${trusted(OWED)} ORDER BY d.id LIMIT ${MOST_IN_A_RUN} FOR UPDATE OF d SKIP LOCKED`,
  )

/** What waits and is not right any more: another amount is owed, or none, or nothing may be collected under its mandate. */
export const listDebitsToMend = (reader: Reader, today: LocalDate): Promise<Debit[]> =>
  read(
    reader,
    fragment`WHERE d.state = 'due' AND (d.amount <> ${trusted(OWED)} OR m.revoked_at IS NOT NULL
    OR coalesce(m.last_used_on, m.signed_on) + interval '36 months' <= ${today}::date) ORDER BY d.id LIMIT 500`,
  )

export interface DueGroup {
  readonly method: string
  readonly dueOn: LocalDate
  readonly sequence: 'OOFF' | 'RCUR'
  readonly items: number
  readonly total: bigint
}

/** What waits to be collected, by way to pay, day and sequence, the earliest first. */
export function listDueGroups(reader: Reader): Promise<DueGroup[]> {
  return reader.rows(sql<DueGroup>`
    SELECT m.method, d.due_on AS "dueOn", CASE m.kind WHEN 'one_off' THEN 'OOFF' ELSE 'RCUR' END AS sequence,
      count(*)::int AS items, sum(d.amount)::bigint AS total
    FROM bank.direct_debit d JOIN bank.mandate m ON m.id = d.mandate_id WHERE d.state = 'due'
    GROUP BY 1, 2, 3 ORDER BY 2, 1, 3 LIMIT 200`)
}

export async function debitExists(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM bank.direct_debit WHERE id = ${id}`)) !== undefined
}

/** A collection is called by whose account it is, and the day. */
export async function debitTitles(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; title: string }>`
    SELECT d.id, m.holder || ' · ' || coalesce(d.collects_on, d.due_on) AS title
    FROM bank.direct_debit d JOIN bank.mandate m ON m.id = d.mandate_id WHERE d.id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, title }) => [id, title]))
}
