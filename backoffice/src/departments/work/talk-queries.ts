import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import { sendFile } from '../../ui/record/record-queries.ts'
import type { paths } from '../../client/schema.d.ts'

export type Thread = Got<'/api/threads/{id}'>
export type Comment = Thread['comments'][number]
export type Mentionable = RowOf<Got<'/api/mentionables'>>
export type Mention = Pick<Mentionable, 'kind' | 'id'>
type NewThread = NonNullable<paths['/api/threads']['post']['requestBody']>['content']['application/json']

export interface TalkAbout {
  readonly type: string
  readonly id: string
}

export const talkAbout = ({ type, id }: TalkAbout) =>
  queryOptions({
    queryKey: ['work', 'talk', type, id],
    queryFn: ({ signal }) => answer(api.GET('/api/threads', { params: { query: { type, id } }, signal })),
  })

export const recordDesk = ({ type, id }: TalkAbout, locale: string) =>
  queryOptions({
    queryKey: ['work', 'desk', type, id, locale],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/record-desks/{type}/{id}', { params: { path: { type, id } }, signal })),
  })

export const threadDetail = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['work', 'thread', id, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/threads/{id}', { params: { path: { id } }, signal })),
  })

export const sharedThreads = (locale: string) =>
  queryOptions({
    queryKey: ['work', 'shared-threads', locale],
    queryFn: ({ signal }) => answer(api.GET('/api/shared-threads', { signal })),
  })

export type SharedFile = RowOf<Got<'/api/shared-files'>>

export const sharedFiles = (locale: string) =>
  queryOptions({
    queryKey: ['work', 'shared-files', locale],
    queryFn: ({ signal }) => answer(api.GET('/api/shared-files', { signal })),
  })

/** Wherever it is on; the house looks who may have it. */
export const sharedFileAddress = (id: string) => `/api/shared-files/${id}/content`

export const addThreadFile = (id: string, file: File) => sendFile(`/api/threads/${id}/files`, file)

export const mentionables = (q: string) =>
  queryOptions({
    queryKey: ['work', 'mentionables', q],
    queryFn: ({ signal }) => answer(api.GET('/api/mentionables', { params: { query: { q } }, signal })),
    placeholderData: (before) => before,
  })

export function beginThread(body: NewThread) {
  return answer(api.POST('/api/threads', { headers: { 'Idempotency-Key': crypto.randomUUID() }, body }))
}

export function addComment(id: string, body: string, mentions: Mention[]) {
  return answer(
    api.POST('/api/threads/{id}/comments', {
      params: { path: { id } },
      headers: { 'Idempotency-Key': crypto.randomUUID() },
      body: { body, mentions },
    }),
  )
}

export function shareThread(id: string, companyId: string | null) {
  return answer(api.PUT('/api/threads/{id}/sharing', { params: { path: { id } }, body: { companyId } }))
}

export function editComment(id: string, body: string) {
  return answer(api.PATCH('/api/comments/{id}', { params: { path: { id } }, body: { body } }))
}

export function deleteComment(id: string) {
  return answer(api.DELETE('/api/comments/{id}', { params: { path: { id } } }))
}
