import { Type } from 'typebox'
import { isWithin, scopeOf } from '../../../host/actor.ts'
import { openLink } from '../../../host/auth/links.ts'
import { readTimeline, timelineSchema } from '../../../host/http/timeline.ts'
import { query, type Route } from '../../../host/http/route.ts'
import { idParams } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { ok } from '../../../kernel/result.ts'
import { findLinkedOrder } from '../queries/find-linked-order.ts'
import { listMarketCodes } from '../queries/list-market-codes.ts'
import { orderPlace } from '../queries/order-place.ts'
import { ordersList } from '../queries/orders-list.ts'
import { getOrder } from '../queries/read-orders.ts'
import { viewOrder } from '../use-cases/view-order.ts'
import { linkedOrderSchema, orderSchema, orderSummarySchema } from './schemas.ts'

const named = (value: string) => ({ value, label: value })

export const orderRoutes: readonly Route[] = [
  ...listRoutes(ordersList, {
    path: '/orders',
    permission: 'orders:read',
    summary: 'Orders, newest first',
    item: orderSummarySchema,
    choices: {
      market: async ({ house, actor }) => {
        const all = await listMarketCodes(house.database)
        return all.filter((market) => isWithin(scopeOf(actor), { market })).map(named)
      },
    },
  }),
  query({
    method: 'GET',
    path: '/orders/:id',
    operationId: 'getOrder',
    summary: 'One order with lines, address, totals and what may be done to it',
    permission: 'orders:read',
    own: 'any',
    withinScope: orderPlace,
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
    withinScope: orderPlace,
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
