import { defineList } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'
import { DEBIT_STATES, type DebitState } from './read-debits.ts'

interface Row {
  readonly id: string
  readonly order_id: string
  readonly order_number: bigint
  readonly holder: string
  readonly iban_ends_on: string
  readonly reference: string
  readonly due_on: string
  readonly state: DebitState
  readonly reason: string | null
  readonly attempt: number
  readonly run_id: string | null
  readonly amount: bigint
  readonly currency: string
}

/** What is collected from accounts, the latest day first; a search finds who pays, and the mandate. */
export const debitsList = defineList({
  name: 'direct-debits',
  namespace: 'bank',
  columns: {
    dueOn: { type: 'date', sql: 'd.due_on', filter: ['is', 'from', 'to', 'last'], sort: true },
    holder: { type: 'text' },
    reference: { type: 'text' },
    orderNumber: { type: 'text' },
    state: { type: 'enum', sql: 'd.state', values: [...DEBIT_STATES], filter: ['is', 'not'] },
    reason: { type: 'text', nullable: true },
    amount: { type: 'money', sql: 'd.amount', filter: ['from', 'to'], sort: true },
    runId: { type: 'id', sql: 'd.run_id', filter: ['is'], shown: false, nullable: true },
  },
  from: 'FROM bank.direct_debit d',
  as: 'd',
  details: 'JOIN bank.mandate m ON m.id = d.mandate_id JOIN orders.pub_order o ON o.order_uuid = d.order_id',
  select: `d.id, d.order_id, o.number AS order_number, m.holder, m.iban_ends_on, m.reference, d.due_on, d.state, d.reason, d.attempt, d.run_id,
    d.amount, d.currency`,
  keys: [{ sql: 'd.id', type: 'id' }],
  defaultSort: '-dueOn',
  search: {
    ways: [(words) => containing('d.words', words)],
  },
  present: (row: Row) => ({
    id: row.id,
    orderId: row.order_id,
    orderNumber: String(row.order_number),
    holder: row.holder,
    ibanEndsOn: row.iban_ends_on,
    reference: row.reference,
    dueOn: row.due_on,
    state: row.state,
    reason: row.reason,
    attempt: row.attempt,
    runId: row.run_id,
    amount: { amount: Number(row.amount), currency: row.currency },
  }),
})
