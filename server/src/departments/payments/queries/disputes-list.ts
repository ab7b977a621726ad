import { defineList } from '../../../host/lists/define-list.ts'
import { DISPUTE_REASONS, DISPUTE_STATES, type DisputeReason, type DisputeState } from '../domain/dispute.ts'

export interface DisputeRow {
  readonly id: string
  readonly order_id: string
  readonly order_number: string | null
  readonly provider_dispute_id: string
  readonly inquiry: boolean
  readonly reason: DisputeReason
  readonly amount: bigint
  readonly currency: string
  readonly state: DisputeState
  readonly due_at: Date | null
  readonly owner_name: string | null
  readonly opened_at: Date
}

export const disputeSelect = `d.id, d.order_id, d.provider_dispute_id, d.inquiry, d.reason, d.amount, d.currency, d.state, d.due_at, d.owner_name,
  d.opened_at`

/** Disputes, the newest first. */
export const disputesList = defineList({
  name: 'disputes',
  namespace: 'payments',
  columns: {
    orderNumber: { type: 'text', nullable: true },
    state: { type: 'enum', sql: 'd.state', values: DISPUTE_STATES, filter: ['is', 'not'] },
    reason: { type: 'enum', sql: 'd.reason', values: DISPUTE_REASONS, filter: ['is'] },
    amount: { type: 'money', sql: 'd.amount', filter: ['from', 'to'], sort: true },
    dueAt: { type: 'instant', sql: 'd.due_at', filter: ['from', 'to'], sort: true, nullable: true },
    owner: { type: 'text', nullable: true },
    openedAt: { type: 'instant', sql: 'd.opened_at', filter: ['from', 'to', 'last'], sort: true },
    inquiry: { type: 'boolean' },
    providerRef: { type: 'text' },
    orderId: { type: 'id', sql: 'd.order_id', filter: ['is'], shown: false },
  },
  from: 'FROM payments.dispute d',
  as: 'd',
  select: `${disputeSelect}, o.number::text AS order_number`,
  details: 'LEFT JOIN orders.pub_order o ON o.order_uuid = d.order_id',
  keys: [{ sql: 'd.id', type: 'id' }],
  defaultSort: '-openedAt',
  scope: { market: 'd.market_code' },
  present: presentDispute,
})

export function presentDispute(row: DisputeRow) {
  return {
    id: row.id,
    orderId: row.order_id,
    orderNumber: row.order_number,
    providerRef: row.provider_dispute_id,
    inquiry: row.inquiry,
    reason: row.reason,
    amount: { amount: Number(row.amount), currency: row.currency },
    state: row.state,
    dueAt: row.due_at?.toISOString() ?? null,
    owner: row.owner_name,
    openedAt: row.opened_at.toISOString(),
  }
}
