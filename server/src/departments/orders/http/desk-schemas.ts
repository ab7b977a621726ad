import { Type, type Static } from 'typebox'
import { idSchema, instantSchema, moneySchema, nullable } from '../../../host/http/schemas.ts'
import { orderSummarySchema } from './schemas.ts'

const colourSchema = Type.Enum(['grey', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'pink'])

export const tagSchema = Type.Object({ id: idSchema, name: Type.String(), colour: colourSchema })

export const tagBody = Type.Object(
  { name: Type.String({ maxLength: 40 }), colour: colourSchema },
  { additionalProperties: false },
)

export const savedSchema = Type.Object({ id: idSchema, version: Type.Integer() })

const idsSchema = Type.Array(idSchema, { maxItems: 50, uniqueItems: true })
export const taggingBody = Type.Object({ add: idsSchema, remove: idsSchema }, { additionalProperties: false })

export const reasonBody = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' }) },
  { additionalProperties: false },
)

export const holdKindSchema = Type.Enum(['fraud', 'stock', 'address', 'manual'])

export const listedOrderSchema = Type.Object({
  ...orderSummarySchema.properties,
  tags: Type.Array(tagSchema),
  held: nullable(holdKindSchema),
})

const personSchema = Type.Object({
  name: nullable(Type.String({ description: 'Null for a rule, and for who is not known any more.' })),
})

export const holdSchema = Type.Object({
  id: idSchema,
  kind: holdKindSchema,
  rule: nullable(idSchema),
  words: Type.String({ description: 'Why, in the language of the request.' }),
  heldAt: instantSchema,
  heldBy: personSchema,
  todoId: nullable(idSchema),
  released: nullable(Type.Object({ at: instantSchema, by: personSchema, reason: Type.String() })),
})

const termsSchema = Type.Union(
  [
    Type.Object(
      {
        what: Type.Literal('value'),
        over: Type.Record(Type.String({ pattern: '^[A-Z]{3}$' }), Type.Integer({ minimum: 0, maximum: 1e15 }), {
          description: 'Whole minor units by currency; orders in others are let pass.',
        }),
        firstTime: Type.Boolean({ description: 'Only of who never paid an order before, by e-mail address.' }),
      },
      { additionalProperties: false },
    ),
    Type.Object(
      {
        what: Type.Literal('frequency'),
        by: Type.Enum(['email', 'address']),
        orders: Type.Integer({ minimum: 2, maximum: 50 }),
        hours: Type.Integer({ minimum: 1, maximum: 168 }),
      },
      { additionalProperties: false },
    ),
    Type.Object(
      {
        what: Type.Literal('email_domain'),
        domains: Type.Array(Type.String({ minLength: 1, maxLength: 255 }), { minItems: 1, maxItems: 500 }),
      },
      { additionalProperties: false },
    ),
    Type.Object(
      { what: Type.Enum(['company_abroad', 'address_format', 'po_box', 'stock']) },
      { additionalProperties: false },
    ),
  ],
  { description: 'What a rule looks at, and from where on.' },
)

const marketsSchema = Type.Array(Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,39}$' }), {
  maxItems: 200,
  description: 'None: every market.',
})

export const ruleBody = Type.Object(
  {
    terms: termsSchema,
    markets: marketsSchema,
    active: Type.Boolean(),
    assignee: nullable(
      Type.String({
        pattern: '^(staff|unit|role):[a-z0-9_-]{1,60}$',
        description: 'Who is asked to look at each order.',
      }),
    ),
  },
  { additionalProperties: false },
)
export type RuleBody = Static<typeof ruleBody>

export const trialBody = Type.Object({ terms: termsSchema, markets: marketsSchema }, { additionalProperties: false })

const ruleSchema = Type.Object({
  id: idSchema,
  ...ruleBody.properties,
  assigneeName: nullable(Type.String({ description: 'Null for nobody, and for who is not there any more.' })),
  sentence: Type.String({ description: 'What it does, in the language of the request.' }),
  kind: holdKindSchema,
  open: Type.Integer({ description: 'Orders that wait because of it; 1,000 at most.' }),
  held: Type.Integer({ description: 'That it ever held; 1,000 at most.' }),
  version: Type.Integer(),
})

export const rulesSchema = Type.Object({
  markets: Type.Array(Type.Object({ code: Type.String(), currency: Type.String() }), {
    description: 'To which a rule can be limited, and in which currencies they sell.',
  }),
  items: Type.Array(ruleSchema),
})

export const trialSchema = Type.Object({
  sentence: Type.String(),
  days: Type.Integer(),
  looked: Type.Integer({ description: 'Orders that were looked at, the newest first.' }),
  capped: Type.Boolean({ description: 'There were more.' }),
  held: Type.Integer(),
  knowable: Type.Boolean({ description: 'False where the past cannot be known: what stock there was.' }),
  examples: Type.Array(
    Type.Object({
      id: idSchema,
      number: Type.String(),
      placedAt: instantSchema,
      total: moneySchema,
      words: Type.String(),
    }),
  ),
})
