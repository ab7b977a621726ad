import { Type } from 'typebox'
import { query, type Route } from '../../../host/http/route.ts'
import { idSchema, nullable } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import { readShopName } from '../queries/shop-settings.ts'
import { listChannels, listEntities, listMarkets } from '../queries/read-organisation.ts'
import { definitionRoutes } from './definition-routes.ts'

const marketSchema = Type.Object({
  id: idSchema,
  code: Type.String(),
  countries: Type.Array(Type.String()),
  currency: Type.String(),
  language: Type.String(),
  pricesIncludeTax: Type.Boolean(),
})

const entitySchema = Type.Object({
  id: idSchema,
  code: Type.String(),
  legalName: Type.String(),
  vatNumber: nullable(Type.String()),
  email: Type.String(),
  street: Type.String(),
  postcode: Type.String(),
  city: Type.String(),
  country: Type.String(),
  currency: Type.String(),
  timeZone: Type.String(),
})

export const routes: readonly Route[] = [
  ...definitionRoutes,
  query({
    method: 'GET',
    path: '/shop',
    operationId: 'getShop',
    summary: 'The shop: its name and its markets',
    permission: 'public',
    own: 'none',
    response: Type.Object({ name: Type.String(), demo: Type.Boolean(), markets: Type.Array(marketSchema) }),
    answer: async ({ house }) => {
      const [markets, name] = await Promise.all([
        listMarkets(house.database),
        readShopName(house.database, house.organisation),
      ])
      return ok({
        name,
        demo: house.organisation.demo,
        markets: markets.map(({ countries, ...market }) => ({ ...market, countries: [...countries] })),
      })
    },
  }),
  query({
    method: 'GET',
    path: '/organisation',
    operationId: 'getOrganisation',
    summary: 'Legal entities, markets and channels',
    permission: 'organisation:read',
    own: 'any',
    response: Type.Object({
      name: Type.String(),
      slug: Type.String(),
      demo: Type.Boolean(),
      entities: Type.Array(entitySchema),
      markets: Type.Array(marketSchema),
      channels: Type.Array(Type.Object({ id: idSchema, code: Type.String(), kind: Type.String() })),
    }),
    answer: async ({ house }) => {
      const [entities, markets, channels] = await Promise.all([
        listEntities(house.database),
        listMarkets(house.database),
        listChannels(house.database),
      ])
      const { name, slug, demo } = house.organisation
      return ok({
        name,
        slug,
        demo,
        entities,
        markets: markets.map((m) => ({ ...m, countries: [...m.countries] })),
        channels,
      })
    },
  }),
]
