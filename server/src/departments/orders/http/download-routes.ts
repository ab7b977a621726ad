import { Type } from 'typebox'
import { linkKeysOf, openLink } from '../../../host/auth/links.ts'
import { handOut } from '../../../host/attachments/take-file.ts'
import { runCommand } from '../../../host/context.ts'
import { fileAnswerSchema } from '../../../host/http/file-answer.ts'
import { command, query, steps, type Call, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import { getLinkedOrderId } from '../queries/linked-order-id.ts'
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
const positionSchema = Type.String({ pattern: '^[0-9]{1,3}$', description: 'Of the line, from 0.' })
const lineParams = Type.Object({ ...idParams.properties, position: positionSchema })
const reasonBody = Type.Object(
  { reason: Type.Optional(Type.String({ maxLength: 500 })) },
  { additionalProperties: false },
)

const orderOf = ({ house }: Pick<Call, 'house'>, token: string) =>
  getLinkedOrderId(house.database, openLink(linkKeysOf(house), 'order', token))

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
      renewDownloads(ctx, { orderId, position: Number(position), reason }),
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
      stopDownloads(ctx, { orderId, position: Number(position), reason }),
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
      const { house } = call
      const order = await orderOf(call, token)
      if (!order.ok) return order
      const view = await viewIntangibles(house.database, order.value, house.clock.now())
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
      const order = await orderOf(call, token)
      if (!order.ok) return order
      const taken = await runCommand(house, { actor, requestId }, (ctx) =>
        takeDownload(ctx, { orderId: order.value, position: Number(position), fileId }),
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
    command: async (ctx, { params: { token }, body: { kinds } }, call) => {
      const order = await orderOf(call, token)
      return order.ok ? giveConsents(ctx, { orderId: order.value, kinds, locale: call.locale }) : order
    },
  }),
]
