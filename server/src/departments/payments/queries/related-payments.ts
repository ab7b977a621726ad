import { sql } from '../../../host/database/sql.ts'
import { valueKey } from '../../../host/lists/define-list.ts'
import type { RelatedSource } from '../../../host/records/related.ts'
import type { PaymentState } from '../domain/payment.ts'
import { STORE_CREDIT } from '../domain/tender.ts'
import { paymentsList } from './payments-list.ts'
import { paidBy } from './read-payments.ts'

interface Row {
  readonly id: string
  readonly state: PaymentState
  readonly amount: bigint
  readonly currency: string
  readonly created_at: Date
  readonly paid_by: string
}

/** What was paid of an order, the expected payment first. */
export const paymentsOfOrder: RelatedSource = {
  name: 'payments',
  permission: 'payments:read',
  find: async (reader, { id: orderId, limit, translate, locale }) => {
    const rows = await reader.rows(sql<Row>`
      SELECT p.id, p.state, CASE WHEN p.surplus THEN p.captured ELSE p.amount END AS amount, p.currency, p.created_at,
        ${paidBy(locale)} AS paid_by
      FROM payments.payment p WHERE p.order_id = ${orderId}
      ORDER BY p.surplus, p.created_at, p.id LIMIT ${limit}`)
    return rows.map(({ id, state, amount, currency, created_at, paid_by }) => ({
      type: 'payment',
      id,
      title: paid_by === STORE_CREDIT ? translate('payments.store_credit') : paid_by,
      state: translate(valueKey(paymentsList, 'state', state)),
      amount: { amount: Number(amount), currency },
      at: created_at,
      place: { path: '/payments', filter: [`orderId:is:${orderId}`] },
    }))
  },
  all: (id) => ({ path: '/payments', filter: [`orderId:is:${id}`] }),
}
