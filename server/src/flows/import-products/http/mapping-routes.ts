import { Type } from 'typebox'
import { listImportMappings, removeImportMapping, saveImportMapping } from '../../../departments/catalog/index.ts'
import { command, query, type Route } from '../../../host/http/route.ts'
import { nullable } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import { isField } from '../formats/field.ts'
import { refusals } from '../refusals.ts'

const namedParams = Type.Object({ name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }) })
const headings = Type.Array(Type.String({ maxLength: 200 }), { maxItems: 2_000 })
const fields = Type.Array(nullable(Type.String({ maxLength: 40, examples: ['name'] })), { maxItems: 2_000 })

/** Which column is what, kept under a name and proposed again for files with the same headings. */
export const mappingRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/import-mappings',
    operationId: 'listImportMappings',
    summary: 'What columns of files are, as it was kept under names',
    permission: 'catalog:import',
    own: 'any',
    response: Type.Object({
      items: Type.Array(Type.Object({ name: Type.String(), headings: Type.Array(Type.String()), fields })),
    }),
    answer: async ({ house }) => {
      const kept = await listImportMappings(house.database)
      return ok({ items: kept.map((one) => ({ ...one, headings: [...one.headings], fields: [...one.fields] })) })
    },
  }),
  command({
    method: 'PUT',
    path: '/import-mappings/:name',
    operationId: 'saveImportMapping',
    summary: 'Keeps what the columns of such files are, under a name',
    permission: 'catalog:import',
    own: 'any',
    params: namedParams,
    body: Type.Object({ headings, fields }, { additionalProperties: false }),
    response: Type.Object({ name: Type.String() }),
    command: async (ctx, { params: { name }, body }) => {
      const unknown = body.fields.findIndex((field) => field !== null && !isField(field))
      if (unknown >= 0)
        return refusals.unknown_field({ field: `fields.${unknown}`, params: { field: String(body.fields[unknown]) } })
      saveImportMapping(ctx, { name, ...body })
      return ok({ name })
    },
  }),
  command({
    method: 'DELETE',
    path: '/import-mappings/:name',
    operationId: 'removeImportMapping',
    summary: 'Forgets what the columns of such files are',
    permission: 'catalog:import',
    own: 'any',
    params: namedParams,
    response: Type.Object({ name: Type.String() }),
    command: async (ctx, { params: { name } }) => {
      const removed = await removeImportMapping(ctx, name)
      return removed.ok ? ok({ name }) : removed
    },
  }),
]
