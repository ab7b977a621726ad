import { Type } from 'typebox'
import { allowedActionSchema, idSchema, instantSchema, nullable, problemSchema } from '../../../host/http/schemas.ts'

const stateSchema = Type.Enum(['pending', 'approved', 'refused', 'withdrawn', 'expired', 'failed'])
const currency = Type.String({ pattern: '^[A-Z]{3}$' })
const fact = Type.String({ maxLength: 60 })
const code = Type.String({ minLength: 1, maxLength: 60 })
const closed = { additionalProperties: false }

export const conditionSchema = Type.Union([
  Type.Object({ kind: Type.Literal('always') }, closed),
  Type.Object(
    {
      kind: Type.Literal('above_amount'),
      fact,
      amounts: Type.Array(
        Type.Object({ amount: Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 }), currency }, closed),
        { minItems: 1, maxItems: 50, description: 'One for each currency; what is in another one is held.' },
      ),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('above_percent'),
      fact,
      ppm: Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: 'Parts per million: 15 % is 150000.' }),
    },
    closed,
  ),
  Type.Object(
    { kind: Type.Literal('above_count'), fact, count: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }) },
    closed,
  ),
  Type.Object(
    { kind: Type.Literal('one_of'), fact, values: Type.Array(code, { minItems: 1, maxItems: 100, uniqueItems: true }) },
    closed,
  ),
])

export const ruleBody = Type.Object(
  {
    act: Type.String({ maxLength: 80 }),
    condition: conditionSchema,
    markets: nullable(Type.Array(code, { minItems: 1, maxItems: 200, uniqueItems: true })),
    roles: Type.Array(code, {
      minItems: 1,
      maxItems: 20,
      uniqueItems: true,
      description: 'Who holds any of them may approve.',
    }),
    approvals: Type.Integer({ minimum: 1, maximum: 5 }),
    activeFrom: nullable(instantSchema),
    activeTo: nullable(instantSchema),
    note: Type.String({ maxLength: 300 }),
  },
  closed,
)

export const ruleSchema = Type.Object({
  ...ruleBody.properties,
  id: idSchema,
  version: Type.Integer(),
  createdAt: instantSchema,
  endedAt: nullable(instantSchema),
})

export const savedRuleSchema = Type.Object({ id: idSchema, version: Type.Integer() })

export const choiceSchema = Type.Object({ value: Type.String(), label: Type.String() })

export const actSchema = Type.Object({
  act: Type.String(),
  title: Type.String(),
  facts: Type.Array(
    Type.Object({
      fact: Type.String(),
      kind: Type.Enum(['money', 'percent', 'count', 'choice', 'market']),
      label: Type.String(),
      choices: Type.Array(choiceSchema),
    }),
  ),
})

const factsSchema = Type.Record(Type.String(), Type.Unknown(), {
  description: 'What the rules looked at: fact -> its kind and value.',
})

export const approvalSummarySchema = Type.Object({
  id: idSchema,
  act: Type.String(),
  label: Type.String(),
  facts: factsSchema,
  state: stateSchema,
  requesterName: Type.String(),
  roles: Type.Array(Type.String()),
  askedAt: instantSchema,
  expiresAt: instantSchema,
})

export const changesSchema = Type.Array(
  Type.Object({
    objectType: Type.String(),
    objectId: Type.String(),
    field: Type.String(),
    before: Type.Optional(Type.Unknown()),
    after: Type.Optional(Type.Unknown()),
  }),
)

export const approvalSchema = Type.Object({
  id: idSchema,
  act: Type.String(),
  title: Type.String(),
  summary: Type.String({ description: 'What is asked for, in the language of the request.' }),
  ref: Type.Object({ kind: Type.String(), id: Type.String() }),
  label: Type.String({ description: 'What people call the record.' }),
  path: nullable(Type.String({ description: 'Where it opens, below the back office.' })),
  facts: factsSchema,
  factLabels: Type.Record(Type.String(), Type.String()),
  state: stateSchema,
  requester: Type.Object({ id: idSchema, name: Type.String(), byKey: Type.Boolean() }),
  requirements: Type.Array(
    Type.Object({
      source: Type.String(),
      id: Type.String(),
      version: Type.Integer(),
      note: Type.String(),
      roles: Type.Array(Type.String()),
      roleNames: Type.Array(Type.String()),
      approvals: Type.Integer(),
      given: Type.Integer(),
    }),
  ),
  decisions: Type.Array(
    Type.Object({
      staffId: idSchema,
      name: Type.String(),
      verdict: Type.Enum(['approve', 'refuse']),
      comment: Type.String(),
      at: instantSchema,
    }),
  ),
  changes: changesSchema,
  askedAt: instantSchema,
  expiresAt: instantSchema,
  endedAt: nullable(instantSchema),
  problem: nullable(problemSchema),
  allowedActions: Type.Array(allowedActionSchema),
  answer: Type.Optional(Type.Unknown({ description: 'What the operation answered, for who asked.' })),
  version: Type.Integer(),
})

export const previewSchema = Type.Object({
  known: Type.Boolean({
    description: 'False for long work, which cannot be tried out: what was seen when it was held counts.',
  }),
  changed: Type.Boolean({ description: 'The record is not as it was when this was asked for.' }),
  changes: changesSchema,
  problem: nullable(problemSchema),
})

export const outcomeSchema = Type.Object({ state: stateSchema })
