import { Type } from 'typebox'
import { pageOf, pageQuery } from '../../../host/http/pagination.ts'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idSchema } from '../../../host/http/schemas.ts'
import { listStock } from '../queries/read-stock.ts'
import { setStock } from '../use-cases/set-stock.ts'

const stockSchema = Type.Object({
  variantId: idSchema,
  sku: Type.String(),
  handle: Type.String(),
  name: Type.String(),
  options: Type.String(),
  location: Type.String(),
  onHand: Type.Integer(),
  reserved: Type.Integer(),
  available: Type.Integer(),
})

export const routes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/stock',
    operationId: 'listStock',
    summary: 'Stock by variant and location',
    permission: 'inventory:read',
    own: 'any',
    query: Type.Object({ ...pageQuery, low: Type.Optional(Type.Boolean()) }),
    response: pageOf(stockSchema),
    answer: ({ house, locale }, { query: { after, limit, low } }) =>
      listStock(house.database, { locale, after, limit: limit ?? 50, low }),
  }),
  command({
    method: 'POST',
    path: '/stock-counts',
    operationId: 'recordStockCounts',
    summary: 'Record what was counted; the difference becomes a move',
    permission: 'inventory:adjust',
    own: 'any',
    idempotent: true,
    body: Type.Object({
      counts: Type.Array(
        Type.Object({
          variantId: idSchema,
          locationCode: Type.String({ maxLength: 40 }),
          quantity: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
        }),
        { minItems: 1, maxItems: 500 },
      ),
      reason: Type.String({ minLength: 1, maxLength: 300 }),
    }),
    response: Type.Object({ changed: Type.Integer() }),
    command: (ctx, { body }) => setStock(ctx, body.counts, { cause: 'adjustment', reason: body.reason }),
  }),
]
