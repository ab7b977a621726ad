import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got } from '../../client/api.ts'
import { sendFile } from '../../ui/record/record-queries.ts'

export type KindTerms = Got<'/api/products/{id}/kind-terms'>
export type Download = KindTerms['downloads'][number]

export const kindTerms = (id: string) =>
  queryOptions({
    queryKey: ['catalog', 'kind-terms', id],
    queryFn: ({ signal }) => answer(api.GET('/api/products/{id}/kind-terms', { params: { path: { id } }, signal })),
  })

export function putKindTerms(
  id: string,
  version: number,
  body: Pick<KindTerms, 'downloadLimit' | 'downloadDays' | 'notes'>,
) {
  return answer(
    api.PUT('/api/products/{id}/kind-terms', {
      params: { path: { id } },
      headers: { 'If-Match': `"${version}"` },
      body,
    }),
  )
}

/** A new file, or a new version of one. */
export const addDownload = (id: string, file: File, replaces?: string) =>
  sendFile(`/api/products/${id}/downloads`, file, replaces === undefined ? {} : { replaces })

export function removeDownload(id: string, fileId: string) {
  return answer(api.DELETE('/api/products/{id}/downloads/{fileId}', { params: { path: { id, fileId } } }))
}

export const downloadAddress = (id: string, fileId: string) => `/api/products/${id}/downloads/${fileId}`
