import { Type } from 'typebox'
import { isWithin, scopeOf } from '../../../host/actor.ts'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idSchema } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import { listLocations } from '../queries/list-locations.ts'
import { putLocation } from '../use-cases/put-location.ts'

const fields = {
  name: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
  kind: Type.Union([
    Type.Literal('warehouse'),
    Type.Literal('shop'),
    Type.Literal('supplier'),
    Type.Literal('transit'),
  ]),
  country: Type.String({ pattern: '^[A-Z]{2}$' }),
}

export const locationRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/locations',
    operationId: 'listLocations',
    summary: 'Where stock is',
    permission: 'inventory:read',
    own: 'any',
    withinScope: 'narrowed',
    response: Type.Object({
      items: Type.Array(Type.Object({ id: idSchema, code: Type.String(), ...fields, version: Type.Integer() })),
    }),
    answer: async ({ house, actor }) => {
      const all = await listLocations(house.database)
      return ok({ items: all.filter(({ code }) => isWithin(scopeOf(actor), { location: code })) })
    },
  }),
  command({
    method: 'PUT',
    path: '/locations/:code',
    operationId: 'putLocation',
    summary: 'Make a location, or change it (If-Match: version)',
    permission: 'inventory:write',
    own: 'any',
    params: Type.Object({ code: Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,39}$' }) }),
    body: Type.Object(fields, { additionalProperties: false }),
    response: Type.Object({ version: Type.Integer() }),
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) => putLocation(ctx, { code: params.code, ...body }, ifMatch),
  }),
]
