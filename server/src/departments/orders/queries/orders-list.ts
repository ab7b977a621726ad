import { defineList } from '../../../host/lists/define-list.ts'
import { DISPATCHES, type Dispatch, type OrderState } from '../domain/order.ts'
import { HOLD_KINDS, type HoldKind } from '../domain/hold-rule.ts'
import type { Tag } from './tags.ts'
import { alongSku, heldAs, waysToOrders, withSku, withTag } from './ways-to-orders.ts'

export interface OrderSummary {
  readonly id: string
  readonly number: string
  readonly placedAt: string
  readonly name: string
  readonly email: string
  readonly state: OrderState
  readonly dispatch: Dispatch | null
  readonly market: string
  readonly itemCount: number
  readonly total: { amount: number; currency: string }
  /** Where `total` is but a deposit: what is paid once the goods are there; null as soon as it was, or where nothing waits. */
  readonly rest: { amount: number; currency: string } | null
}

export interface SummaryRow {
  readonly id: string
  readonly number: bigint
  readonly placed_at: Date
  readonly name: string
  readonly email: string
  readonly state: OrderState
  readonly dispatch: Dispatch | null
  readonly market_code: string
  readonly item_count: number
  readonly total: bigint
  readonly currency: string
  readonly rest?: bigint | null
}

/** What a deposit leaves to be paid of a living order (ADR 0015); `o` is the order. */
export const restOfOrder = `CASE WHEN o.state IN ('awaiting_payment', 'paid') THEN (SELECT d.later FROM orders.deferral d WHERE d.order_id = o.id
    AND NOT EXISTS (SELECT 1 FROM orders.balance b WHERE b.order_id = d.order_id AND b.kind = 'rest' AND b.ended_at IS NOT NULL)) END AS rest`

/** An order among others, with what people hung on it. */
export interface ListedOrder extends OrderSummary {
  readonly tags: readonly Tag[]
  /** The gravest reason why it waits. */
  readonly held: HoldKind | null
}

type ListedRow = SummaryRow & Pick<ListedOrder, 'tags' | 'held'>

/** Orders, newest first; a search finds a number, a SKU, a tracking number, a name or an e-mail address. */
export const ordersList = defineList<ListedRow, ListedOrder>({
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
    dispatch: { type: 'enum', sql: 'o.dispatch', values: [...DISPATCHES], filter: ['is'], nullable: true },
    market: { type: 'text', sql: 'o.market_code', filter: ['is'] },
    itemCount: { type: 'integer' },
    total: { type: 'money', sql: 'o.total', filter: ['from', 'to'], sort: true },
    rest: { type: 'money', nullable: true },
    held: { type: 'enum', values: HOLD_KINDS, filter: ['is'], where: heldAs, nullable: true },
    tags: { type: 'text' },
    tag: { type: 'id', filter: ['is'], where: withTag, shown: false },
    sku: { type: 'text', filter: ['is'], where: withSku, walk: alongSku, shown: false },
    customerId: { type: 'id', sql: 'o.customer_id', filter: ['is'], shown: false },
  },
  from: 'FROM orders.sales_order o',
  as: 'o',
  select: `o.id, o.number, o.placed_at, o.name, o.email, o.state, o.dispatch, o.market_code, o.item_count, o.total, o.currency, ${restOfOrder},
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'colour', t.colour) ORDER BY lower(t.name)), '[]')
      FROM orders.order_tag ot JOIN orders.tag t ON t.id = ot.tag_id WHERE ot.order_id = o.id) AS tags,
    (SELECT h.kind FROM orders.hold h WHERE h.order_id = o.id AND h.released_at IS NULL
      ORDER BY array_position(ARRAY['fraud', 'address', 'stock', 'manual'], h.kind) LIMIT 1) AS held`,
  keys: [{ sql: 'o.id', type: 'id' }],
  defaultSort: '-placedAt',
  scope: { market: 'o.market_code' },
  search: { ways: waysToOrders },
  shorthands: { state: { column: 'state' }, customerId: { column: 'customerId' } },
  present: (row) => ({ ...toSummary(row), tags: row.tags, held: row.held }),
})

export function toSummary(row: SummaryRow): OrderSummary {
  return {
    id: row.id,
    number: String(row.number),
    placedAt: row.placed_at.toISOString(),
    name: row.name,
    email: row.email,
    state: row.state,
    dispatch: row.dispatch,
    market: row.market_code,
    itemCount: row.item_count,
    total: { amount: Number(row.total), currency: row.currency },
    rest: row.rest ? { amount: Number(row.rest), currency: row.currency } : null,
  }
}
