import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import { upload } from '../../ui/form/upload.ts'
import type { Tone } from '../../ui/state-badge.tsx'

export type DebitRow = RowOf<Got<'/api/direct-debits'>>
export type Debit = Got<'/api/direct-debits/{id}'>
export type RunRow = RowOf<Got<'/api/payment-runs'>>
export type Run = Got<'/api/payment-runs/{id}'>
export type DueGroup = Got<'/api/due-collections'>['items'][number]

export const DEBIT_TONES: Readonly<Record<Debit['state'], Tone>> = {
  due: 'waiting',
  in_run: 'waiting',
  collected: 'good',
  rejected: 'danger',
  returned: 'danger',
  cancelled: 'neutral',
}

export const RUN_TONES: Readonly<Record<Run['state'], Tone>> = {
  prepared: 'waiting',
  released: 'waiting',
  sent: 'good',
  discarded: 'neutral',
}

/** By language, since reasons are words. */
export const debitDetail = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['bank', 'debit', id, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/direct-debits/{id}', { params: { path: { id } }, signal })),
  })

export const runDetail = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['bank', 'run', id, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/payment-runs/{id}', { params: { path: { id } }, signal })),
  })

export const dueCollections = queryOptions({
  queryKey: ['bank', 'due-collections'],
  queryFn: ({ signal }) => answer(api.GET('/api/due-collections', { signal })),
})

/** A key is no place for what somebody wrote: it has neither spaces nor accents. */
const keyed = (id: string, key: string) => ({ path: { id }, header: { 'Idempotency-Key': key } })

export const prepareCollection = (body: { method: string; through: string }, key: string) =>
  answer(api.POST('/api/payment-runs', { params: { header: { 'Idempotency-Key': key } }, body }))

export const refundsToTransfer = queryOptions({
  queryKey: ['bank', 'refunds-to-transfer'],
  queryFn: ({ signal }) => answer(api.GET('/api/refunds-to-transfer', { signal })),
})

export const prepareTransfers = (method: string, key: string) =>
  answer(api.POST('/api/transfer-runs', { params: { header: { 'Idempotency-Key': key } }, body: { method } }))

export async function importAnswer(file: File): Promise<{ readonly refused: number }> {
  const signal = new AbortController().signal
  return (await upload('/api/bank-answers', file, { onProgress: () => {}, signal })) as { refused: number }
}

export const releaseRun = (id: string, key: string) =>
  answer(api.POST('/api/payment-runs/{id}/release', { params: keyed(id, key) }))

export const sendRun = (id: string) =>
  answer(api.POST('/api/payment-runs/{id}/sending', { params: keyed(id, `${id}.sent`) }))

export const discardRun = (id: string, reason: string, key: string) =>
  answer(api.POST('/api/payment-runs/{id}/discard', { params: keyed(id, key), body: { reason } }))

export const collectAgain = (id: string) =>
  answer(api.POST('/api/direct-debits/{id}/second-collection', { params: keyed(id, `${id}.again`) }))

export const revokeMandate = (id: string, reason: string, key: string) =>
  answer(api.POST('/api/direct-debits/{id}/mandate-revocation', { params: keyed(id, key), body: { reason } }))

export interface Settlement {
  readonly outcome: 'made_good' | 'lost'
  readonly on: string
  readonly note: string
}

export const settleDebit = (id: string, body: Settlement, key: string) =>
  answer(api.POST('/api/direct-debits/{id}/settlement', { params: keyed(id, key), body }))

export const fileOfRun = (id: string): string => `/api/payment-runs/${id}/file`
