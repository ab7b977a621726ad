import { Type } from 'typebox'
import { openLink } from '../../../host/auth/links.ts'
import { readTimeline, timelineSchema } from '../../../host/http/timeline.ts'
import { pageOf, pageQuery } from '../../../host/http/pagination.ts'
import { query, type Route } from '../../../host/http/route.ts'
import { idParams } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import { findLinkedOrder } from '../queries/find-linked-order.ts'
import { getOrder, listOrders } from '../queries/read-orders.ts'
import { viewOrder } from '../use-cases/view-order.ts'
import { linkedOrderSchema, orderSchema, orderSummarySchema, stateSchema } from './schemas.ts'

export const orderRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/orders',
    operationId: 'listOrders',
    summary: 'Orders, newest first',
    permission: 'orders:read',
    own: 'any',
    query: Type.Object({
      ...pageQuery,
      state: Type.Optional(stateSchema),
      search: Type.Optional(Type.String({ maxLength: 120, description: 'A number, a name or an e-mail address.' })),
      customerId: Type.Optional(Type.String({ format: 'uuid' })),
    }),
    response: pageOf(orderSummarySchema),
    answer: ({ house }, { query: { limit, ...rest } }) => listOrders(house.database, { ...rest, limit: limit ?? 50 }),
  }),
  query({
    method: 'GET',
    path: '/orders/:id',
    operationId: 'getOrder',
    summary: 'One order with lines, address, totals and what may be done to it',
    permission: 'orders:read',
    own: 'any',
    params: idParams,
    response: orderSchema,
    etag: 'version',
    answer: ({ house }, { params }) => viewOrder(house.database, params.id),
  }),
  query({
    method: 'GET',
    path: '/orders/:id/timeline',
    operationId: 'getOrderTimeline',
    summary: 'What happened to an order: events, audit trail, mails, jobs',
    permission: 'orders:read',
    own: 'any',
    params: idParams,
    response: timelineSchema,
    answer: async ({ house }, { params }) => {
      const order = await getOrder(house.database, params.id)
      return order.ok ? ok(await readTimeline(house.database, { type: 'order', id: params.id })) : order
    },
  }),
  query({
    method: 'GET',
    path: '/order-links/:token',
    operationId: 'getLinkedOrder',
    summary: 'The order that a signed link opens',
    permission: 'public',
    own: 'link',
    params: Type.Object({ token: Type.String({ minLength: 20, maxLength: 120 }) }),
    response: linkedOrderSchema,
    answer: ({ house }, { params }) => findLinkedOrder(house.database, openLink(house.linkKey, 'order', params.token)),
  }),
]
