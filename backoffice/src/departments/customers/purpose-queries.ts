import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { paths } from '../../client/schema.d.ts'

export type PurposeRow = RowOf<Got<'/api/consent-purposes'>>
export type Purpose = Got<'/api/consent-purposes/{id}'>
export type PurposeDraft = paths['/api/consent-purposes/{id}']['put']['requestBody']['content']['application/json']

export const purposeDetail = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'purpose', id],
    queryFn: ({ signal }) => answer(api.GET('/api/consent-purposes/{id}', { params: { path: { id } }, signal })),
  })

export const createPurpose = (code: string, draft: PurposeDraft, key: string) =>
  answer(
    api.POST('/api/consent-purposes', { params: { header: { 'Idempotency-Key': key } }, body: { code, ...draft } }),
  )

export const changePurpose = (id: string, version: number, draft: PurposeDraft) =>
  answer(
    api.PUT('/api/consent-purposes/{id}', {
      params: { path: { id }, header: { 'If-Match': `"${version}"` } },
      body: draft,
    }),
  )
