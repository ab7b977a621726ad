import { defineList } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'
import { STATES, type WithdrawalState } from '../domain/statement.ts'

interface Row {
  readonly id: string
  readonly number: bigint
  readonly name: string
  readonly email: string
  readonly order_typed: string
  readonly order_id: string | null
  readonly state: WithdrawalState
  readonly market_code: string
  readonly received_at: Date
  readonly refund_by: string
}

/** Withdrawals, the newest first; a search finds the order that was named, a name or an address. */
export const withdrawalsList = defineList({
  name: 'withdrawals',
  namespace: 'returns',
  columns: {
    number: { type: 'text' },
    name: { type: 'text' },
    order: { type: 'text' },
    state: { type: 'enum', sql: 'w.state', values: [...STATES], filter: ['is', 'not'] },
    receivedAt: { type: 'instant', sql: 'w.received_at', filter: ['from', 'to', 'last'], sort: true },
    refundBy: { type: 'date', sql: 'w.refund_by', filter: ['from', 'to'], sort: true },
    market: { type: 'text', sql: 'w.market_code', filter: ['is'] },
  },
  from: 'FROM returns.withdrawal w',
  as: 'w',
  select:
    'w.id, w.number, w.name, w.email, w.order_typed, w.order_id, w.state, w.market_code, w.received_at, w.refund_by',
  keys: [{ sql: 'w.id', type: 'id' }],
  defaultSort: '-receivedAt',
  scope: { market: 'w.market_code' },
  search: { ways: [(words) => containing("lower(w.order_typed || ' ' || w.name || ' ' || w.email)", words)] },
  present: (row: Row) => ({
    id: row.id,
    number: `W-${row.number}`,
    name: row.name,
    order: row.order_typed,
    orderId: row.order_id,
    state: row.state,
    receivedAt: row.received_at.toISOString(),
    refundBy: row.refund_by,
    market: row.market_code,
  }),
})
