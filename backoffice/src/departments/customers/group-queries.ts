import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { paths } from '../../client/schema.d.ts'

export type GroupRow = RowOf<Got<'/api/customer-groups'>>
export type CustomerGroup = Got<'/api/customer-groups/{id}'>
export type GroupDraft = paths['/api/customer-groups/{id}']['put']['requestBody']['content']['application/json']

export const groupDetail = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'group', id],
    queryFn: ({ signal }) => answer(api.GET('/api/customer-groups/{id}', { params: { path: { id } }, signal })),
  })

export const groupUses = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['customers', 'group', id, 'uses', locale],
    queryFn: ({ signal }) => answer(api.GET('/api/customer-groups/{id}/uses', { params: { path: { id } }, signal })),
  })

export const deleteGroup = ({ id }: CustomerGroup) =>
  answer(api.DELETE('/api/customer-groups/{id}', { params: { path: { id } } }))

export const groupMembers = (id: string, search: string) => ({
  queryKey: ['customers', 'group', id, 'members', search],
  queryFn: ({ pageParam, signal }: { readonly pageParam: string | undefined; readonly signal: AbortSignal }) =>
    answer(
      api.GET('/api/customer-groups/{id}/members', {
        params: {
          path: { id },
          query: { limit: 50, ...(pageParam && { after: pageParam }), ...(search !== '' && { search }) },
        },
        signal,
      }),
    ),
})

/** In the language in which they are asked for. */
export const groupsOfCustomer = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['customers', 'groupsOf', id, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/customers/{id}/groups', { params: { path: { id } }, signal })),
  })

export const createGroup = (code: string, draft: GroupDraft, key: string) =>
  answer(api.POST('/api/customer-groups', { params: { header: { 'Idempotency-Key': key } }, body: { code, ...draft } }))

export const changeGroup = (id: string, version: number, draft: GroupDraft) =>
  answer(
    api.PUT('/api/customer-groups/{id}', {
      params: { path: { id }, header: { 'If-Match': `"${version}"` } },
      body: draft,
    }),
  )

export const addMembers = (id: string, emails: string) =>
  answer(api.POST('/api/customer-groups/{id}/members', { params: { path: { id } }, body: { emails } }))

export const removeMember = (id: string, customerId: string) =>
  answer(api.DELETE('/api/customer-groups/{id}/members/{customerId}', { params: { path: { id, customerId } } }))

export const setLabels = (id: string, labels: string[]) =>
  answer(api.PUT('/api/customers/{id}/labels', { params: { path: { id } }, body: { labels } }))
