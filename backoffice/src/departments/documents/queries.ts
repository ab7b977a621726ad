import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'

export type DocumentRow = RowOf<Got<'/api/documents'>>
export type Document = Got<'/api/documents/{id}'>
export type DocumentKind = Document['kind']
export type Numbering = Got<'/api/document-series'>
export type Series = Numbering['items'][number]
export type Rule = Numbering['rules'][number]

export const KINDS = [
  'invoice',
  'simplified_invoice',
  'receipt',
  'credit_note',
  'packing_slip',
] as const satisfies readonly DocumentKind[]

export const documentDetail = (id: string) =>
  queryOptions({
    queryKey: ['documents', 'document', id],
    queryFn: ({ signal }) => answer(api.GET('/api/documents/{id}', { params: { path: { id } }, signal })),
  })

/** By language, since reasons are words. */
export const documentsOfOrder = (orderId: string, locale: string) =>
  queryOptions({
    queryKey: ['documents', 'of-order', orderId, locale],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/orders/{id}/documents', { params: { path: { id: orderId } }, signal })),
  })

export const numbering = queryOptions({
  queryKey: ['documents', 'series'],
  queryFn: ({ signal }) => answer(api.GET('/api/document-series', { signal })),
})

export type Issuable = 'sale' | 'packing_slip'

export function issue(orderId: string, what: Issuable, key: string) {
  const params = { path: { id: orderId }, header: { 'Idempotency-Key': key } }
  return answer(api.POST('/api/orders/{id}/documents', { params, body: { what } }))
}

export function mail(id: string, key: string) {
  const params = { path: { id }, header: { 'Idempotency-Key': key } }
  return answer(api.POST('/api/documents/{id}/mails', { params }))
}

export interface SeriesToBegin {
  readonly entityCode: string
  readonly kind: DocumentKind
  readonly format: string
  readonly digits: number
  readonly firstNumber: number
}

export const beginSeries = (body: SeriesToBegin) => answer(api.POST('/api/document-series', { body }))

export function putRule(market: string, version: number | undefined, body: Pick<Rule, 'issued' | 'forPersons'>) {
  const header = version ? { 'If-Match': `"${version}"` } : {}
  return answer(api.PUT('/api/document-rules/{market}', { params: { path: { market }, header }, body }))
}

export const fileOf = (id: string, language?: string) =>
  `/api/documents/${id}/file${language === undefined ? '' : `?language=${language}`}`
