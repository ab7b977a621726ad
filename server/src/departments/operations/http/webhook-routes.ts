import { Type } from 'typebox'
import { permissionsOf } from '../../../host/actor.ts'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { ok } from '../../../kernel/result.ts'
import type { WebhookDraft } from '../domain/webhook.ts'
import { seesFacts } from '../queries/public-events.ts'
import { getDelivery } from '../queries/read-webhooks.ts'
import { webhookDeliveriesList } from '../queries/webhook-deliveries-list.ts'
import { webhooksList, type WebhookLine } from '../queries/webhooks-list.ts'
import { replayDelivery, replayFailed, sendTest } from '../use-cases/replay-deliveries.ts'
import {
  changeWebhook,
  createWebhook,
  pauseWebhook,
  removeWebhook,
  resumeWebhook,
  rotateSecret,
} from '../use-cases/save-webhook.ts'
import { nameOwners, viewWebhook } from '../use-cases/view-webhook.ts'
import { publicMessages } from './public-messages.ts'
import {
  countSchema,
  deliveryLineSchema,
  deliverySchema,
  overlapBody,
  publicKindsSchema,
  secretSchema,
  sinceBody,
  versionSchema,
  webhookLineSchema,
  webhookSchema,
  webhookToChange,
  webhookToCreate,
} from './webhook-schemas.ts'

const reading = { permission: 'operations:read', own: 'any' } as const
const writing = { permission: 'operations:webhooks', own: 'any' } as const

// i18n-dynamic: operations.publicEvents.*
export const webhookRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/webhook-kinds',
    operationId: 'listWebhookKinds',
    summary: 'Every kind of fact that an address outside can be told of, with the schema of its message',
    ...reading,
    response: publicKindsSchema,
    answer: async ({ house, actor, locale }) => {
      const say = house.translations.for(locale)
      const mine = permissionsOf(actor)
      const items = publicMessages().map(({ kind, permission, schema }) => ({
        ...{ kind, permission, schema, mine: mine.has(permission) },
        summary: say(`operations.publicEvents.${kind}`),
      }))
      return ok({ items } as never)
    },
  }),
  ...listRoutes(webhooksList, {
    path: '/webhooks',
    permission: 'operations:read',
    summary: 'Addresses outside that are told of what happens, the newest first',
    item: webhookLineSchema,
    tell: ({ house }, rows) => nameOwners(house.database, rows as readonly WebhookLine[]),
  }),
  query({
    method: 'GET',
    path: '/webhooks/:id',
    operationId: 'getWebhook',
    summary: 'An address outside: what it is told, how it fares, which secrets sign',
    ...reading,
    params: idParams,
    response: webhookSchema,
    etag: 'version',
    answer: async ({ house }, { params }) => (await viewWebhook(house.database, params.id)) as never,
  }),
  command({
    method: 'POST',
    path: '/webhooks',
    operationId: 'createWebhook',
    summary: 'Tells an address outside of what happens; answers the secret that signs, once',
    description:
      'Messages follow Standard Webhooks: `webhook-id`, `webhook-timestamp` and `webhook-signature` in the headers; type, timestamp and data in the body. They may come more than once and in any order: the id says which is which.',
    ...writing,
    body: webhookToCreate,
    response: secretSchema,
    status: 201,
    command: (ctx, { body }, { house }) => createWebhook(ctx, house, body as WebhookDraft),
  }),
  command({
    method: 'PATCH',
    path: '/webhooks/:id',
    operationId: 'changeWebhook',
    summary: 'Changes the fields of an address that are sent (If-Match: version); who saves it answers for it',
    ...writing,
    params: idParams,
    body: webhookToChange,
    response: versionSchema,
    etag: 'version',
    command: (ctx, { params, body }, { house, ifMatch }) =>
      changeWebhook(ctx, house, { id: params.id, version: ifMatch, draft: body as Partial<WebhookDraft> }),
  }),
  command({
    method: 'DELETE',
    path: '/webhooks/:id',
    operationId: 'removeWebhook',
    summary: 'Tells an address nothing more, and forgets what it was told',
    ...writing,
    params: idParams,
    response: Type.Void(),
    status: 204,
    command: (ctx, { params }) => removeWebhook(ctx, params.id),
  }),
  command({
    method: 'POST',
    path: '/webhooks/:id/secrets',
    operationId: 'rotateWebhookSecret',
    summary: 'A new secret, shown once; the old one signs beside it for a while',
    ...writing,
    params: idParams,
    body: overlapBody,
    response: secretSchema,
    status: 201,
    command: (ctx, { params, body }, { house }) => rotateSecret(ctx, house, { ...params, ...body }),
  }),
  command({
    method: 'PUT',
    path: '/webhooks/:id/pause',
    operationId: 'pauseWebhook',
    summary: 'Tells an address nothing for now: what happens meanwhile is not told later',
    ...writing,
    params: idParams,
    response: Type.Void(),
    status: 204,
    command: async (ctx, { params }) => {
      const paused = await pauseWebhook(ctx, params.id)
      return paused.ok ? ok() : paused
    },
  }),
  command({
    method: 'DELETE',
    path: '/webhooks/:id/pause',
    operationId: 'resumeWebhook',
    summary: 'Tells an address again, and sends what waited',
    ...writing,
    params: idParams,
    response: Type.Void(),
    status: 204,
    command: (ctx, { params }) => resumeWebhook(ctx, params.id),
  }),
  command({
    method: 'POST',
    path: '/webhooks/:id/tests',
    operationId: 'testWebhook',
    summary: 'Sends an address a message that is of nothing',
    ...writing,
    params: idParams,
    response: Type.Void(),
    status: 204,
    rateLimit: { perMinute: 60 },
    command: (ctx, { params }) => sendTest(ctx, params.id),
  }),
  command({
    method: 'POST',
    path: '/webhooks/:id/replays',
    operationId: 'replayFailedDeliveries',
    summary: 'Sends all messages again that failed since a time',
    ...writing,
    params: idParams,
    body: sinceBody,
    response: countSchema,
    command: (ctx, { params, body }) => replayFailed(ctx, { webhookId: params.id, since: new Date(body.since) }),
  }),
  ...listRoutes(webhookDeliveriesList, {
    path: '/webhook-deliveries',
    permission: 'operations:read',
    summary: 'Messages to addresses outside, the newest first',
    item: deliveryLineSchema,
  }),
  query({
    method: 'GET',
    path: '/webhook-deliveries/:id',
    operationId: 'getWebhookDelivery',
    summary: 'A message with its body and every attempt to deliver it',
    ...reading,
    params: idParams,
    response: deliverySchema,
    answer: async ({ house, actor }, { params }) => {
      const found = await getDelivery(house.database, params.id)
      if (!found.ok) return found
      const { kind, body } = found.value
      const tried = found.value.tried.map(({ at, ms, ...one }) => ({ ...one, at: at.toISOString(), milliseconds: ms }))
      const seen = seesFacts(kind, permissionsOf(actor)) ? body : null
      return ok({ ...found.value, tried, body: seen } as never)
    },
  }),
  command({
    method: 'POST',
    path: '/webhook-deliveries/:id/replay',
    operationId: 'replayWebhookDelivery',
    summary: 'Sends a message once more, under the same id',
    ...writing,
    params: idParams,
    response: Type.Void(),
    status: 204,
    command: (ctx, { params }) => replayDelivery(ctx, params.id),
  }),
]
