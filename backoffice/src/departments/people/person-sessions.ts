import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../client/api.ts'

export const sessionsOf = (id: string) =>
  queryOptions({
    queryKey: ['people', 'sessions', id],
    queryFn: ({ signal }) => answer(api.GET('/api/staff/{id}/sessions', { params: { path: { id } }, signal })),
  })

export const endSessionsOf = (id: string) =>
  answer(api.DELETE('/api/staff/{id}/sessions', { params: { path: { id } } }))

export const endSessionOf = (id: string, sessionId: string) =>
  answer(api.DELETE('/api/staff/{id}/sessions/{sessionId}', { params: { path: { id, sessionId } } }))

export const resetSecondFactor = (id: string, reason: string) =>
  answer(api.POST('/api/staff/{id}/second-factor-reset', { params: { path: { id } }, body: { reason } }))
