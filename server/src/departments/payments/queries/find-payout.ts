import type { Database } from '../../../host/database/pool.ts'
import { sql, trusted } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { Booking, Movement, Reason } from '../domain/match-line.ts'
import type { LineKind, PayoutState } from '../domain/payout.ts'

type Reader = Pick<Database, 'rows' | 'row'>

export interface Payout {
  readonly id: string
  readonly provider: string
  readonly providerRef: string
  readonly entityId: string
  readonly timeZone: string
  readonly amount: bigint
  readonly currency: CurrencyCode
  readonly state: PayoutState
  readonly origin: 'provider' | 'file'
  readonly paidAt: Date
  readonly arrivesOn: LocalDate
  readonly lines: 'later' | 'reading' | 'whole'
  readonly readAfter: string | null
  readonly bookedAt: Date | null
  readonly returnedAt: Date | null
  readonly arrivedOn: LocalDate | null
  readonly todoId: string | null
}

const columns = `p.id, p.provider, p.provider_ref AS "providerRef", p.entity_id AS "entityId", e.time_zone AS "timeZone", p.amount,
  p.currency, p.state, p.origin, p.paid_at AS "paidAt", p.arrives_on::text AS "arrivesOn", p.lines, p.read_after AS "readAfter",
  p.booked_at AS "bookedAt", p.returned_at AS "returnedAt", p.arrived_on::text AS "arrivedOn", p.todo_id AS "todoId"`

export async function findPayout(reader: Reader, id: string): Promise<Payout | undefined> {
  if (!isUuid(id)) return undefined
  return reader.row(sql<Payout>`
    SELECT ${trusted(columns)} FROM payments.payout p JOIN organisation.pub_entity e ON e.id = p.entity_id::text WHERE p.id = ${id}`)
}

export interface Unread {
  readonly id: string
  readonly provider: string
  readonly providerRef: string
  readonly readAfter: string | null
}

/** Payouts of a provider whose lines are not all here. */
export async function listUnread(reader: Reader, provider: string): Promise<Unread[]> {
  return reader.rows(sql<Unread>`
    SELECT id, provider, provider_ref AS "providerRef", read_after AS "readAfter" FROM payments.payout
    WHERE provider = ${provider} AND lines = 'reading' AND origin = 'provider' ORDER BY paid_at, id`)
}

/** Those whose lines are here and not in the books, those that did not arrive after all, and those with something to explain. */
export async function listToBook(reader: Reader): Promise<string[]> {
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT id FROM payments.payout WHERE (lines = 'whole' AND booked_at IS NULL)
      OR (state IN ('failed', 'cancelled') AND booked_at IS NOT NULL AND returned_at IS NULL) OR unexplained_lines > 0
    ORDER BY paid_at, id`)
  return rows.map(({ id }) => id)
}

/** From when on a provider's payouts are asked for: states change for some weeks. */
export async function readPayoutsFrom(reader: Reader, provider: string, settlesInDays: number): Promise<Date> {
  const row = await reader.row(sql<{ at: Date | null }>`
    SELECT max(paid_at) - make_interval(days => ${settlesInDays}) AS at FROM payments.payout
    WHERE provider = ${provider} AND origin = 'provider'`)
  return row?.at ?? new Date(0)
}

export interface PayoutLine {
  readonly id: string
  readonly payoutId: string
  readonly providerRef: string
  readonly kind: LineKind
  readonly amount: bigint
  readonly fee: bigint
  readonly currency: CurrencyCode
  readonly sourceRef: string | null
  readonly paymentRef: string | null
  readonly rate: string | null
  readonly description: string
  readonly at: Date
  readonly verdict: 'new' | 'matched' | 'booked' | 'unexplained' | 'explained'
  readonly reason: Reason | null
  readonly movementId: string | null
  readonly entityId: string | null
  readonly bookedAs: Booking | 'movement' | null
}

const lineColumns = `l.id, l.payout_id AS "payoutId", l.provider_ref AS "providerRef", l.kind, l.amount, l.fee, l.currency,
  l.source_ref AS "sourceRef", l.payment_ref AS "paymentRef", l.rate, l.description, l.at, l.verdict, l.reason,
  l.movement_id AS "movementId", l.entity_id AS "entityId", l.booked_as AS "bookedAs"`

export async function listPayoutLines(reader: Reader, payoutId: string): Promise<PayoutLine[]> {
  return reader.rows(sql<PayoutLine>`
    SELECT ${trusted(lineColumns)} FROM payments.payout_line l WHERE l.payout_id = ${payoutId} ORDER BY l.at, l.id`)
}

export async function findPayoutLine(reader: Reader, id: string): Promise<PayoutLine | undefined> {
  if (!isUuid(id)) return undefined
  return reader.row(sql<PayoutLine>`SELECT ${trusted(lineColumns)} FROM payments.payout_line l WHERE l.id = ${id}`)
}

const movementColumns = `e.id, p.id AS "paymentId", p.order_id AS "orderId", p.entity_id AS "entityId", e.kind,
  e.provider_ref AS "providerRef", p.provider_payment_id AS "providerPaymentId", e.amount, 0::bigint AS fee, e.currency,
  EXISTS (SELECT 1 FROM payments.payout_line l WHERE l.movement_id = e.id) AS taken`

/** Movements that one of these lines may be: by the provider's name of it, or of its payment. */
export async function listMovements(
  reader: Reader,
  provider: string,
  lines: readonly Pick<PayoutLine, 'sourceRef' | 'paymentRef'>[],
): Promise<Movement[]> {
  const sources = lines.flatMap(({ sourceRef }) => (sourceRef === null ? [] : [sourceRef]))
  const payments = lines.flatMap(({ paymentRef }) => (paymentRef === null ? [] : [paymentRef]))
  return reader.rows(sql<Movement>`
    SELECT ${trusted(movementColumns)} FROM payments.event e JOIN payments.payment p ON p.id = e.payment_id
    WHERE split_part(e.provider_ref, ' ', 1) = ANY(${sources}::text[]) AND e.kind IN ('capture', 'refund') AND p.provider = ${provider}
    UNION
    SELECT ${trusted(movementColumns)} FROM payments.payment p JOIN payments.event e ON e.payment_id = p.id
    WHERE p.provider = ${provider} AND p.provider_payment_id = ANY(${payments}::text[]) AND e.kind IN ('capture', 'refund')`)
}

/** What disputes took and gave back, by the provider's names of the lines of its balance. */
export async function listDisputeMovements(
  reader: Reader,
  provider: string,
  lineRefs: readonly string[],
): Promise<Movement[]> {
  return reader.rows(sql<Movement>`
    SELECT m.id, d.payment_id AS "paymentId", d.order_id AS "orderId", d.entity_id AS "entityId", 'dispute' AS kind,
      m.provider_ref AS "providerRef", NULL AS "providerPaymentId", m.amount, m.fee, m.currency,
      EXISTS (SELECT 1 FROM payments.payout_line l WHERE l.movement_id = m.id) AS taken
    FROM payments.dispute d JOIN payments.dispute_movement m ON m.dispute_id = d.id
    WHERE d.provider = ${provider} AND m.provider_ref = ANY(${lineRefs}::text[])`)
}

/** Movements of an order at a provider that nobody paid out yet: from which a person chooses. */
export async function listMovementsOfOrder(
  reader: Reader,
  { provider, orderNumber }: { readonly provider: string; readonly orderNumber: bigint },
): Promise<Movement[]> {
  return reader.rows(sql<Movement>`
    SELECT ${trusted(movementColumns)} FROM orders.pub_order o JOIN payments.payment p ON p.order_id = o.order_uuid
    JOIN payments.event e ON e.payment_id = p.id
    WHERE o.number = ${orderNumber} AND p.provider = ${provider} AND e.kind IN ('capture', 'refund') ORDER BY e.at, e.id`)
}

export async function findMovement(reader: Reader, id: string): Promise<(Movement & { provider: string }) | undefined> {
  if (!isUuid(id)) return undefined
  return reader.row(sql<Movement & { provider: string }>`
    SELECT ${trusted(movementColumns)}, p.provider FROM payments.event e JOIN payments.payment p ON p.id = e.payment_id
    WHERE e.id = ${id} AND e.kind IN ('capture', 'refund')`)
}

/** Payouts on their way to the bank of just this sum. */
export async function listOnTheirWay(
  reader: Reader,
  { amount, currency }: { readonly amount: bigint; readonly currency: string },
): Promise<
  { id: string; provider: string; providerRef: string; arrivesOn: LocalDate; statementText: string | null }[]
> {
  return reader.rows(sql<{
    id: string
    provider: string
    providerRef: string
    arrivesOn: LocalDate
    statementText: string | null
  }>`
    SELECT id, provider, provider_ref AS "providerRef", arrives_on::text AS "arrivesOn", statement_text AS "statementText" FROM payments.payout
    WHERE currency = ${currency} AND amount = ${amount} AND booked_at IS NOT NULL AND arrived_on IS NULL AND returned_at IS NULL
    ORDER BY arrives_on, id`)
}

export async function findPayoutByRef(
  reader: Reader,
  provider: string,
  providerRef: string,
): Promise<string | undefined> {
  const row = await reader.row(sql<{ id: string }>`
    SELECT id FROM payments.payout WHERE provider = ${provider} AND provider_ref = ${providerRef}`)
  return row?.id
}
