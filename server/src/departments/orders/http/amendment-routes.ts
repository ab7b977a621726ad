import { Type } from 'typebox'
import { query, type Route } from '../../../host/http/route.ts'
import { idParams, instantSchema, moneySchema, nullable } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import { listAmendments } from '../queries/list-amendments.ts'
import { orderPlace } from '../queries/order-place.ts'
import { getOrder } from '../queries/read-orders.ts'
import { AMENDMENT_KINDS, AMENDMENT_REASONS } from '../use-cases/amend-order.ts'
import { presentAmendments } from './present-amendments.ts'

const amendmentsSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      number: Type.Integer(),
      kind: Type.Enum([...AMENDMENT_KINDS]),
      reason: Type.Enum([...AMENDMENT_REASONS]),
      note: nullable(Type.String()),
      by: nullable(Type.String({ description: 'Who; null where nobody is known by a name.' })),
      at: instantSchema,
      paid: Type.Boolean(),
      before: moneySchema,
      after: moneySchema,
      lines: Type.Array(
        Type.Object({ name: Type.String(), sku: Type.String(), before: Type.Integer(), after: Type.Integer() }),
      ),
      delivery: nullable(Type.Object({ before: moneySchema, after: moneySchema })),
      addressChanged: Type.Boolean(),
      billingChanged: Type.Boolean(),
    }),
  ),
})

export const amendmentRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/orders/:id/amendments',
    operationId: 'listAmendments',
    summary: 'What was changed of an order after it was placed, the first first',
    permission: 'orders:read',
    own: 'any',
    withinScope: orderPlace,
    params: idParams,
    response: amendmentsSchema,
    answer: async ({ house }, { params }) => {
      const order = await getOrder(house.database, params.id)
      if (!order.ok) return order
      const amendments = await listAmendments(house.database, params.id)
      return ok(await presentAmendments(house, order.value.total.currency, amendments))
    },
  }),
]
