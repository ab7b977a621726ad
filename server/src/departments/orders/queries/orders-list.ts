import { fragment } from '../../../host/database/sql.ts'
import { defineList } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'
import type { OrderState } from '../domain/order.ts'

export interface OrderSummary {
  readonly id: string
  readonly number: string
  readonly placedAt: string
  readonly name: string
  readonly email: string
  readonly state: OrderState
  readonly market: string
  readonly itemCount: number
  readonly total: { amount: number; currency: string }
}

export interface SummaryRow {
  readonly id: string
  readonly number: bigint
  readonly placed_at: Date
  readonly name: string
  readonly email: string
  readonly state: OrderState
  readonly market_code: string
  readonly item_count: number
  readonly total: bigint
  readonly currency: string
}

/** Orders, newest first; a search finds a number, a name or an e-mail address. */
export const ordersList = defineList<SummaryRow, OrderSummary>({
  name: 'orders',
  namespace: 'orders',
  columns: {
    number: { type: 'integer', sql: 'o.number', filter: ['is'], sort: true },
    placedAt: { type: 'instant', sql: 'o.placed_at', filter: ['from', 'to', 'last'], sort: true },
    name: { type: 'text', sql: 'lower(o.name)', sort: true },
    email: { type: 'text' },
    state: {
      type: 'enum',
      sql: 'o.state',
      values: ['awaiting_payment', 'paid', 'cancelled', 'expired'],
      filter: ['is', 'not'],
    },
    market: { type: 'text', sql: 'o.market_code', filter: ['is'] },
    itemCount: { type: 'integer' },
    total: { type: 'money', sql: 'o.total', filter: ['from', 'to'], sort: true },
    customerId: { type: 'id', sql: 'o.customer_id', filter: ['is'], shown: false },
  },
  from: 'FROM orders.sales_order o',
  as: 'o',
  select: 'o.id, o.number, o.placed_at, o.name, o.email, o.state, o.market_code, o.item_count, o.total, o.currency',
  keys: [{ sql: 'o.id', type: 'id' }],
  defaultSort: '-placedAt',
  scope: { market: 'o.market_code' },
  search: {
    ways: [
      (words) =>
        /^#?\d{4,15}$/.test(words)
          ? fragment`o.number = ${BigInt(words.replace('#', ''))}`
          : containing("lower(o.name || ' ' || o.email)", words),
    ],
  },
  shorthands: { state: { column: 'state' }, customerId: { column: 'customerId' } },
  present: toSummary,
})

export function toSummary(row: SummaryRow): OrderSummary {
  return {
    id: row.id,
    number: String(row.number),
    placedAt: row.placed_at.toISOString(),
    name: row.name,
    email: row.email,
    state: row.state,
    market: row.market_code,
    itemCount: row.item_count,
    total: { amount: Number(row.total), currency: row.currency },
  }
}
