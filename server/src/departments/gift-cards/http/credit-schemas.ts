import { Type } from 'typebox'
import { dateSchema, idSchema, instantSchema, moneySchema, nullable } from '../../../host/http/schemas.ts'
import { CARD_STATES, MOVEMENT_KINDS } from '../use-cases/view-card.ts'
import { CAUSES, CAUSES_BY_HAND } from '../use-cases/view-credit.ts'

const closed = { additionalProperties: false }
const text = Type.String()
const reasonSchema = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' })

export const listedCreditSchema = Type.Object({
  id: idSchema,
  customer: text,
  customerId: text,
  because: Type.Enum([...CAUSES]),
  standing: Type.Enum(['open', 'spent']),
  balance: moneySchema,
  initial: moneySchema,
  issuedAt: instantSchema,
  expiresOn: nullable(dateSchema),
  market: text,
  currency: text,
})

const grantSchema = Type.Object({
  id: idSchema,
  because: Type.Enum([...CAUSES]),
  state: Type.Enum([...CARD_STATES]),
  initial: moneySchema,
  balance: moneySchema,
  held: Type.Object(moneySchema.properties, {
    description: 'Of the balance: promised to orders that are not paid yet.',
  }),
  available: Type.Object(moneySchema.properties, { description: 'What can be paid with it now.' }),
  expiresOn: nullable(dateSchema),
  market: text,
  issuedAt: instantSchema,
})

export const statementSchema = Type.Object({
  balances: Type.Array(Type.Object({ balance: moneySchema, held: moneySchema, available: moneySchema }), {
    description: 'One for each currency in which something was ever granted.',
  }),
  grants: Type.Array(grantSchema, { description: 'The newest first.' }),
  movements: Type.Array(
    Type.Object({
      id: idSchema,
      grantId: idSchema,
      kind: Type.Enum([...MOVEMENT_KINDS]),
      amount: moneySchema,
      balance: Type.Object(moneySchema.properties, { description: 'What the customer had of that money after it.' }),
      orderId: nullable(idSchema),
      orderNumber: nullable(text),
      reason: nullable(text),
      actor: text,
      at: instantSchema,
    }),
    { description: 'The newest first.' },
  ),
  places: Type.Array(Type.Object({ market: text, currency: text, entity: text }), {
    description: 'In which money more can be granted, and by which legal person.',
  }),
})

export const grantBody = Type.Object(
  {
    market: Type.String({ maxLength: 40, description: 'Whose legal person owes it, in whose money.' }),
    amount: moneySchema,
    because: Type.Enum([...CAUSES_BY_HAND]),
    reason: Type.String({ ...reasonSchema, description: 'In words that the customer may read.' }),
    expiresOn: Type.Optional(
      nullable(
        Type.String({ format: 'date', description: 'Its last day; null for ever. Left out: as the shop has it.' }),
      ),
    ),
  },
  closed,
)

export const owedSchema = Type.Object({
  on: dateSchema,
  totals: Type.Array(
    Type.Object({
      entity: Type.String({ description: 'The legal person who owes it.' }),
      currency: text,
      customers: Type.Integer({ description: 'To whom something was owed.' }),
      balance: moneySchema,
      ledger: Type.Object(moneySchema.properties, {
        description: 'What the books say at the end of that day; the same.',
      }),
      granted: moneySchema,
      spent: moneySchema,
      adjusted: moneySchema,
      lapsed: moneySchema,
    }),
  ),
  holders: Type.Array(
    Type.Object({ customerId: idSchema, name: text, email: text, entity: text, balance: moneySchema }),
    { description: 'The largest first, 200 at most.' },
  ),
})

export const basketCreditSchema = Type.Object({
  available: Type.Object(moneySchema.properties, { description: 'What could be paid with it now.' }),
  used: Type.Boolean({ description: 'Whether the basket is to be paid with it, as far as it reaches.' }),
})
