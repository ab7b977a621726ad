import { Type } from 'typebox'
import { isWithin, scopeOf } from '../../../host/actor.ts'
import type { Route } from '../../../host/http/route.ts'
import { idSchema } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { listLocationChoices } from '../queries/read-stock.ts'
import { stockList } from '../queries/stock-list.ts'
import { countRoutes } from './count-routes.ts'

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
  ...countRoutes,
]
