import type { Database } from '../../../host/database/pool.ts'
import { sql, trusted } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok } from '../../../kernel/result.ts'
import type { Booking, Reason } from '../domain/match-line.ts'
import type { LineKind } from '../domain/payout.ts'
import { refusals } from '../domain/refusals.ts'
import { payoutSelect, presentPayout, type PayoutRow } from './payouts-list.ts'

export { BOOKINGS, REASONS } from '../domain/match-line.ts'
export { LINE_KINDS } from '../domain/payout.ts'

type Reader = Pick<Database, 'rows' | 'row'>

/** More lines than these are in the file alone. */
export const MOST_LINES = 500

interface LineRow {
  readonly id: string
  readonly provider_ref: string
  readonly kind: LineKind
  readonly amount: bigint
  readonly fee: bigint
  readonly currency: string
  readonly source_ref: string | null
  readonly description: string
  readonly at: Date
  readonly verdict: 'new' | 'matched' | 'booked' | 'unexplained' | 'explained'
  readonly reason: Reason | null
  readonly booked_as: Booking | 'movement' | null
  readonly words: string | null
  readonly explained_at: Date | null
  readonly order_id: string | null
  readonly order_number: string | null
}

/** A payout and its lines: those that nobody can explain first. */
export async function readPayout(reader: Reader, id: string) {
  if (!isUuid(id)) return refusals.payout_not_found()
  const row = await reader.row(sql<PayoutRow & { todo_id: string | null }>`
    SELECT ${trusted(payoutSelect)}, p.todo_id FROM payments.payout p WHERE p.id = ${id}`)
  if (!row) return refusals.payout_not_found()
  const lines = await reader.rows(sql<LineRow>`
    SELECT l.id, l.provider_ref, l.kind, l.amount, l.fee, l.currency, l.source_ref, l.description, l.at, l.verdict, l.reason,
      l.booked_as, l.words, l.explained_at, o.id AS order_id, o.number::text AS order_number
    FROM payments.payout_line l
    LEFT JOIN orders.pub_order o ON o.order_uuid = l.order_id
    WHERE l.payout_id = ${id} ORDER BY l.verdict <> 'unexplained', l.at, l.id LIMIT ${MOST_LINES}`)
  return ok({ ...presentPayout(row), todoId: row.todo_id, lines: lines.map(presentLine) })
}

function presentLine(row: LineRow) {
  const inIts = (amount: bigint) => ({ amount: Number(amount), currency: row.currency })
  return {
    id: row.id,
    providerRef: row.provider_ref,
    kind: row.kind,
    amount: inIts(row.amount),
    fee: inIts(row.fee),
    net: inIts(row.amount - row.fee),
    sourceRef: row.source_ref,
    description: row.description,
    at: row.at.toISOString(),
    verdict: row.verdict,
    reason: row.reason,
    bookedAs: row.booked_as,
    words: row.words,
    explainedAt: row.explained_at?.toISOString() ?? null,
    order: row.order_id === null ? null : { id: row.order_id, number: row.order_number ?? '' },
  }
}

export async function payoutExists(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM payments.payout WHERE id = ${id}`)) !== undefined
}

/** As the provider and the bank call it. */
export async function payoutTitles(
  reader: Pick<Database, 'rows'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; title: string }>`
    SELECT id, provider_ref AS title FROM payments.payout WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, title }) => [id, title]))
}

export interface Clearing {
  readonly currency: string
  /** What the books say that providers hold for us. */
  readonly held: bigint
  readonly in_transit: bigint
  readonly unexplained: bigint
  /** Taken and not paid out yet; and of that, what was taken too long ago. */
  readonly awaited: bigint
  readonly late: bigint
  readonly late_payments: number
}

/** What stands where, by currency. */
export async function readClearing(reader: Reader, lateBefore: Date): Promise<Clearing[]> {
  return reader.rows(sql<Clearing>`
    SELECT b.*, coalesce(a.awaited, 0)::bigint AS awaited, coalesce(a.late, 0)::bigint AS late,
      coalesce(a.late_payments, 0) AS late_payments
    FROM (SELECT currency, coalesce(sum(balance) FILTER (WHERE code = 'payments_clearing'), 0)::bigint AS held,
        coalesce(sum(balance) FILTER (WHERE code = 'bank_in_transit'), 0)::bigint AS in_transit,
        coalesce(-sum(balance) FILTER (WHERE code = 'payouts_unexplained'), 0)::bigint AS unexplained
      FROM ledger.pub_balance WHERE code IN ('payments_clearing', 'bank_in_transit', 'payouts_unexplained') GROUP BY currency) b
    LEFT JOIN (SELECT currency, sum(amount) AS awaited, sum(amount) FILTER (WHERE captured_at < ${lateBefore}) AS late,
        count(*) FILTER (WHERE captured_at < ${lateBefore})::integer AS late_payments
      FROM payments.awaited_payout GROUP BY currency) a USING (currency)
    ORDER BY currency`)
}
