import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { Tone } from '../../ui/state-badge.tsx'

export type DisputeRow = RowOf<Got<'/api/disputes'>>
export type Dispute = Got<'/api/disputes/{id}'>
export type EvidenceText = keyof Got<'/api/disputes/{id}/offered-evidence'>['texts']
export type EvidenceFile = Dispute['answers'][number]['files'][number]['field']

export const DISPUTE_TONES: Readonly<Record<Dispute['state'], Tone>> = {
  needs_response: 'waiting',
  under_review: 'active',
  won: 'good',
  lost: 'danger',
  closed: 'neutral',
}

/** By language, since reasons are words. */
export const disputeDetail = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['payments', 'dispute', id, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/disputes/{id}', { params: { path: { id } }, signal })),
  })

/** What the house knows of the order, in the reader's language. */
export const offeredEvidence = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['payments', 'offered-evidence', id, locale],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/disputes/{id}/offered-evidence', { params: { path: { id } }, signal })),
  })

export interface Evidence {
  readonly texts: Partial<Record<EvidenceText, string>>
  readonly files: { fileId: string; field: EvidenceFile }[]
}

export const sendEvidence = (id: string, body: Evidence, key: string) =>
  answer(
    api.POST('/api/disputes/{id}/evidence', { params: { path: { id }, header: { 'Idempotency-Key': key } }, body }),
  )

export const acceptDispute = (id: string, key: string) =>
  answer(api.POST('/api/disputes/{id}/acceptance', { params: { path: { id }, header: { 'Idempotency-Key': key } } }))

export const takeDispute = (id: string) => answer(api.PUT('/api/disputes/{id}/owner', { params: { path: { id } } }))
