import { sql } from '../../../host/database/sql.ts'
import { valueKey } from '../../../host/lists/define-list.ts'
import type { RelatedSource } from '../../../host/records/related.ts'
import type { PaymentState } from '../domain/payment.ts'
import { paymentsList } from './payments-list.ts'

interface Row {
  readonly id: string
  readonly state: PaymentState
  readonly amount: bigint
  readonly currency: string
  readonly created_at: Date
  readonly provider: string
}

/** What was paid of an order, the expected payment first. */
export const paymentsOfOrder: RelatedSource = {
  name: 'payments',
  permission: 'payments:read',
  find: async (reader, { id: orderId, limit, translate }) => {
    const rows = await reader.rows(sql<Row>`
      SELECT id, state, amount, currency, created_at, provider FROM payments.payment WHERE order_id = ${orderId}
      ORDER BY surplus, created_at, id LIMIT ${limit}`)
    return rows.map(({ id, state, amount, currency, created_at, provider }) => ({
      type: 'payment',
      id,
      title: provider,
      state: translate(valueKey(paymentsList, 'state', state)),
      amount: { amount: Number(amount), currency },
      at: created_at,
      place: { path: '/payments', filter: [`orderId:is:${orderId}`] },
    }))
  },
  all: (id) => ({ path: '/payments', filter: [`orderId:is:${id}`] }),
}
