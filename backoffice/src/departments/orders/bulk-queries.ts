import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../client/api.ts'
import type { BulkTarget } from '../../ui/list/list-screen.tsx'

export type ManyAction = 'tag' | 'untag' | 'hold' | 'release'
export type ManyKind = 'tags' | 'holds'

export const kindOf = (action: ManyAction): ManyKind => (action === 'tag' || action === 'untag' ? 'tags' : 'holds')

export interface Many {
  readonly target: BulkTarget
  readonly action: ManyAction
  /** Of a tag, or why. */
  readonly value: string
  readonly key: string
}

export function changeMany({ target, action, value, key }: Many) {
  const headers = { 'Idempotency-Key': key }
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
