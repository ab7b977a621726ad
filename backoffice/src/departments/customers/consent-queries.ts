import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { paths } from '../../client/schema.d.ts'

export type ConsentRow = RowOf<Got<'/api/consents'>>
export type Consent = Got<'/api/customers/{id}/consents'>['items'][number]
export type ToldConsent = paths['/api/customers/{id}/consents']['post']['requestBody']['content']['application/json']

/** In the language in which they are asked for. */
export const consentsOfCustomer = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['customers', 'consentsOf', id, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/customers/{id}/consents', { params: { path: { id } }, signal })),
  })

export const recordConsent = (id: string, told: ToldConsent, key: string) =>
  answer(
    api.POST('/api/customers/{id}/consents', {
      params: { path: { id }, header: { 'Idempotency-Key': key } },
      body: told,
    }),
  )
