import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { Money } from '../../ui/format-money.ts'

export type CreditRow = RowOf<Got<'/api/store-credits'>>
export type CreditStatement = Got<'/api/customers/{id}/store-credit'>
export type Grant = CreditStatement['grants'][number]
export type CreditDebts = Got<'/api/store-credit-debts'>

export const creditOf = (customerId: string) =>
  queryOptions({
    queryKey: ['gift-cards', 'credit', customerId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/customers/{id}/store-credit', { params: { path: { id: customerId } }, signal })),
  })

export const creditDebts = (on: string | undefined) =>
  queryOptions({
    queryKey: ['gift-cards', 'credit-debts', on ?? 'today'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/store-credit-debts', { params: { query: on === undefined ? {} : { on } }, signal })),
  })

export interface CreditToGrant {
  readonly market: string
  readonly amount: Money
  readonly because: 'goodwill' | 'return' | 'correction'
  readonly reason: string
  readonly expiresOn?: string | null
}

export function grantCredit(customerId: string, body: CreditToGrant, key: string) {
  const params = { path: { id: customerId }, header: { 'Idempotency-Key': key } }
  return answer(api.POST('/api/customers/{id}/store-credit', { params, body }))
}

export function adjustCredit(id: string, body: { amount: Money; reason: string }, key: string) {
  const params = { path: { id }, header: { 'Idempotency-Key': key } }
  return answer(api.POST('/api/store-credits/{id}/adjustments', { params, body }))
}
