import { Type } from 'typebox'
import { isWithin, scopeOf } from '../../../host/actor.ts'
import { command, type Route } from '../../../host/http/route.ts'
import { idSchema } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { listLocationChoices } from '../queries/read-stock.ts'
import { stockList } from '../queries/stock-list.ts'
import { setStock } from '../use-cases/set-stock.ts'

const stockSchema = Type.Object({
  variantId: idSchema,
  sku: Type.String(),
  handle: Type.String(),
  name: Type.String(),
  options: Type.String(),
  location: Type.String({ description: 'Its name.' }),
  locationCode: Type.String(),
  onHand: Type.Integer(),
  reserved: Type.Integer(),
  available: Type.Integer(),
})

export const routes: readonly Route[] = [
  ...listRoutes(stockList, {
    path: '/stock',
    permission: 'inventory:read',
    summary: 'Stock by variant and location',
    item: stockSchema,
    choices: {
      location: async ({ house, actor }) => {
        const all = await listLocationChoices(house.database)
        return all.filter(({ value }) => isWithin(scopeOf(actor), { location: value }))
      },
    },
  }),
  command({
    method: 'POST',
    path: '/stock-counts',
    operationId: 'recordStockCounts',
    summary: 'Record what was counted; the difference becomes a move',
    permission: 'inventory:adjust',
    own: 'any',
    withinScope: 'narrowed',
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
