import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { nullable, textsSchema } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import {
  listTerms,
  listUntranslated,
  readProgress,
  TARGETS,
  TRANSLATED_FIELDS,
  TRANSLATED_KINDS,
  TRANSLATION_STATES,
  viewTexts,
} from '../queries/translations.ts'
import { putTerm, removeTerm } from '../use-cases/put-term.ts'
import { translateText } from '../use-cases/translate-text.ts'

const kind = Type.Enum([...TRANSLATED_KINDS])
const language = Type.Enum([...TARGETS])
const id = Type.String({
  pattern: '^[a-z0-9_-]{1,60}$',
  description: 'Id of the product or category; code of the attribute.',
})
const hints = Type.Array(
  Type.Object({
    term: Type.String(),
    wanted: Type.String(),
    note: Type.String(),
    used: Type.Boolean({ description: 'The translation says it so.' }),
  }),
)
const termFields = {
  names: textsSchema,
  kept: Type.Boolean({ description: 'The same in every language.' }),
  note: Type.String({ maxLength: 300 }),
}
const code = Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,39}$' })
const codeParams = Type.Object({ code })
const reading = { permission: 'catalog:translate', own: 'any', withinScope: 'narrowed' } as const
const writing = { permission: 'catalog:translate', own: 'any' } as const

export const translationRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/translations',
    operationId: 'listTranslations',
    summary: 'Records with a text that is missing in a language, or that its English left behind',
    ...reading,
    query: Type.Object({
      kind,
      language,
      state: Type.Enum([...TRANSLATION_STATES]),
      after: Type.Optional(id),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 30 })),
    }),
    response: Type.Object({
      items: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), fields: Type.Array(Type.String()) })),
      next: nullable(Type.String({ description: 'For `after`; null at the end.' })),
    }),
    answer: async ({ house }, { query: asked }) => {
      const { after, limit = 30, ...where } = asked
      const rows = await listUntranslated(house.database, { ...where, after, limit: limit + 1 } as never)
      const shown = rows.slice(0, limit)
      return ok({
        items: shown.map((row) => ({ ...row, fields: [...row.fields] })),
        next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
      })
    },
  }),
  query({
    method: 'GET',
    path: '/translation-progress',
    operationId: 'getTranslationProgress',
    summary: 'How much is missing or outdated, per language and kind; counts stop at 10,000',
    ...reading,
    response: Type.Object({
      items: Type.Array(
        Type.Object({ language: Type.String(), kind, missing: Type.Integer(), outdated: Type.Integer() }),
      ),
    }),
    answer: async ({ house }) => ok({ items: await readProgress(house.database) }),
  }),
  query({
    method: 'GET',
    path: '/translations/:kind/:id',
    operationId: 'getTranslation',
    summary: 'The texts of a record, in English and in a language, with the words of the shop that they use',
    ...reading,
    params: Type.Object({ kind, id }),
    query: Type.Object({ language }),
    response: Type.Object({
      title: Type.String(),
      texts: Type.Array(
        Type.Object({
          field: Type.Enum([...TRANSLATED_FIELDS]),
          source: Type.String(),
          text: Type.String(),
          sourceWas: nullable(Type.String({ description: 'What it was made from, where the English is another now.' })),
          hints,
        }),
      ),
    }),
    answer: async ({ house }, { params, query: { language: into } }) => {
      const viewed = await viewTexts(house.database, { ...params, language: into } as never)
      return viewed.ok ? ok(viewed.value as never) : viewed
    },
  }),
  command({
    method: 'PUT',
    path: '/translations/:kind/:id/:field/:language',
    operationId: 'putTranslation',
    summary:
      'Write one text in one language, against the English that was read; the same text again says that it is right',
    ...writing,
    params: Type.Object({ kind, id, field: Type.String({ maxLength: 40 }), language }),
    body: Type.Object(
      { source: Type.String({ maxLength: 100_000 }), text: Type.String({ maxLength: 100_000 }) },
      { additionalProperties: false },
    ),
    response: Type.Object({ hints }),
    command: async (ctx, { params, body }) => {
      const written = await translateText(ctx, { ...params, ...body } as never)
      return written.ok ? ok({ hints: [...written.value.hints] }) : written
    },
  }),
  query({
    method: 'GET',
    path: '/terms',
    operationId: 'listTerms',
    summary: 'The words of the shop, and how each language says them',
    ...reading,
    response: Type.Object({
      items: Type.Array(Type.Object({ code: Type.String(), ...termFields, version: Type.Integer() })),
    }),
    answer: async ({ house }) => ok({ items: (await listTerms(house.database)) as never }),
  }),
  command({
    method: 'PUT',
    path: '/terms/:code',
    operationId: 'putTerm',
    summary: 'Make a word of the shop, or change it (If-Match: version)',
    ...writing,
    params: codeParams,
    body: Type.Object(termFields, { additionalProperties: false }),
    response: Type.Object({ version: Type.Integer() }),
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) => putTerm(ctx, { code: params.code, ...body } as never, ifMatch),
  }),
  command({
    method: 'DELETE',
    path: '/terms/:code',
    operationId: 'removeTerm',
    summary: 'Take a word off the list',
    ...writing,
    params: codeParams,
    status: 204,
    response: Type.Void(),
    command: (ctx, { params }) => removeTerm(ctx, params.code),
  }),
]
