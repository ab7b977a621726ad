import { Type, type Static } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema, instantSchema, nullable } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { ok } from '../../../kernel/result.ts'
import { templatesList } from '../queries/templates-list.ts'
import { changeTemplate, makeTemplate, retireTemplate } from '../use-cases/save-template.ts'
import { viewReadyTemplates, viewTemplate, type TemplateView } from '../use-cases/view-projects.ts'
import { checkTextSchema, noteSchema, reasonSchema, titleSchema } from './schemas.ts'

export const partyKeySchema = Type.String({ pattern: '^[a-z0-9_-]{1,60}$' })
export const templateRefSchema = Type.String({
  pattern: '^[a-z0-9_-]{1,60}$',
  description: 'A ready-made one’s word, or an own one’s id.',
})

const MOST_DAYS = 730

const templateBody = Type.Object({
  name: titleSchema,
  note: noteSchema,
  parties: Type.Array(Type.Object({ key: partyKeySchema, name: Type.String({ maxLength: 120 }) }), { maxItems: 20 }),
  steps: Type.Array(
    Type.Object({
      title: Type.String({ maxLength: 200 }),
      note: noteSchema,
      checklist: Type.Array(checkTextSchema, { maxItems: 50 }),
      party: partyKeySchema,
      dueDays: Type.Integer({
        minimum: -MOST_DAYS,
        maximum: MOST_DAYS,
        description: 'Days from the key date; before it where negative.',
      }),
    }),
    { maxItems: 100 },
  ),
})

const templateSchema = Type.Object({
  ...templateBody.properties,
  id: Type.String(),
  ready: Type.Boolean({ description: 'Of the program: copied, never changed.' }),
  version: nullable(Type.Integer()),
})

const keptSchema = Type.Object({ id: idSchema, version: Type.Integer() })
/** Templates are everybody's: who is narrowed to some rows uses them and changes none. */
const writes = { permission: 'work:write', own: 'any', etag: 'version' } as const

export const templateRoutes: readonly Route[] = [
  ...listRoutes(templatesList, {
    path: '/templates',
    permission: 'work:read',
    summary: 'The house’s own templates, by their names; found by words of them',
    item: Type.Object({ ...templateSchema.properties, stepCount: Type.Integer(), madeAt: instantSchema }),
  }),
  query({
    permission: 'work:read',
    own: 'any',
    withinScope: 'narrowed',
    method: 'GET',
    path: '/ready-templates',
    operationId: 'listReadyTemplates',
    summary: 'Templates of the program, in the language of the request: used as they are, or copied',
    response: Type.Object({ items: Type.Array(templateSchema) }),
    answer: async ({ locale }) => ok({ items: viewReadyTemplates(locale).map(present) }),
  }),
  query({
    permission: 'work:read',
    own: 'any',
    withinScope: 'narrowed',
    method: 'GET',
    path: '/templates/:id',
    operationId: 'getTemplate',
    summary: 'A template with its steps',
    params: Type.Object({ id: templateRefSchema }),
    response: templateSchema,
    answer: async ({ house, locale }, { params: { id } }) => {
      const template = await viewTemplate(house.database, id, locale)
      return template.ok ? ok(present(template.value)) : template
    },
  }),
  command({
    ...writes,
    method: 'POST',
    path: '/templates',
    operationId: 'makeTemplate',
    summary: 'Make a template, or keep a copy of another',
    body: templateBody,
    response: keptSchema,
    status: 201,
    idempotent: true,
    command: (ctx, { body }) => makeTemplate(ctx, body),
  }),
  command({
    ...writes,
    method: 'PUT',
    path: '/templates/:id',
    operationId: 'changeTemplate',
    summary: 'Change a template (If-Match: version); projects made from it stay as they are',
    params: idParams,
    body: templateBody,
    response: keptSchema,
    command: (ctx, { params, body }, { ifMatch }) => changeTemplate(ctx, { id: params.id, version: ifMatch }, body),
  }),
  command({
    ...writes,
    method: 'POST',
    path: '/templates/:id/retirement',
    operationId: 'retireTemplate',
    summary: 'Put a template away, with the reason (If-Match: version)',
    params: idParams,
    body: Type.Object({ reason: reasonSchema }),
    response: keptSchema,
    command: (ctx, { params, body: { reason } }, { ifMatch }) =>
      retireTemplate(ctx, { id: params.id, version: ifMatch, reason }),
  }),
]

function present({ id, name, note, parties, steps, version }: TemplateView): Static<typeof templateSchema> {
  return {
    ...{ id, name, note, version, ready: version === null },
    parties: parties.map((party) => ({ ...party })),
    steps: steps.map((step) => ({ ...step, checklist: [...step.checklist] })),
  }
}
