import { command, query, type Route } from '../../../host/http/route.ts'
import { ok } from '../../../kernel/result.ts'
import { listEntityRecords, listMarketRecords } from '../queries/list-definitions.ts'
import { listMarketNames } from '../queries/market-names.ts'
import { putEntity } from '../use-cases/put-entity.ts'
import {
  codeParams,
  entityBody,
  entityListSchema,
  marketListSchema,
  marketNamesSchema,
  versionSchema,
} from './schemas.ts'

/** A market is put by the flow set-up, which knows the locations. */
export const definitionRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/entities',
    operationId: 'listEntities',
    summary: 'Legal entities, whole',
    permission: 'organisation:read',
    own: 'any',
    response: entityListSchema,
    answer: async ({ house }) => ok({ items: await listEntityRecords(house.database) }),
  }),
  command({
    method: 'PUT',
    path: '/entities/:code',
    operationId: 'putEntity',
    summary: 'Make a legal entity, or change it (If-Match: version)',
    permission: 'organisation:write',
    own: 'any',
    params: codeParams,
    body: entityBody,
    response: versionSchema,
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) => putEntity(ctx, { code: params.code, ...body }, ifMatch),
  }),
  query({
    method: 'GET',
    path: '/markets',
    operationId: 'listMarkets',
    summary: 'Markets, whole, in the shop’s order',
    permission: 'organisation:read',
    own: 'any',
    response: marketListSchema,
    answer: async ({ house }) => {
      const markets = await listMarketRecords(house.database)
      return ok({ items: markets.map((market) => ({ ...market, countries: [...market.countries] })) })
    },
  }),
  query({
    method: 'GET',
    path: '/market-names',
    operationId: 'listMarketNames',
    summary: 'What each market is called, in the language of the request',
    permission: 'board:read',
    own: 'none',
    response: marketNamesSchema,
    answer: async ({ house, locale }) => ok({ items: await listMarketNames(house.database, locale) }),
  }),
]
