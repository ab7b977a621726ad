import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { paths } from '../../client/schema.d.ts'
import { houseFetch, problemOf } from '../../client/house-fetch.ts'

/** Records that have files, a timeline and what belongs to them; each has its own operations, and they are alike. */
type TypeIn<Path> = Path extends `/api/records/${infer Type}/{id}/timeline` ? Type : never
export type RecordType = TypeIn<keyof paths>
export type RecordFile = RowOf<Got<'/api/records/order/{id}/files'>>
export type RecordFact = RowOf<Got<'/api/records/order/{id}/timeline'>>

export interface RecordRef {
  /** Queries begin with it, so that live facts make them read again. */
  readonly department: string
  readonly type: RecordType
  readonly id: string
}

export const recordTimeline = ({ department, type, id }: RecordRef, locale: string) =>
  infiniteQueryOptions({
    queryKey: [department, 'record-timeline', type, id, locale],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET(`/api/records/${type}/{id}/timeline` as '/api/records/order/{id}/timeline', {
          params: { path: { id }, query: { after: pageParam, limit: 30 } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

export const recordFiles = ({ department, type, id }: RecordRef) =>
  queryOptions({
    queryKey: [department, 'files', type, id],
    queryFn: ({ signal }) =>
      answer(
        api.GET(`/api/records/${type}/{id}/files` as '/api/records/order/{id}/files', {
          params: { path: { id } },
          signal,
        }),
      ),
  })

export type RelatedGroup = Got<'/api/records/order/{id}/related'>['groups'][number]
export type RelatedPlace = NonNullable<RelatedGroup['all']>

export const recordRelated = ({ department, type, id }: RecordRef, locale: string) =>
  queryOptions({
    queryKey: [department, 'related', type, id, locale],
    queryFn: ({ signal }) =>
      answer(
        api.GET(`/api/records/${type}/{id}/related` as '/api/records/order/{id}/related', {
          params: { path: { id } },
          signal,
        }),
      ),
  })

/** The companies from outside, with which threads and files can be shared. */
export const partnerCompanies = () =>
  queryOptions({
    queryKey: ['people', 'partner-companies'],
    queryFn: ({ signal }) => answer(api.GET('/api/mentionables', { params: { query: {} }, signal })),
  })

export function addFile({ type, id }: RecordRef, file: File, sharedWith: string | null): Promise<void> {
  return sendFile(`/api/records/${type}/${id}/files`, file, sharedWith === null ? {} : { sharedWith })
}

/** The bytes as they are; what they are is judged by the house. */
export async function sendFile(path: string, file: File, more: Record<string, string> = {}): Promise<void> {
  const address = `${path}?${new URLSearchParams({ name: file.name, ...more })}`
  const headers = { 'content-type': file.type || 'application/octet-stream' }
  const response = await houseFetch(new Request(address, { method: 'POST', body: file, headers }))
  if (!response.ok) throw problemOf(response, await response.json().catch(() => undefined))
}

export function shareFile(fileId: string, companyId: string | null) {
  return answer(api.PUT('/api/shared-files/{id}/sharing', { params: { path: { id: fileId } }, body: { companyId } }))
}

export function removeFile({ type, id }: RecordRef, fileId: string) {
  return answer(
    api.DELETE(`/api/records/${type}/{id}/files/{fileId}` as '/api/records/order/{id}/files/{fileId}', {
      params: { path: { id, fileId } },
    }),
  )
}

export function fileAddress({ type, id }: RecordRef, fileId: string): string {
  return `/api/records/${type}/${id}/files/${fileId}/content`
}
