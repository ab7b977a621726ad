import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { paths } from '../../client/schema.d.ts'

export type InboxItem = RowOf<Got<'/api/inbox'>>
export type InboxView = NonNullable<NonNullable<paths['/api/inbox']['get']['parameters']['query']>['view']>
export type InboxKind = InboxItem['kind']
export type InboxCount = Got<'/api/inbox/count'>
export type Todo = Got<'/api/todos/{id}'>
export type TodoRow = RowOf<Got<'/api/todos'>>
export type TodoBody = NonNullable<paths['/api/todos']['post']['requestBody']>['content']['application/json']
export type TodoPatch = NonNullable<paths['/api/todos/{id}']['patch']['requestBody']>['content']['application/json']
export type Assignee = RowOf<Got<'/api/assignees'>>
export type MailChoices = Got<'/api/inbox/choices'>

export const inboxPages = ({ view, kind }: { view: InboxView; kind: InboxKind | undefined }, locale: string) =>
  infiniteQueryOptions({
    queryKey: ['work', 'inbox', view, kind, locale],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/inbox', { params: { query: { view, kind, after: pageParam, limit: 50 } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

export function readItems(ids?: string[]) {
  return answer(api.POST('/api/inbox/reading', { body: ids ? { ids } : {} }))
}

export function settleItem(id: string, settled: boolean) {
  const params = { path: { id } }
  return answer(
    settled
      ? api.POST('/api/inbox/items/{id}/closure', { params })
      : api.DELETE('/api/inbox/items/{id}/closure', { params }),
  )
}

export function snoozeItem(id: string, until: string | null) {
  return answer(api.PUT('/api/inbox/items/{id}/snooze', { params: { path: { id } }, body: { until } }))
}

export const inboxChoices = queryOptions({
  queryKey: ['work', 'inbox-choices'],
  queryFn: ({ signal }) => answer(api.GET('/api/inbox/choices', { signal })),
})

export function chooseMails(choices: Partial<MailChoices>) {
  return answer(api.PUT('/api/inbox/choices', { body: choices }))
}

/** By language: titles and reasons come in words. */
export const todoDetail = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['work', 'todo', id, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/todos/{id}', { params: { path: { id } }, signal })),
  })

export const assigneeSearch = (q: string, locale: string) =>
  queryOptions({
    queryKey: ['work', 'assignees', q, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/assignees', { params: { query: { q, limit: 20 } }, signal })),
    placeholderData: (before) => before,
  })

const MOST_ABOUT = 20

/** What is asked about a record; a code may be another kind's code as well. */
export const todosAbout = ({ type, id }: { readonly type: string; readonly id: string }) =>
  queryOptions({
    queryKey: ['work', 'todos-about', type, id],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/todos', { params: { query: { filter: [`recordId:is:${id}`], limit: MOST_ABOUT } }, signal }),
      ),
    select: ({ items }) => items.filter(({ recordType }) => recordType === type),
  })

export function makeTodo(body: TodoBody, key: string) {
  return answer(api.POST('/api/todos', { headers: { 'Idempotency-Key': key }, body }))
}

export function changeTodo({ id, version }: Pick<Todo, 'id' | 'version'>, body: TodoPatch) {
  return answer(
    api.PATCH('/api/todos/{id}', { params: { path: { id } }, headers: { 'If-Match': `"${version}"` }, body }),
  )
}

export type TodoMove = 'take' | 'give_back' | 'complete' | 'drop' | 'reopen' | 'accept' | 'send_back'

export function moveTodo(id: string, move: TodoMove, reason: string) {
  const params = { path: { id } }
  const said = reason === '' ? {} : { reason }
  switch (move) {
    case 'take':
      return answer(api.POST('/api/todos/{id}/taking', { params, body: said }))
    case 'give_back':
      return answer(api.POST('/api/todos/{id}/return', { params, body: said }))
    case 'complete':
      return answer(api.POST('/api/todos/{id}/completion', { params, body: said }))
    case 'drop':
      return answer(api.POST('/api/todos/{id}/dropping', { params, body: { reason } }))
    case 'reopen':
      return answer(api.POST('/api/todos/{id}/reopening', { params, body: { reason } }))
    case 'accept':
      return answer(api.POST('/api/todos/{id}/acceptance', { params }))
    case 'send_back':
      return answer(api.POST('/api/todos/{id}/rejection', { params, body: { reason } }))
  }
}

export interface HandoverBody {
  readonly toUnit: string
  readonly note: string
  readonly checklist: string[]
}

export function handOver(id: string, body: HandoverBody) {
  return answer(api.POST('/api/todos/{id}/handover', { params: { path: { id } }, body }))
}

export function addCheck(id: string, text: string) {
  return answer(api.POST('/api/todos/{id}/checks', { params: { path: { id } }, body: { text } }))
}

export function tickCheck(id: string, checkId: string, done: boolean) {
  return answer(api.PUT('/api/todos/{id}/checks/{checkId}', { params: { path: { id, checkId } }, body: { done } }))
}

export function removeCheck(id: string, checkId: string) {
  return answer(api.DELETE('/api/todos/{id}/checks/{checkId}', { params: { path: { id, checkId } } }))
}
