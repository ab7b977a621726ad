import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { textsSchema } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import { listTaxCategories } from '../queries/list-categories.ts'
import { putTaxCategory } from '../use-cases/put-category.ts'

/** What goods are called where they are taxed alike. */
export const categoryRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/tax-categories',
    operationId: 'listTaxCategories',
    summary: 'What goods are called where they are taxed alike',
    permission: 'tax:read',
    own: 'any',
    response: Type.Object({
      items: Type.Array(
        Type.Object({
          code: Type.String(),
          names: Type.Record(Type.String(), Type.String()),
          version: Type.Integer({ description: '0: rates name it, and nobody has given it words.' }),
        }),
      ),
    }),
    answer: async ({ house }) => {
      const rows = await listTaxCategories(house.database)
      return ok({ items: rows.map((row) => ({ ...row, names: { ...row.names } })) })
    },
  }),
  command({
    method: 'PUT',
    path: '/tax-categories/:code',
    operationId: 'putTaxCategory',
    summary: 'Make a tax category, or translate it (If-Match: version)',
    permission: 'tax:write',
    own: 'any',
    params: Type.Object({ code: Type.String({ pattern: '^[a-z0-9_]{1,40}$' }) }),
    body: Type.Object({ names: textsSchema }, { additionalProperties: false }),
    response: Type.Object({ version: Type.Integer() }),
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) =>
      putTaxCategory(ctx, { code: params.code, names: body.names, version: ifMatch }),
  }),
]
