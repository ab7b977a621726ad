import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import { upload } from '../../ui/form/upload.ts'
import type { Tone } from '../../ui/state-badge.tsx'

export type EntryRow = RowOf<Got<'/api/bank-entries'>>
export type Entry = Got<'/api/bank-entries/{id}'>
export type StatementRow = RowOf<Got<'/api/bank-statements'>>

export const STATE_TONES: Readonly<Record<EntryRow['state'], Tone>> = {
  open: 'waiting',
  booked: 'good',
  dismissed: 'neutral',
}

/** By language, since reasons are words. */
export const entryDetail = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['bank', 'entry', id, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/bank-entries/{id}', { params: { path: { id } }, signal })),
  })

interface Imported {
  readonly statements: readonly { readonly id: string; readonly known: boolean; readonly fresh: number }[]
}

export async function importStatement(file: File): Promise<Imported> {
  const name = encodeURIComponent(file.name.slice(0, 200))
  const signal = new AbortController().signal
  return (await upload(`/api/bank-statements?name=${name}`, file, { onProgress: () => {}, signal })) as Imported
}

export function bookEntry(id: string, orderNumber: string) {
  const params = { path: { id }, header: { 'Idempotency-Key': `${id}.${orderNumber}` } }
  return answer(api.POST('/api/bank-entries/{id}/booking', { params, body: { orderNumber } }))
}

export function dismissEntry(id: string, note: string) {
  return answer(api.POST('/api/bank-entries/{id}/dismissal', { params: { path: { id } }, body: { note } }))
}

export function revealAccount(id: string, purpose: string) {
  return answer(api.POST('/api/bank-entries/{id}/account-readings', { params: { path: { id } }, body: { purpose } }))
}

export function forgetAccount(id: string) {
  return answer(api.DELETE('/api/bank-entries/{id}/account', { params: { path: { id } } }))
}
