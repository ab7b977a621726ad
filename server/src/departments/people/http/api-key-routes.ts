import { Type } from 'typebox'
import { command, type Route } from '../../../host/http/route.ts'
import { idParams } from '../../../host/http/schemas.ts'
import { staffOf } from '../../../host/http/staff-of.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { apiKeysList, listKeyOwners } from '../queries/api-keys-list.ts'
import { requireConfirmed } from '../use-cases/confirm-session.ts'
import { createApiKey, renewApiKey, revokeApiKey } from '../use-cases/keep-api-key.ts'
import { apiKeySchema, madeApiKeySchema, newApiKeyBody, renewedApiKeyBody } from './sign-in-schemas.ts'

export const apiKeyRoutes: readonly Route[] = [
  ...listRoutes(apiKeysList, {
    path: '/api-keys',
    permission: 'people:api_keys',
    summary: 'The keys of programs, the newest first: what each may do, until when, and when it was used last',
    item: apiKeySchema,
    choices: { ownerId: ({ house }) => listKeyOwners(house.database) },
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
    path: '/api-keys/:id/renewal',
    operationId: 'renewApiKey',
    summary: 'Make a new key beside one of one’s own, which ends when the program has had time to change',
    permission: 'people:api_keys',
    own: 'any',
    params: idParams,
    body: renewedApiKeyBody,
    response: madeApiKeySchema,
    status: 201,
    command: async (ctx, { params, body }, call) => {
      const confirmed = await requireConfirmed(ctx, call.sessionToken)
      if (!confirmed.ok) return confirmed
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const expiresAt = new Date(body.expiresAt)
      return renewApiKey(ctx, call.house, { ...params, ...body, expiresAt, staff: staff.value })
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
