import { Type } from 'typebox'
import { linkKeysOf, openLink } from '../../../host/auth/links.ts'
import { handOut } from '../../../host/attachments/take-file.ts'
import { runCommand } from '../../../host/context.ts'
import { fileAnswerSchema } from '../../../host/http/file-answer.ts'
import { command, query, steps, type Call, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import { orderPlace } from '../queries/order-place.ts'
import { giveConsents, renewDownloads, stopDownloads, takeDownload } from '../use-cases/take-download.ts'
import { viewIntangibles } from '../use-cases/view-intangibles.ts'
import {
  consentKindSchema,
  linkedDownloadsSchema,
  orderDownloadsSchema,
  presentIntangibles,
} from './download-schemas.ts'

const tokenSchema = Type.String({ minLength: 20, maxLength: 120 })
const positionSchema = Type.Integer({ minimum: 0, maximum: 999, description: 'Of the line.' })
const lineParams = Type.Object({ ...idParams.properties, position: positionSchema })
const reasonBody = Type.Object(
  { reason: Type.Optional(Type.String({ maxLength: 500 })) },
  { additionalProperties: false },
)

/** What does not hold opens nothing: an order that nobody has. */
const NOBODYS = '00000000-0000-7000-8000-000000000000'
const orderOf = ({ house }: Pick<Call, 'house'>, token: string) =>
  openLink(linkKeysOf(house), 'order', token) ?? NOBODYS

export const downloadRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/orders/:id/downloads',
    operationId: 'getOrderDownloads',
    summary: 'What of an order is downloaded or done for the buyer, what was downloaded, and what they agreed to',
    permission: 'orders:read',
    own: 'any',
    withinScope: orderPlace,
    params: idParams,
    response: orderDownloadsSchema,
    answer: async ({ house }, { params }) => {
      const view = await viewIntangibles(house.database, params.id, house.clock.now())
      return view.ok ? ok(presentIntangibles(view.value)) : view
    },
  }),
  command({
    method: 'POST',
    path: '/orders/:id/downloads/:position/renewal',
    operationId: 'renewDownloads',
    summary: 'Gives the files of a line anew: counts and days begin again',
    permission: 'orders:write',
    own: 'any',
    withinScope: orderPlace,
    params: lineParams,
    body: reasonBody,
    response: Type.Void(),
    status: 204,
    command: (ctx, { params: { id: orderId, position }, body: { reason } }) =>
      renewDownloads(ctx, { orderId, position, reason }),
  }),
  command({
    method: 'POST',
    path: '/orders/:id/downloads/:position/stop',
    operationId: 'stopDownloads',
    summary: 'Takes the links to the files of a line back, as when its money was given back',
    permission: 'orders:write',
    own: 'any',
    withinScope: orderPlace,
    params: lineParams,
    body: reasonBody,
    response: Type.Void(),
    status: 204,
    command: (ctx, { params: { id: orderId, position }, body: { reason } }) =>
      stopDownloads(ctx, { orderId, position, reason }),
  }),
  query({
    method: 'GET',
    path: '/order-links/:token/downloads',
    operationId: 'getLinkedDownloads',
    summary: 'What of the order that a signed link opens is downloaded or done for the buyer',
    permission: 'public',
    own: 'link',
    params: Type.Object({ token: tokenSchema }),
    response: linkedDownloadsSchema,
    answer: async (call, { params: { token } }) => {
      const view = await viewIntangibles(call.house.database, orderOf(call, token), call.house.clock.now())
      if (!view.ok) return view
      const { log: _, ...shown } = presentIntangibles(view.value)
      return ok(shown)
    },
  }),
  steps({
    method: 'GET',
    path: '/order-links/:token/downloads/:position/:fileId',
    operationId: 'takeDownload',
    summary: 'A file that was bought; each time counts',
    description: 'The link holds as long and as often as the order says (`GET /order-links/{token}/downloads`).',
    permission: 'public',
    own: 'link',
    params: Type.Object({ token: tokenSchema, position: positionSchema, fileId: idSchema }),
    sendsFile: true,
    response: fileAnswerSchema,
    rateLimit: { perMinute: 60 },
    answer: async (call, { params: { token, position, fileId } }) => {
      const { house, actor, requestId } = call
      const orderId = orderOf(call, token)
      const taken = await runCommand(house, { actor, requestId }, (ctx) =>
        takeDownload(ctx, { orderId, position, fileId }),
      )
      return taken.ok ? handOut(call, { ...taken.value, media_type: taken.value.mediaType }) : taken
    },
  }),
  command({
    method: 'POST',
    path: '/order-links/:token/consents',
    operationId: 'giveConsents',
    summary: 'The buyer agrees that it begins before the withdrawal period is over, and that the right is lost by it',
    permission: 'public',
    own: 'link',
    params: Type.Object({ token: tokenSchema }),
    body: Type.Object(
      { kinds: Type.Array(consentKindSchema, { minItems: 1, maxItems: 2 }) },
      { additionalProperties: false },
    ),
    response: Type.Void(),
    status: 204,
    command: (ctx, { params: { token }, body: { kinds } }, call) =>
      giveConsents(ctx, { orderId: orderOf(call, token), kinds, locale: call.locale }),
  }),
]
