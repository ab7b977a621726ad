import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams, nullable } from '../../../host/http/schemas.ts'
import { viewOrderLimit } from '../queries/order-limits.ts'
import { putOrderLimit } from '../use-cases/put-order-limit.ts'

const count = (description: string) => Type.Integer({ minimum: 1, maximum: 999, description })
const limitFields = {
  least: count('Of each variant; 1 where there is no such limit.'),
  most: nullable(count('Of all variants together; null where there is no such limit.')),
  step: count('Only whole multiples of it can be ordered; 1 for any number.'),
}

export const orderLimitRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/products/:id/order-limit',
    operationId: 'getOrderLimit',
    summary: 'How many of a product one order may have',
    permission: 'catalog:read',
    own: 'any',
    withinScope: 'narrowed',
    params: idParams,
    response: Type.Object({ version: Type.Integer({ description: 'Of the product.' }), ...limitFields }),
    etag: 'version',
    answer: ({ house }, { params }) => viewOrderLimit(house.database, params.id),
  }),
  command({
    method: 'PUT',
    path: '/products/:id/order-limit',
    operationId: 'putOrderLimit',
    summary: 'Say how many of a product one order may have',
    description:
      'Send the version of the product that you read in `If-Match`. It is asked when something is put into a basket and again when it is ordered; what was ordered before stays.',
    permission: 'catalog:write',
    own: 'any',
    params: idParams,
    body: Type.Object(limitFields, { additionalProperties: false }),
    response: Type.Object({ version: Type.Integer() }),
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) =>
      putOrderLimit(ctx, { productId: params.id, version: ifMatch, limit: body }),
  }),
]
