import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'

export type Staff = RowOf<Got<'/api/staff'>>

export const staffList = {
  queryKey: ['people', 'staff'],
  fetchPage: (after: string | undefined, signal: AbortSignal) =>
    answer(api.GET('/api/staff', { params: { query: { after } }, signal })),
}

export const roleList = queryOptions({
  queryKey: ['people', 'roles'],
  queryFn: ({ signal }) => answer(api.GET('/api/roles', { signal })),
})

export function inviteStaff(body: { name: string; email: string; roles: string[] }) {
  return answer(api.POST('/api/staff', { body }))
}

export function renewActivation(id: string) {
  return answer(api.POST('/api/staff/{id}/activation-link', { params: { path: { id } } }))
}
