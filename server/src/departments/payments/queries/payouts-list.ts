import { defineList } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'
import { PAYOUT_STATES, type PayoutState } from '../domain/payout.ts'

export { PAYOUT_STATES } from '../domain/payout.ts'

export interface PayoutRow {
  readonly id: string
  readonly provider: string
  readonly provider_ref: string
  readonly state: PayoutState
  readonly origin: 'provider' | 'file'
  readonly paid_at: Date
  readonly arrives_on: string
  readonly arrived_on: string | null
  readonly bank_reference: string | null
  readonly currency: string
  readonly amount: bigint
  readonly gross: bigint
  readonly refunds: bigint
  readonly fees: bigint
  readonly others: bigint
  readonly unexplained: bigint
  readonly unexplained_lines: number
  readonly booked: boolean
  readonly came_back: boolean
}

export const payoutSelect = `p.id, p.provider, p.provider_ref, p.state, p.origin, p.paid_at, p.arrives_on::text, p.arrived_on::text,
  p.bank_reference, p.currency, p.amount, p.gross, p.refunds, p.fees, p.others, p.unexplained, p.unexplained_lines,
  p.booked_at IS NOT NULL AS booked, p.returned_at IS NOT NULL AS came_back`

/** What providers paid out, the newest first. */
export const payoutsList = defineList({
  name: 'payouts',
  namespace: 'payments',
  columns: {
    providerRef: { type: 'text', sql: 'p.provider_ref', filter: ['is'] },
    provider: { type: 'text', sql: 'p.provider', filter: ['is'] },
    state: { type: 'enum', sql: 'p.state', values: [...PAYOUT_STATES], filter: ['is', 'not'] },
    paidAt: { type: 'instant', sql: 'p.paid_at', filter: ['from', 'to', 'last'], sort: true },
    arrivesOn: { type: 'date', sql: 'p.arrives_on', filter: ['from', 'to'], sort: true },
    arrivedOn: { type: 'date', nullable: true },
    gross: { type: 'money' },
    refunds: { type: 'money' },
    fees: { type: 'money' },
    others: { type: 'money' },
    amount: { type: 'money', sql: 'p.amount', filter: ['from', 'to'], sort: true },
    unexplained: { type: 'money' },
    unexplainedLines: { type: 'integer', sql: 'p.unexplained_lines', filter: ['is', 'from', 'to'] },
  },
  from: 'FROM payments.payout p',
  as: 'p',
  select: payoutSelect,
  keys: [{ sql: 'p.id', type: 'id' }],
  defaultSort: '-paidAt',
  search: { ways: [(words) => containing("lower(p.provider_ref || ' ' || coalesce(p.bank_reference, ''))", words)] },
  present: presentPayout,
})

export function presentPayout(row: PayoutRow) {
  const inIts = (amount: bigint) => ({ amount: Number(amount), currency: row.currency })
  return {
    id: row.id,
    provider: row.provider,
    providerRef: row.provider_ref,
    state: row.state,
    origin: row.origin,
    paidAt: row.paid_at.toISOString(),
    arrivesOn: row.arrives_on,
    arrivedOn: row.arrived_on,
    bankReference: row.bank_reference,
    gross: inIts(row.gross),
    refunds: inIts(row.refunds),
    fees: inIts(row.fees),
    others: inIts(row.others),
    amount: inIts(row.amount),
    unexplained: inIts(row.unexplained),
    unexplainedLines: row.unexplained_lines,
    booked: row.booked,
    cameBack: row.came_back,
  }
}
