import { Type } from 'typebox'
import { idSchema, instantSchema, nullable } from '../../../host/http/schemas.ts'
import { CANCEL_MINUTES, CANCEL_UNTIL, POLICY_KINDS, POLICY_LANGUAGES } from '../use-cases/view-policies.ts'

const closed = { additionalProperties: false }
const LONGEST = 60_000

export const kindSchema = Type.Enum(POLICY_KINDS)
export const marketSchema = Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,39}$' })
export const policyParams = Type.Object({ market: marketSchema, kind: kindSchema })

const text = Type.Optional(Type.String({ maxLength: LONGEST, description: 'Restricted HTML; blanks such as {shop}.' }))
export const policyTextsSchema = Type.Object({ en: text, it: text, es: text, id: text }, closed)

const days = Type.Integer({ minimum: 0, maximum: 3650 })
export const rulesSchema = Type.Object(
  {
    withdrawalDays: Type.Optional(days),
    returnDays: Type.Optional(days),
    returnPostage: Type.Optional(Type.Enum(['customer', 'shop'])),
    warrantyMonths: Type.Optional(Type.Integer({ minimum: 0, maximum: 600 })),
    cancelUntil: Type.Optional(Type.Enum([...CANCEL_UNTIL])),
    cancelMinutes: Type.Optional(Type.Integer(CANCEL_MINUTES)),
  },
  { ...closed, description: 'What programs read, and what the blanks of the text are filled with.' },
)

export const draftSchema = Type.Object({ texts: policyTextsSchema, rules: rulesSchema }, closed)

export const versionSchema = Type.Object({
  id: idSchema,
  market: Type.String(),
  kind: kindSchema,
  number: Type.Integer(),
  effectiveAt: instantSchema,
  texts: Type.Record(Type.String(), Type.String()),
  rules: rulesSchema,
})

const languages = Type.Array(Type.Enum(POLICY_LANGUAGES))

export const registerSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      market: Type.String(),
      kind: kindSchema,
      inForce: nullable(Type.Object({ number: Type.Integer(), since: instantSchema })),
      plannedAt: nullable(instantSchema),
      draft: Type.Boolean(),
      missing: languages,
    }),
  ),
})

export const policySchema = Type.Object({
  market: Type.String(),
  language: Type.String(),
  kind: kindSchema,
  rules: Type.Array(Type.String(), { description: 'Which rules this kind has.' }),
  blanks: Type.Array(Type.String(), { description: 'What its text may name.' }),
  inForce: nullable(idSchema),
  versions: Type.Array(
    Type.Object({ ...versionSchema.properties, publishedAt: instantSchema, publishedBy: nullable(Type.String()) }),
  ),
  draft: nullable(
    Type.Object({
      ...draftSchema.properties,
      version: Type.Integer(),
      missing: languages,
      behind: Type.Array(Type.Enum(POLICY_LANGUAGES), {
        description: 'Word for word as in the version in force, although the English is another.',
      }),
    }),
  ),
  fills: Type.Object(
    { shop: Type.String(), seller: Type.String(), email: Type.String() },
    { description: 'What fills the blanks that are not rules.' },
  ),
  readyMade: Type.Object({ ...draftSchema.properties }, { description: 'A draft to begin with; have it checked.' }),
})
