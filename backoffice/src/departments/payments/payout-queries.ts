import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'

export type PayoutRow = RowOf<Got<'/api/payouts'>>
export type AwaitedRow = RowOf<Got<'/api/awaited-payouts'>>
export type Payout = Got<'/api/payouts/{id}'>
export type PayoutLine = Payout['lines'][number]
export type Movement = Got<'/api/payouts/{id}/movements'>['items'][number]

/** By language, since reasons are words. */
export const payoutDetail = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['payments', 'payout', id, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/payouts/{id}', { params: { path: { id } }, signal })),
  })

export const providerBalances = queryOptions({
  queryKey: ['payments', 'balances'],
  queryFn: ({ signal }) => answer(api.GET('/api/provider-balances', { signal })),
})

export const movementsOf = (payoutId: string, order: string) =>
  queryOptions({
    queryKey: ['payments', 'movements', payoutId, order],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/payouts/{id}/movements', { params: { path: { id: payoutId }, query: { order } }, signal })),
    enabled: /^[1-9][0-9]{0,11}$/.test(order),
  })

export const fetchPayouts = () => answer(api.POST('/api/payout-fetches'))

export const takePayoutFile = (content: string, key: string) =>
  answer(api.POST('/api/payout-files', { params: { header: { 'Idempotency-Key': key } }, body: { content } }))

export interface Explanation {
  readonly as: 'movement' | 'fee' | 'reserve' | 'adjustment'
  readonly movementId?: string
  readonly words: string
}

export function explainLine(lineId: string, body: Explanation, key: string) {
  const params = { path: { id: lineId }, header: { 'Idempotency-Key': key } }
  return answer(api.POST('/api/payout-lines/{id}/explanation', { params, body }))
}

export function recordArrival(
  payoutId: string,
  body: { readonly arrivedOn: string; readonly bankReference: string },
  key: string,
) {
  const params = { path: { id: payoutId }, header: { 'Idempotency-Key': key } }
  return answer(api.POST('/api/payouts/{id}/arrival', { params, body }))
}
