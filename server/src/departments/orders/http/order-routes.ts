import { Type } from 'typebox'
import { isWithin, scopeOf } from '../../../host/actor.ts'
import { linkKeysOf, openLink } from '../../../host/auth/links.ts'
import { allowedActions } from '../../../host/http/allowed-actions.ts'
import { query, type Route } from '../../../host/http/route.ts'
import { idParams, moneySchema, nullable } from '../../../host/http/schemas.ts'
import { exportRoute, listRoutes } from '../../../host/lists/list-routes.ts'
import { ok } from '../../../kernel/result.ts'
import { findLinkedOrder } from '../queries/find-linked-order.ts'
import { listMarketCodes } from '../queries/list-market-codes.ts'
import { orderPlace } from '../queries/order-place.ts'
import { orderLinesList } from '../queries/order-lines-list.ts'
import { ordersList } from '../queries/orders-list.ts'
import { listTags } from '../queries/tags.ts'
import { viewRefundable } from '../use-cases/view-refundable.ts'
import { viewOrder } from '../use-cases/view-order.ts'
import { listedOrderSchema } from './desk-schemas.ts'
import { linkedOrderSchema, orderSchema } from './schemas.ts'

const named = (value: string) => ({ value, label: value })

export const orderRoutes: readonly Route[] = [
  ...listRoutes(ordersList, {
    path: '/orders',
    permission: 'orders:read',
    summary: 'Orders, newest first',
    item: listedOrderSchema,
    choices: {
      market: async ({ house, actor }) => {
        const all = await listMarketCodes(house.database)
        return all.filter((market) => isWithin(scopeOf(actor), { market })).map(named)
      },
      tag: async ({ house }) => {
        const tags = await listTags(house.database)
        return tags.map(({ id, name }) => ({ value: id, label: name }))
      },
    },
  }),
  exportRoute(orderLinesList, { path: '/order-lines', permission: 'orders:read' }),
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
    answer: async (call, { params }) => {
      const view = await viewOrder(call.house.database, params.id)
      if (!view.ok) return view
      return ok({ ...view.value.order, allowedActions: allowedActions(call, view.value.possible) })
    },
  }),
  query({
    method: 'GET',
    path: '/orders/:id/refundable',
    operationId: 'listRefundable',
    summary: 'What each line of an order is worth when it comes back',
    description:
      'Tax included, promotions taken off. A component of a bundle is worth its share of the bundle’s price. What was given back already is known by the payments.',
    permission: 'orders:read',
    own: 'any',
    withinScope: orderPlace,
    params: idParams,
    response: Type.Object({
      items: Type.Array(
        Type.Object({
          position: Type.Integer(),
          bundle: nullable(Type.Integer()),
          name: Type.String(),
          quantity: Type.Integer(),
          total: moneySchema,
          pieces: Type.Array(moneySchema, { description: 'For one piece, for two, and so on.' }),
        }),
      ),
    }),
    answer: ({ house }, { params }) => viewRefundable(house.database, params.id),
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
    answer: ({ house }, { params }) =>
      findLinkedOrder(house.database, openLink(linkKeysOf(house), 'order', params.token)),
  }),
]
