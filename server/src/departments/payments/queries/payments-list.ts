import { defineList } from '../../../host/lists/define-list.ts'
import { paymentDetails, paymentSelect, toView, type PaymentRow, type PaymentView } from './read-payments.ts'

/** Payments, newest first. */
export const paymentsList = defineList<PaymentRow, PaymentView>({
  name: 'payments',
  namespace: 'payments',
  columns: {
    orderNumber: { type: 'text', nullable: true },
    createdAt: { type: 'instant', sql: 'p.created_at', filter: ['from', 'to', 'last'], sort: true },
    state: {
      type: 'enum',
      sql: 'p.state',
      values: ['open', 'closed', 'authorised', 'voided', 'captured', 'partially_refunded', 'refunded'],
      filter: ['is', 'not'],
    },
    amount: { type: 'money', sql: 'p.amount', filter: ['from', 'to'], sort: true },
    captured: { type: 'money' },
    refunded: { type: 'money' },
    inReview: { type: 'boolean', sql: 'p.in_review', filter: ['is'] },
    provider: { type: 'text' },
    providerRef: { type: 'text', sql: 'p.provider_payment_id', filter: ['is'], nullable: true },
    orderId: { type: 'id', sql: 'p.order_id', filter: ['is'] },
    updatedAt: { type: 'instant' },
  },
  from: 'FROM payments.payment p',
  as: 'p',
  select: paymentSelect,
  details: paymentDetails,
  keys: [{ sql: 'p.id', type: 'id' }],
  defaultSort: '-createdAt',
  scope: { market: 'p.market_code' },
  shorthands: { state: { column: 'state' }, inReview: { column: 'inReview' } },
  present: toView,
})
