import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams } from '../../../host/http/schemas.ts'
import { staffOf } from '../../../host/http/staff-of.ts'
import { ok } from '../../../kernel/result.ts'
import { listApiKeys } from '../queries/list-api-keys.ts'
import { requireConfirmed } from '../use-cases/confirm-session.ts'
import { createApiKey, revokeApiKey } from '../use-cases/keep-api-key.ts'
import { apiKeySchema, madeApiKeySchema, newApiKeyBody } from './sign-in-schemas.ts'

export const apiKeyRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/api-keys',
    operationId: 'listApiKeys',
    summary: 'The keys of programs, the newest first: what each may do, until when, and when it was used last',
    permission: 'people:api_keys',
    own: 'any',
    response: Type.Object({ items: Type.Array(apiKeySchema) }),
    answer: async ({ house }) => ok({ items: await listApiKeys(house) }),
  }),
  command({
    method: 'POST',
    path: '/api-keys',
    operationId: 'createApiKey',
    summary: 'Make a key for a program: it may never do more than who makes it',
    permission: 'people:api_keys',
    own: 'any',
    body: newApiKeyBody,
    response: madeApiKeySchema,
    status: 201,
    command: async (ctx, { body }, call) => {
      const confirmed = await requireConfirmed(ctx, call.sessionToken)
      if (!confirmed.ok) return confirmed
      const staff = staffOf(call)
      if (!staff.ok) return staff
      return createApiKey(ctx, call.house, { ...body, expiresAt: new Date(body.expiresAt), staff: staff.value })
    },
  }),
  command({
    method: 'POST',
    path: '/api-keys/:id/revocation',
    operationId: 'revokeApiKey',
    summary: 'Take a key back: it ends with its next call',
    permission: 'people:api_keys',
    own: 'any',
    params: idParams,
    response: Type.Void(),
    status: 204,
    command: (ctx, { params }) => revokeApiKey(ctx, params.id),
  }),
]
