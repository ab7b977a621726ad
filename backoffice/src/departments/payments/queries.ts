import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { Money } from '../../ui/format-money.ts'

export type Payment = RowOf<Got<'/api/orders/{id}/payments'>>

/** Under `orders`, so that what is told about the order reads its payments again; by language, since reasons are words. */
export const paymentsOfOrder = (orderId: string, locale: string) =>
  queryOptions({
    queryKey: ['orders', 'payments', orderId, locale],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/orders/{id}/payments', { params: { path: { id: orderId } }, signal })),
  })

export type RefundableLine = RowOf<Got<'/api/orders/{id}/refundable'>>

/** What each line is worth when it comes back, components of bundles among them. */
export const refundableOfOrder = (orderId: string) =>
  queryOptions({
    queryKey: ['orders', 'refundable', orderId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/orders/{id}/refundable', { params: { path: { id: orderId } }, signal })),
  })

export type PaymentRow = RowOf<Got<'/api/payments'>>

/** Those that a person must look at. */
export const paymentsInReview = queryOptions({
  queryKey: ['payments', 'in-review'],
  queryFn: ({ signal }) =>
    answer(api.GET('/api/payments/count', { params: { query: { filter: ['inReview:is:true'] } }, signal })),
})

interface RefundWanted {
  readonly paymentId: string
  readonly amount: Money
  readonly reason: string
  readonly asCredit: boolean
}

interface Movement {
  readonly amount: Money
  readonly receivedOn: string
  readonly bankReference: string
}

export function recordReceipt(orderId: string, body: Movement, key: string) {
  const params = { path: { id: orderId }, header: { 'Idempotency-Key': key } }
  return answer(api.POST('/api/orders/{id}/receipts', { params, body }))
}

export function recordRefundTransferred(
  refundId: string,
  body: { readonly paidOn: string; readonly bankReference: string },
  key: string,
) {
  const params = { path: { id: refundId }, header: { 'Idempotency-Key': key } }
  return answer(api.POST('/api/refunds/{id}/transfer', { params, body }))
}

export function refund({ paymentId, amount, reason, asCredit }: RefundWanted, key: string) {
  const params = { path: { id: paymentId }, header: { 'Idempotency-Key': key } }
  return answer(api.POST('/api/payments/{id}/refunds', { params, body: { amount, reason, asCredit } }))
}

/** Without an amount all that the order owes. */
export function capture(paymentId: string, amount: Money | undefined, key: string) {
  const params = { path: { id: paymentId }, header: { 'Idempotency-Key': key } }
  return answer(api.POST('/api/payments/{id}/captures', { params, body: { amount } }))
}
