import { answer, api, type Got, type RowOf } from '../../client/api.ts'

export type ApiKey = RowOf<Got<'/api/api-keys'>>

interface NewApiKey {
  readonly name: string
  readonly permissions: string[]
  readonly expiresAt: string
  readonly scope?: { market?: string[]; location?: string[] }
}

export const createApiKey = (body: NewApiKey) => answer(api.POST('/api/api-keys', { body }))

export const renewApiKey = ({ id, ...body }: { id: string; expiresAt: string; overlapDays: number }) =>
  answer(api.POST('/api/api-keys/{id}/renewal', { params: { path: { id } }, body }))

export const revokeApiKey = (id: string) =>
  answer(api.POST('/api/api-keys/{id}/revocation', { params: { path: { id } } }))
