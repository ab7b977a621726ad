import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import { orderPlace } from '../queries/order-place.ts'
import { listTags } from '../queries/tags.ts'
import { changeTag, makeTag, removeTag } from '../use-cases/save-tag.ts'
import { tagOrder } from '../use-cases/tag-order.ts'
import { savedSchema, tagBody, taggingBody, tagSchema } from './desk-schemas.ts'

export const tagRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/order-tags',
    operationId: 'listOrderTags',
    summary: 'The tags that orders can have, by name',
    permission: 'orders:read',
    own: 'any',
    withinScope: 'narrowed',
    response: Type.Object({
      items: Type.Array(
        Type.Object({
          ...tagSchema.properties,
          version: Type.Integer(),
          orders: Type.Integer({ description: 'That have it; 1,000 at most.' }),
        }),
      ),
    }),
    answer: async ({ house }) => ok({ items: await listTags(house.database) }),
  }),
  command({
    method: 'POST',
    path: '/order-tags',
    operationId: 'createOrderTag',
    summary: 'A tag that orders can have from now on',
    permission: 'orders:write',
    own: 'any',
    idempotent: true,
    status: 201,
    body: tagBody,
    response: savedSchema,
    command: (ctx, { body }) => makeTag(ctx, body),
  }),
  command({
    method: 'PUT',
    path: '/order-tags/:id',
    operationId: 'putOrderTag',
    summary: 'Another name or colour, on every order that has it (If-Match: version)',
    permission: 'orders:write',
    own: 'any',
    params: idParams,
    body: tagBody,
    response: savedSchema,
    etag: 'version',
    command: (ctx, { params: { id }, body }, { ifMatch }) => changeTag(ctx, { id, version: ifMatch, wish: body }),
  }),
  command({
    method: 'DELETE',
    path: '/order-tags/:id',
    operationId: 'deleteOrderTag',
    summary: 'Remove a tag, from every order too',
    permission: 'orders:write',
    own: 'any',
    params: idParams,
    response: Type.Object({}),
    command: async (ctx, { params }) => {
      const removed = await removeTag(ctx, params.id)
      return removed.ok ? ok({}) : removed
    },
  }),
  command({
    method: 'POST',
    path: '/orders/:id/tags',
    operationId: 'tagOrder',
    summary: 'Hang tags on an order, and take others off',
    permission: 'orders:write',
    own: 'any',
    withinScope: orderPlace,
    params: idParams,
    body: taggingBody,
    response: Type.Object({ changed: Type.Boolean() }),
    command: async (ctx, { params, body }) => {
      const tagged = await tagOrder(ctx, { orderId: params.id, ...body })
      return tagged.ok ? ok({ changed: tagged.value }) : tagged
    },
  }),
]
