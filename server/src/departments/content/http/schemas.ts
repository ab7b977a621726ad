import { Type } from 'typebox'
import { locales } from '../../../host/i18n/locales.ts'
import { BLOCK_TYPES } from '../../../host/mail/template.ts'
import { instantSchema, nullable } from '../../../host/http/schemas.ts'

/** The market of a path for every market without words of its own. */
export const EVERYWHERE = '-'

const kindSchema = Type.String({ maxLength: 60 })
const localeSchema = Type.Enum([...locales])
const valueName = Type.String({ maxLength: 60 })

export const templateParams = Type.Object({
  kind: kindSchema,
  locale: localeSchema,
  market: Type.String({
    maxLength: 40,
    description: 'Code of a market; `-` for every market without words of its own.',
  }),
})

export const templateSchema = Type.Object(
  {
    subject: Type.String(),
    preheader: Type.String({ description: 'What lists of mails show after the subject.' }),
    blocks: Type.Array(
      Type.Object(
        {
          type: Type.Enum([...BLOCK_TYPES]),
          text: Type.Optional(
            Type.String({
              description: 'Plain words; `{name}` stands for the value of that name.',
            }),
          ),
          value: Type.Optional(valueName),
          when: Type.Optional(
            Type.Object({ value: valueName, is: Type.Enum(['there', 'missing']) }, { additionalProperties: false }),
          ),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
)

const reasonSchema = Type.String({ maxLength: 200, description: 'Why, for those who look at it later.' })

export const saveBody = Type.Object({ content: templateSchema, reason: reasonSchema }, { additionalProperties: false })
export const restoreBody = Type.Object(
  {
    version: nullable(Type.Integer({ minimum: 1, description: 'Null: the house’s own words.' })),
    reason: reasonSchema,
  },
  { additionalProperties: false },
)
export const lookBody = Type.Object(
  {
    content: templateSchema,
    number: Type.Optional(
      Type.String({ maxLength: 60, description: 'Of the record to look at it with; without it the latest.' }),
    ),
  },
  { additionalProperties: false },
)

const personSchema = nullable(Type.Object({ id: Type.String(), name: Type.String() }))

export const kindsSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      kind: Type.String(),
      label: Type.String({ description: 'In the language of the request.' }),
      hint: Type.String({ description: 'When it goes out.' }),
      audience: Type.Enum(['customer', 'staff']),
      templates: Type.Array(
        Type.Object({
          locale: localeSchema,
          market: nullable(Type.String()),
          version: Type.Integer(),
          savedAt: instantSchema,
          savedBy: personSchema,
          isUsable: Type.Boolean({
            description: 'False: a newer house no longer understands it, and its own words go out.',
          }),
        }),
      ),
    }),
  ),
})

export const templateViewSchema = Type.Object({
  kind: Type.String(),
  label: Type.String(),
  hint: Type.String(),
  audience: Type.Enum(['customer', 'staff']),
  values: Type.Array(
    Type.Object({
      name: Type.String(),
      label: Type.String(),
      type: Type.String({
        description: 'What it is; `text` stands within words, everything else is a block of its own.',
      }),
      block: nullable(Type.String({ description: 'The block that shows it.' })),
      required: nullable(Type.Enum(['law', 'function'], { description: 'Why it cannot be left out.' })),
    }),
  ),
  markets: Type.Array(Type.String()),
  hasExamples: Type.Boolean({ description: 'Whether real records can be looked at, and the caller may.' }),
  version: Type.Integer({ description: 'For If-Match; 0 while the shop has none here.' }),
  source: Type.Enum(['own', 'language', 'house'], { description: 'Whose words go out now.' }),
  content: templateSchema,
  house: templateSchema,
  versions: Type.Array(
    Type.Object({
      version: Type.Integer(),
      content: nullable(templateSchema),
      reason: Type.String(),
      savedAt: instantSchema,
      savedBy: personSchema,
    }),
  ),
})

export const previewSchema = Type.Object({
  subject: Type.String(),
  preheader: Type.String(),
  text: Type.String(),
  html: Type.String(),
  example: nullable(Type.String({ description: 'Number of the record; null: stated values.' })),
})
