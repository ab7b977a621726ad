import { fragment, sql, type Fragment } from '../../../host/database/sql.ts'
import { valueKey } from '../../../host/lists/define-list.ts'
import type { RelatedQuestion, RelatedRow, RelatedSource } from '../../../host/records/related.ts'
import type { OrderState } from '../domain/order.ts'
import { ordersList } from './orders-list.ts'

/** Whose order it is. */
export const customerOfOrder: RelatedSource = {
  name: 'customer',
  permission: 'customers:read',
  find: async (reader, { id }) => {
    const row = await reader.row(sql<{ customer_id: string }>`
      SELECT customer_id FROM orders.sales_order WHERE id = ${id} AND customer_id IS NOT NULL`)
    return row ? [{ type: 'customer', id: row.customer_id }] : []
  },
}

/** By the index sales_order_by_customer, the newest first. */
export const ordersOfCustomer: RelatedSource = {
  name: 'orders',
  permission: 'orders:read',
  find: (reader, question) =>
    read(reader, question, fragment`WHERE o.customer_id = ${question.id} ORDER BY o.placed_at DESC, o.id DESC`),
  all: (id) => ({ path: '/orders', filter: [`customerId:is:${id}`] }),
}

/**
 * Orders with a product, the newest first. An order's id begins with its time, so that of each variant only the last few lines
 * are read, however often it was sold (order_line_by_variant).
 */
export const ordersWithProduct: RelatedSource = {
  name: 'orders',
  permission: 'orders:read',
  find: (reader, question) =>
    read(
      reader,
      question,
      fragment`WHERE o.id IN (
        SELECT last.order_id FROM catalog.pub_variant v CROSS JOIN LATERAL (
          SELECT l.order_id FROM orders.order_line l WHERE l.variant_id = v.variant_uuid
          ORDER BY l.order_id DESC LIMIT ${question.limit}) last
        WHERE v.product_uuid = ${question.id})
      ORDER BY o.id DESC`,
    ),
}

interface Row {
  readonly id: string
  readonly state: OrderState
  readonly placed_at: Date
  readonly total: bigint
  readonly currency: string
}

async function read(
  reader: Parameters<RelatedSource['find']>[0],
  { limit, translate }: RelatedQuestion,
  which: Fragment,
): Promise<RelatedRow[]> {
  const rows = await reader.rows(sql<Row>`
    SELECT o.id, o.state, o.placed_at, o.total, o.currency FROM orders.sales_order o ${which} LIMIT ${limit}`)
  return rows.map(({ id, state, placed_at, total, currency }) => ({
    type: 'order',
    id,
    state: translate(valueKey(ordersList, 'state', state)),
    at: placed_at,
    amount: { amount: Number(total), currency },
  }))
}
