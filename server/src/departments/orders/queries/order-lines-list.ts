import { defineList, type Column } from '../../../host/lists/define-list.ts'
import { ordersList, type SummaryRow } from './orders-list.ts'

interface Row extends SummaryRow {
  readonly country: string
  readonly bill_to: string | null
  readonly sku: string
  readonly item: string
  readonly options: string
  readonly quantity: number
  readonly unit_price: bigint
  readonly line_net: bigint
  readonly line_tax: bigint
  readonly line_total: bigint
}

/** Who may see who buys: a file is taken away from where names are looked after. */
const PERSONAL = 'customers:read'

/** Filters are those of the list of orders, so that its lines are those of the orders that somebody looks at. */
const ofOrder: Readonly<Record<string, Column>> = Object.fromEntries(
  Object.entries(ordersList.columns).map(([key, column]) => [key, { ...column, shown: false }]),
)
const { number, placedAt, state, dispatch, market, name, sku } = ordersList.columns

/** What was sold, a line a row, as a file: the newest orders first. Shown nowhere, so its walk needs no index of its own. */
export const orderLinesList = defineList({
  name: 'order-lines',
  namespace: 'orders',
  columns: {
    ...ofOrder,
    ...(number && { number }),
    ...(placedAt && { placedAt }),
    ...(state && { state }),
    ...(dispatch && { dispatch }),
    ...(market && { market }),
    country: { type: 'text' },
    ...(name && { name: { ...name, permission: PERSONAL } }),
    email: { type: 'text', permission: PERSONAL },
    billTo: { type: 'text', permission: PERSONAL },
    sku: { ...sku, type: 'text', shown: true },
    item: { type: 'text' },
    options: { type: 'text' },
    quantity: { type: 'integer' },
    unitPrice: { type: 'money' },
    net: { type: 'money' },
    tax: { type: 'money' },
    lineTotal: { type: 'money' },
  },
  from: 'FROM orders.sales_order o JOIN orders.order_line l ON l.order_id = o.id',
  as: 'o',
  base: `o.id, o.number, o.placed_at, o.name, o.email, o.state, o.dispatch, o.market_code, o.country, o.currency, l.position, l.sku,
    l.name AS item, l.options, l.quantity, l.unit_price, l.net AS line_net, l.tax AS line_tax, l.total AS line_total`,
  select: `o.number, o.placed_at, o.name, o.email, o.state, o.dispatch, o.market_code, o.country, o.currency, o.sku, o.item, o.options,
    o.quantity, o.unit_price, o.line_net, o.line_tax, o.line_total,
    (SELECT concat_ws(', ', b.company, b.name, b.street, b.street2, concat_ws(' ', b.postcode, b.city), b.region, b.country)
      FROM orders.billing_address b WHERE b.order_id = o.id) AS bill_to`,
  keys: [
    { sql: 'o.id', type: 'id' },
    { sql: 'l.position', type: 'text' },
  ],
  defaultSort: ordersList.defaultSort,
  ...(ordersList.scope && { scope: ordersList.scope }),
  ...(ordersList.search && { search: ordersList.search }),
  ...(ordersList.shorthands && { shorthands: ordersList.shorthands }),
  present: (row: Row) => {
    const inCurrency = (amount: bigint) => ({ amount: Number(amount), currency: row.currency })
    return {
      number: String(row.number),
      placedAt: row.placed_at.toISOString(),
      state: row.state,
      dispatch: row.dispatch,
      market: row.market_code,
      country: row.country,
      name: row.name,
      email: row.email,
      billTo: row.bill_to,
      sku: row.sku,
      item: row.item,
      options: row.options,
      quantity: row.quantity,
      unitPrice: inCurrency(row.unit_price),
      net: inCurrency(row.line_net),
      tax: inCurrency(row.line_tax),
      lineTotal: inCurrency(row.line_total),
    }
  },
})
