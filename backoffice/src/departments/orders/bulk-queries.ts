import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../client/api.ts'
import type { BulkTarget } from '../../ui/list/list-screen.tsx'

export type ManyAction = 'tag' | 'untag' | 'hold' | 'release' | 'cancel'
export type ManyKind = 'tags' | 'holds' | 'cancellations'

const KINDS: Readonly<Record<ManyAction, ManyKind>> = {
  tag: 'tags',
  untag: 'tags',
  hold: 'holds',
  release: 'holds',
  cancel: 'cancellations',
}

export const kindOf = (action: ManyAction): ManyKind => KINDS[action]

export interface Many {
  readonly target: BulkTarget
  readonly action: ManyAction
  /** Of a tag, or why. */
  readonly value: string
  readonly key: string
}

export function changeMany({ target, action, value, key }: Many) {
  const headers = { 'Idempotency-Key': key }
  if (action === 'cancel')
    return answer(api.POST('/api/order-cancellations', { headers, body: { ...target, reason: value } }))
  return action === 'tag' || action === 'untag'
    ? answer(api.POST('/api/order-taggings', { headers, body: { ...target, action, tagId: value } }))
    : answer(api.POST('/api/order-holds', { headers, body: { ...target, action, reason: value } }))
}

const WATCHED_MS = 1_000

/** By language: what was refused says so in words. */
export const manyOutcome = (kind: ManyKind, id: string, locale: string) =>
  queryOptions({
    queryKey: ['orders', 'many', id, locale],
    queryFn: ({ signal }) => {
      const params = { path: { id } }
      if (kind === 'cancellations') return answer(api.GET('/api/order-cancellations/{id}', { params, signal }))
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
