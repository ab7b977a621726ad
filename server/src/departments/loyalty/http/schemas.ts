import { Type } from 'typebox'
import { dateSchema, idSchema, instantSchema, moneySchema, nullable } from '../../../host/http/schemas.ts'
import { EXPIRES_AFTER, MOVEMENT_KINDS } from '../use-cases/view-points.ts'

const closed = { additionalProperties: false }
const text = Type.String()
const count = Type.Integer()
const minorUnits = (description: string) => Type.Integer({ minimum: 1, maximum: 1_000_000_000, description })
const reasonSchema = Type.String({
  minLength: 1,
  maxLength: 500,
  pattern: '\\S',
  description: 'In words that the customer may read.',
})
const described = (description: string) => Type.Object(moneySchema.properties, { description })

const terms = {
  running: Type.Boolean({ description: 'Whether orders placed from now on earn points.' }),
  names: Type.Record(Type.String({ maxLength: 5 }), Type.String({ maxLength: 80 }), {
    description: 'What the programme is called, by language; English is there always.',
  }),
  earnPoints: Type.Integer({ minimum: 1, maximum: 10_000, description: 'So many points …' }),
  earnAmount: minorUnits('… for each whole part of so much, in minor units of the market’s currency.'),
  afterTax: Type.Boolean({ description: 'Whether what was spent is counted with its tax.' }),
  excludedCategories: Type.Array(idSchema, { maxItems: 100 }),
  excludedGroups: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 100 }),
  pointWorth: minorUnits('What one point is worth as store credit, in minor units.'),
  leastPoints: Type.Integer({ minimum: 1, maximum: 10_000_000, description: 'Fewer are not turned into credit.' }),
  confirmDays: Type.Integer({ minimum: 0, maximum: 365, description: 'Days after arrival until points are certain.' }),
  expiryMonths: Type.Integer({
    minimum: 0,
    maximum: 120,
    description: 'Months that points are good for; 0: for ever.',
  }),
  expiresAfter: Type.Enum([...EXPIRES_AFTER], {
    description: 'Months after points were earned, or after points last came or were used.',
  }),
  redemptionPpm: Type.Integer({
    minimum: 0,
    maximum: 1_000_000,
    description: 'Of a million points, how many are expected to be used: as much of their worth is owed in the books.',
  }),
}

export const programmeBody = Type.Object(terms, closed)
export const marketParams = Type.Object({ market: Type.String({ minLength: 1, maxLength: 40 }) })

const termsSchema = Type.Object({ ...terms, version: count, from: instantSchema })
export const versionsSchema = Type.Object({ items: Type.Array(termsSchema) })
export const programmesSchema = Type.Object({
  items: Type.Array(Type.Object({ market: text, currency: text, terms: nullable(termsSchema) })),
  choices: Type.Object(
    {
      categories: Type.Array(Type.Object({ id: idSchema, name: text })),
      groups: Type.Array(Type.Object({ code: text, name: text })),
    },
    { description: 'What can be left out.' },
  ),
})

const movementSchema = Type.Object({
  id: idSchema,
  market: text,
  kind: Type.Enum([...MOVEMENT_KINDS]),
  points: Type.Integer({ description: 'By how many there are more to use.' }),
  pending: Type.Integer({ description: 'By how many more wait.' }),
  balance: Type.Integer({ description: 'What could be used after it.' }),
  credited: described('Of a conversion: the store credit that they became.'),
  orderId: nullable(idSchema),
  orderNumber: nullable(text),
  reason: nullable(text),
  at: instantSchema,
})

const accountSchema = Type.Object({
  market: text,
  names: Type.Record(text, text),
  balance: Type.Integer({ description: 'Below zero: points that were spent before their order came back.' }),
  worth: described('What the points are worth as store credit.'),
  pending: Type.Integer({ description: 'What waits until it is certain.' }),
  leastPoints: count,
  parts: Type.Array(Type.Object({ points: count, worth: moneySchema, expiresOn: nullable(dateSchema) }), {
    description: 'By their last day, what ends first first.',
  }),
  waiting: Type.Array(
    Type.Object({ orderId: idSchema, orderNumber: nullable(text), points: count, certainOn: nullable(dateSchema) }),
    { description: 'Of which orders, and from which day on they are certain; null until all of it has arrived.' },
  ),
})

export const ownPointsSchema = Type.Object({
  accounts: Type.Array(accountSchema),
  movements: Type.Array(movementSchema, { description: 'The newest first, 200 at most.' }),
})

export const statementSchema = Type.Object({
  accounts: Type.Array(accountSchema),
  movements: Type.Array(Type.Object({ ...movementSchema.properties, actor: text }), {
    description: 'The newest first, 200 at most.',
  }),
  programmes: Type.Array(Type.Object({ market: text, names: Type.Record(text, text) }), {
    description: 'In which points can be given.',
  }),
})

export const grantBody = Type.Object(
  {
    market: Type.String({ minLength: 1, maxLength: 40, description: 'In the programme of which market.' }),
    points: Type.Integer({ minimum: -10_000_000, maximum: 10_000_000, description: 'Below zero: taken.' }),
    reason: reasonSchema,
  },
  closed,
)
export const balanceSchema = Type.Object({ balance: count })

export const conversionBody = Type.Object(
  {
    id: Type.String({
      format: 'uuid',
      description: 'Of the caller’s choice; the same once more is the same conversion.',
    }),
    market: Type.String({ minLength: 1, maxLength: 40 }),
    points: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
  },
  closed,
)
export const conversionSchema = Type.Object({ points: count, amount: described('The store credit that they became.') })

export const orderPointsSchema = nullable(
  Type.Object({
    state: Type.Enum(['pending', 'confirmed', 'reversed']),
    earned: count,
    reversed: Type.Integer({ description: 'Of them: gone with what was called off or came back.' }),
    certainOn: nullable(Type.String({ format: 'date', description: 'Null until all of it has arrived.' })),
    confirmedAt: nullable(instantSchema),
    names: Type.Record(text, text),
    termsVersion: Type.Integer({ description: 'Of the programme under which it was placed.' }),
  }),
)

export const debtsSchema = Type.Object({
  totals: Type.Array(
    Type.Object({
      entity: Type.String({ description: 'The legal person who owes it.' }),
      currency: text,
      customers: count,
      points: count,
      pending: Type.Integer({ description: 'Points that are not certain yet; nothing is owed for them.' }),
      debt: Type.Integer({ description: 'Points that customers spent before their order came back.' }),
      worth: described('If all of them were used.'),
      owed: described('As far as they are expected to be used.'),
      ledger: described('What the books say; the same.'),
      ages: Type.Object({ to_3: moneySchema, to_12: moneySchema, to_24: moneySchema, older: moneySchema }),
      ends: Type.Object({
        in_30: moneySchema,
        in_90: moneySchema,
        in_365: moneySchema,
        later: moneySchema,
        never: moneySchema,
      }),
    }),
  ),
  holders: Type.Array(
    Type.Object({
      ...{ customerId: idSchema, name: text, email: text, points: count, worth: moneySchema, owed: moneySchema },
      expiresOn: nullable(dateSchema),
    }),
    { description: 'The largest first, 200 at most.' },
  ),
})
