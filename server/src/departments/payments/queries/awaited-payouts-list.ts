import { defineList } from '../../../host/lists/define-list.ts'

interface AwaitedRow {
  readonly id: string
  readonly payment_id: string
  readonly order_id: string
  readonly order_number: string | null
  readonly provider: string
  readonly provider_ref: string
  readonly currency: string
  readonly amount: bigint
  readonly captured_at: Date
  readonly todo_id: string | null
}

/** What providers took and did not pay out yet, the longest awaited first. */
export const awaitedPayoutsList = defineList({
  name: 'awaited-payouts',
  namespace: 'payments',
  columns: {
    orderNumber: { type: 'text', nullable: true },
    capturedAt: { type: 'instant', sql: 'a.captured_at', filter: ['from', 'to', 'last'], sort: true },
    provider: { type: 'text', sql: 'a.provider', filter: ['is'] },
    providerRef: { type: 'text', sql: 'a.provider_ref', filter: ['is'] },
    amount: { type: 'money', sql: 'a.amount', filter: ['from', 'to'], sort: true },
    todoId: { type: 'id', nullable: true },
  },
  from: 'FROM payments.awaited_payout a',
  as: 'a',
  select: `a.id, a.payment_id, a.order_id, a.provider, a.provider_ref, a.currency, a.amount, a.captured_at, a.todo_id,
    (SELECT o.number::text FROM orders.pub_order o WHERE o.order_uuid = a.order_id) AS order_number`,
  keys: [{ sql: 'a.id', type: 'id' }],
  defaultSort: 'capturedAt',
  present: (row: AwaitedRow) => ({
    id: row.id,
    paymentId: row.payment_id,
    orderId: row.order_id,
    orderNumber: row.order_number,
    provider: row.provider,
    providerRef: row.provider_ref,
    amount: { amount: Number(row.amount), currency: row.currency },
    capturedAt: row.captured_at.toISOString(),
    todoId: row.todo_id,
  }),
})
