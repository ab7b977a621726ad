import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../client/api.ts'
import type { BulkTarget } from '../../ui/list/list-screen.tsx'

export type ManyAction = 'tag' | 'untag' | 'note' | 'unnote' | 'hold' | 'release' | 'cancel'
export type ManyKind = 'tags' | 'notes' | 'holds' | 'cancellations'

const KINDS: Readonly<Record<ManyAction, ManyKind>> = {
  tag: 'tags',
  untag: 'tags',
  note: 'notes',
  unnote: 'notes',
  hold: 'holds',
  release: 'holds',
  cancel: 'cancellations',
}

export const kindOf = (action: ManyAction): ManyKind => KINDS[action]

/** What takes it back; an order that was called off stays so. */
export const UNDOES: Readonly<Partial<Record<ManyAction, ManyAction>>> = {
  tag: 'untag',
  untag: 'tag',
  note: 'unnote',
  hold: 'release',
  release: 'hold',
}

export interface Many {
  /** Those of the list, or those that a task changed. */
  readonly target: BulkTarget | { readonly changedBy: string }
  readonly action: ManyAction
  /** Of a tag, or why, or what is said. */
  readonly value: string
  readonly key: string
}

export function changeMany({ target, action, value, key }: Many) {
  const headers = { 'Idempotency-Key': key }
  switch (action) {
    case 'cancel':
      if ('changedBy' in target) throw new Error('what was called off is not taken back')
      return answer(api.POST('/api/order-cancellations', { headers, body: { ...target, reason: value } }))
    case 'tag':
    case 'untag':
      return answer(api.POST('/api/order-taggings', { headers, body: { ...target, action, tagId: value } }))
    case 'note':
      return answer(api.POST('/api/order-notes', { headers, body: { ...target, action, body: value } }))
    case 'unnote':
      return answer(api.POST('/api/order-notes', { headers, body: { ...target, action } }))
    default:
      return answer(api.POST('/api/order-holds', { headers, body: { ...target, action, reason: value } }))
  }
}

const WATCHED_MS = 1_000

/** By language: what was refused says so in words. */
export const manyOutcome = (kind: ManyKind, id: string, locale: string) =>
  queryOptions({
    queryKey: ['orders', 'many', id, locale],
    queryFn: ({ signal }) => {
      const params = { path: { id } }
      if (kind === 'cancellations') return answer(api.GET('/api/order-cancellations/{id}', { params, signal }))
      if (kind === 'notes') return answer(api.GET('/api/order-notes/{id}', { params, signal }))
      return kind === 'tags'
        ? answer(api.GET('/api/order-taggings/{id}', { params, signal }))
        : answer(api.GET('/api/order-holds/{id}', { params, signal }))
    },
  })

export const manyTask = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'many-task', id],
    queryFn: ({ signal }) => answer(api.GET('/api/tasks/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (isOver(state.data?.state) ? false : WATCHED_MS),
  })

export function isOver(state: string | undefined): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled'
}

export function stopMany(id: string) {
  return answer(api.POST('/api/tasks/{id}/cancellation', { params: { path: { id } } }))
}

export type PrintedPaper = 'sheet' | 'slips'

export const printOrders = (target: BulkTarget, papers: readonly PrintedPaper[], key: string) =>
  answer(
    api.POST('/api/order-prints', { headers: { 'Idempotency-Key': key }, body: { ...target, papers: [...papers] } }),
  )

/** What was printed, as a file of the browser. */
export const printedFile = (taskId: string) => `/api/order-prints/${taskId}/file`
