import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { instantSchema, nullable, textsSchema } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import {
  listTerms,
  listUntranslated,
  readProgress,
  TARGETS,
  TEXT_STATES,
  TRANSLATED_KINDS,
  TRANSLATION_STATES,
  viewTexts,
} from '../queries/translations.ts'
import { namesOfStaff } from '../../../host/records/names-of-staff.ts'
import { approveTexts } from '../use-cases/approve-texts.ts'
import { putTerm, removeTerm } from '../use-cases/put-term.ts'
import { translateText } from '../use-cases/translate-text.ts'

const kind = Type.Enum([...TRANSLATED_KINDS])
const language = Type.Enum([...TARGETS])
const id = Type.String({
  pattern: '^[a-z0-9_-]{1,60}$',
  description: 'Id of the product, category, collection or brand; code of the attribute.',
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
/** How the audit calls people of the shop. */
const STAFF = 'staff:'
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
        Type.Object({
          language: Type.String(),
          kind,
          missing: Type.Integer(),
          draft: Type.Integer(),
          outdated: Type.Integer(),
        }),
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
          field: Type.String({ description: 'Of options `size` and `size.small`, of choices of attributes `wood`.' }),
          within: nullable(Type.String({ description: 'Of a choice, the option’s English name.' })),
          source: Type.String(),
          text: Type.String({ description: 'The draft, or what stands in the record.' }),
          shown: Type.String({ description: 'What stands in the record.' }),
          state: Type.Enum([...TEXT_STATES]),
          draft: nullable(
            Type.Object({
              by: nullable(Type.String({ description: 'Who wrote it.' })),
              provider: nullable(Type.String({ description: 'The program that made it.' })),
              at: instantSchema,
            }),
          ),
          sourceWas: nullable(Type.String({ description: 'What it was made from, where the English is another now.' })),
          hints,
        }),
      ),
    }),
    answer: async ({ house }, { params, query: { language: into } }) => {
      const viewed = await viewTexts(house.database, { ...params, language: into } as never)
      if (!viewed.ok) return viewed
      const { title, texts } = viewed.value
      const names = await namesOfStaff(
        house,
        texts.flatMap(({ draft }) => (draft?.by.startsWith(STAFF) ? [draft.by.slice(STAFF.length)] : [])),
      )
      return ok({
        title,
        texts: texts.map(({ draft, hints: found, ...text }) => ({
          ...text,
          hints: [...found],
          draft: draft && {
            by: names.get(draft.by.slice(STAFF.length)) ?? null,
            provider: draft.provider,
            at: draft.at.toISOString(),
          },
        })),
      })
    },
  }),
  command({
    method: 'PUT',
    path: '/translations/:kind/:id/:field/:language',
    operationId: 'putTranslation',
    summary:
      'Draft one text in one language, against the English that was read; the same text again says that it is right',
    ...writing,
    params: Type.Object({ kind, id, field: Type.String({ maxLength: 130 }), language }),
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
  command({
    method: 'POST',
    path: '/translation-approvals',
    operationId: 'approveTranslations',
    summary: 'Drafts become what the shop says; one that cannot be approved keeps none of the others back',
    permission: 'catalog:approve',
    own: 'any',
    body: Type.Object(
      {
        kind,
        language,
        texts: Type.Array(
          Type.Object(
            {
              id,
              field: Type.String({ maxLength: 130 }),
              source: Type.Optional(
                Type.String({
                  maxLength: 100_000,
                  description: 'The English that was read; else it must be unchanged.',
                }),
              ),
              text: Type.Optional(Type.String({ maxLength: 100_000, description: 'The draft that was read.' })),
            },
            { additionalProperties: false },
          ),
          { minItems: 1, maxItems: 200 },
        ),
      },
      { additionalProperties: false },
    ),
    response: Type.Object({
      approved: Type.Integer(),
      refused: Type.Array(Type.Object({ id: Type.String(), field: Type.String(), code: Type.String() })),
    }),
    command: async (ctx, { body }) => {
      const done = await approveTexts(ctx, body as never)
      if (!done.ok) return done
      const { approved, refused } = done.value
      return ok({
        approved,
        refused: refused.map(({ id: recordId, field, refusal }) => ({ id: recordId, field, code: refusal.code })),
      })
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
