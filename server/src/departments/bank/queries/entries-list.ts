import { defineList } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'
import { ENTRY_STATES, type EntryState } from '../domain/decide-entry.ts'
import type { Doubt } from '../domain/match-entry.ts'
import { DOUBT_NOW } from './read-entries.ts'

interface Row {
  readonly id: string
  readonly booked_on: string
  readonly came: boolean
  readonly amount: bigint
  readonly currency: string
  readonly party_name: string
  readonly party_iban_ends_on: string
  readonly remittance: string
  readonly structured_reference: string
  readonly state: EntryState
  readonly order_id: string | null
  readonly order_number: bigint | null
  readonly payout_id: string | null
  readonly proposed_order_id: string | null
  readonly proposed_number: bigint | null
  readonly proposed_because: Doubt | null
  readonly statement_id: string
}

/** What the bank booked, the newest first; a search finds who paid, and what they wrote. */
export const entriesList = defineList({
  name: 'bank-entries',
  namespace: 'bank',
  columns: {
    bookedOn: { type: 'date', sql: 'e.booked_on', filter: ['is', 'from', 'to', 'last'], sort: true },
    party: { type: 'text' },
    remittance: { type: 'text' },
    state: { type: 'enum', sql: 'e.state', values: [...ENTRY_STATES], filter: ['is', 'not'] },
    came: { type: 'boolean', sql: 'e.came', filter: ['is'] },
    orderNumber: { type: 'text', nullable: true },
    proposedNumber: { type: 'text', nullable: true },
    amount: { type: 'money', sql: 'e.amount', filter: ['from', 'to'], sort: true },
    statementId: { type: 'id', sql: 'e.statement_id', filter: ['is'], shown: false },
  },
  from: 'FROM bank.entry e',
  as: 'e',
  details:
    'LEFT JOIN orders.pub_order o ON o.order_uuid = e.order_id LEFT JOIN orders.pub_order q ON q.order_uuid = e.proposed_order_id',
  select: `e.id, e.booked_on, e.came, e.amount, e.currency, e.party_name, e.party_iban_ends_on, e.remittance, e.structured_reference,
    e.state, e.order_id, o.number AS order_number, e.payout_id, e.proposed_order_id, q.number AS proposed_number, ${DOUBT_NOW} AS proposed_because, e.statement_id`,
  keys: [{ sql: 'e.id', type: 'id' }],
  defaultSort: '-bookedOn',
  search: {
    ways: [
      (words) =>
        containing(
          "lower(e.party_name || ' ' || e.remittance || ' ' || e.structured_reference || ' ' || e.end_to_end_id)",
          words,
        ),
    ],
  },
  present: (row: Row) => ({
    id: row.id,
    bookedOn: row.booked_on,
    came: row.came,
    party: row.party_name,
    partyIbanEndsOn: row.party_iban_ends_on,
    remittance: row.structured_reference === '' ? row.remittance : row.structured_reference,
    state: row.state,
    orderId: row.order_id,
    orderNumber: row.order_number === null ? null : String(row.order_number),
    payoutId: row.payout_id,
    proposedOrderId: row.proposed_order_id,
    proposedNumber: row.proposed_number === null ? null : String(row.proposed_number),
    proposedBecause: row.proposed_because,
    // What went out stands below zero, as on paper.
    amount: { amount: Number(row.came ? row.amount : -row.amount), currency: row.currency },
    statementId: row.statement_id,
  }),
})
