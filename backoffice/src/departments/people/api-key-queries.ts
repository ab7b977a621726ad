import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got } from '../../client/api.ts'

export type ApiKey = Got<'/api/api-keys'>['items'][number]

export const apiKeyList = queryOptions({
  queryKey: ['people', 'api-keys'],
  queryFn: ({ signal }) => answer(api.GET('/api/api-keys', { signal })),
})

export interface NewApiKey {
  readonly name: string
  readonly permissions: string[]
  readonly expiresAt: string
}

export const createApiKey = (body: NewApiKey) => answer(api.POST('/api/api-keys', { body }))

export const revokeApiKey = (id: string) =>
  answer(api.POST('/api/api-keys/{id}/revocation', { params: { path: { id } } }))
