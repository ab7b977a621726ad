import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got } from '../../client/api.ts'

export type Programmes = Got<'/api/loyalty-programmes'>
export type Programme = Programmes['items'][number]
export type Terms = NonNullable<Programme['terms']>
export type TermsWish = Omit<Terms, 'version' | 'from'>
export type PointsStatement = Got<'/api/customers/{id}/points'>
export type PointsDebts = Got<'/api/loyalty-debts'>

export const programmes = queryOptions({
  queryKey: ['loyalty', 'programmes'],
  queryFn: ({ signal }) => answer(api.GET('/api/loyalty-programmes', { signal })),
})

export const versionsOf = (market: string) =>
  queryOptions({
    queryKey: ['loyalty', 'versions', market],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/loyalty-programmes/{market}/versions', { params: { path: { market } }, signal })),
  })

export function putProgramme(market: string, version: number | undefined, body: TermsWish) {
  const header = version === undefined ? {} : { 'If-Match': `"${version}"` }
  return answer(api.PUT('/api/loyalty-programmes/{market}', { params: { path: { market }, header }, body }))
}

export const pointsOf = (customerId: string) =>
  queryOptions({
    queryKey: ['loyalty', 'customer', customerId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/customers/{id}/points', { params: { path: { id: customerId } }, signal })),
  })

export interface PointsToGrant {
  readonly market: string
  readonly points: number
  readonly reason: string
}

export function grantPoints(customerId: string, body: PointsToGrant, key: string) {
  const params = { path: { id: customerId }, header: { 'Idempotency-Key': key } }
  return answer(api.POST('/api/customers/{id}/points', { params, body }))
}

export const pointsOfOrder = (orderId: string) =>
  queryOptions({
    queryKey: ['loyalty', 'order', orderId],
    queryFn: ({ signal }) => answer(api.GET('/api/orders/{id}/points', { params: { path: { id: orderId } }, signal })),
  })

export const pointsDebts = queryOptions({
  queryKey: ['loyalty', 'debts'],
  queryFn: ({ signal }) => answer(api.GET('/api/loyalty-debts', { signal })),
})
