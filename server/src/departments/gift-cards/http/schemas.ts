import { Type } from 'typebox'
import { locales } from '../../../host/i18n/locales.ts'
import {
  allowedActionSchema,
  dateSchema,
  idSchema,
  instantSchema,
  moneySchema,
  nullable,
} from '../../../host/http/schemas.ts'
import { STANDINGS } from '../queries/cards-list.ts'
import { CARD_STATES, MOVEMENT_KINDS, ORIGINS } from '../use-cases/view-card.ts'

const closed = { additionalProperties: false }
const text = Type.String()
const reasonSchema = Type.String({ minLength: 1, maxLength: 500 })
const emailSchema = Type.String({ minLength: 3, maxLength: 254 })
export const marketParams = Type.Object({ market: Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,39}$' }) })
export const codeBody = Type.Object(
  {
    code: Type.String({ maxLength: 60, description: 'As it was typed: spaces, dashes and small letters do no harm.' }),
  },
  closed,
)

export const listedCardSchema = Type.Object({
  id: idSchema,
  last4: nullable(Type.String({ description: 'The end of its code; null until it was sent.' })),
  standing: Type.Enum([...STANDINGS]),
  recipient: text,
  balance: moneySchema,
  initial: moneySchema,
  issuedAt: instantSchema,
  expiresOn: nullable(dateSchema),
  origin: Type.Enum([...ORIGINS]),
  market: text,
  currency: text,
  orderId: nullable(idSchema),
})

export const cardSchema = Type.Object({
  id: idSchema,
  last4: nullable(text),
  state: Type.Enum([...CARD_STATES]),
  initial: moneySchema,
  balance: moneySchema,
  held: Type.Object(moneySchema.properties, {
    description: 'Of the balance: promised to orders that are not paid yet.',
  }),
  expiresOn: nullable(dateSchema),
  origin: Type.Enum([...ORIGINS]),
  market: text,
  orderId: nullable(idSchema),
  recipientEmail: text,
  recipientName: text,
  senderName: text,
  message: text,
  issuedAt: instantSchema,
  sentAt: nullable(instantSchema),
  blockedAt: nullable(instantSchema),
  blockedBecause: nullable(text),
  movements: Type.Array(
    Type.Object({
      id: idSchema,
      kind: Type.Enum([...MOVEMENT_KINDS]),
      amount: moneySchema,
      balance: Type.Object(moneySchema.properties, { description: 'What was on the card after it.' }),
      orderId: nullable(idSchema),
      orderNumber: nullable(text),
      reason: nullable(text),
      actor: text,
      at: instantSchema,
    }),
    { description: 'The newest first.' },
  ),
  allowedActions: Type.Array(allowedActionSchema),
})

export const issueBody = Type.Object(
  {
    market: Type.String({ maxLength: 40 }),
    amount: moneySchema,
    recipientEmail: emailSchema,
    recipientName: Type.Optional(Type.String({ maxLength: 100 })),
    senderName: Type.Optional(Type.String({ maxLength: 100 })),
    message: Type.Optional(Type.String({ maxLength: 500 })),
    language: Type.Enum([...locales], { description: 'Of the mail.' }),
    reason: reasonSchema,
  },
  closed,
)

export const reasonBody = Type.Object({ reason: reasonSchema }, closed)
export const adjustBody = Type.Object(
  {
    amount: Type.Object(moneySchema.properties, { description: 'What is put on it; negative: taken from it.' }),
    reason: reasonSchema,
  },
  closed,
)
export const sendBody = Type.Object(
  { recipientEmail: Type.Optional(Type.String({ maxLength: 254, description: 'Where it goes from now on.' })) },
  closed,
)
export const ruleBody = Type.Object(
  { validMonths: Type.Integer({ minimum: 0, maximum: 600, description: '0: for ever.' }) },
  closed,
)

export const rulesSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      market: text,
      currency: text,
      language: Type.Enum([...locales]),
      validMonths: Type.Integer(),
      version: Type.Integer(),
    }),
  ),
})

export const debtsSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      entity: Type.String({ description: 'The legal person who owes it.' }),
      currency: text,
      cards: Type.Integer({ description: 'Cards with something on them.' }),
      balance: moneySchema,
      held: moneySchema,
      expired: Type.Object(moneySchema.properties, { description: 'Of it: on cards whose last day is over.' }),
      ledger: Type.Object(moneySchema.properties, { description: 'What the books say; the same, to the cent.' }),
      ages: Type.Object({ to_3: moneySchema, to_12: moneySchema, to_24: moneySchema, older: moneySchema }),
    }),
  ),
})

export const giftBody = Type.Object(
  {
    variantId: idSchema,
    recipientEmail: emailSchema,
    recipientName: Type.Optional(Type.String({ maxLength: 100 })),
    senderName: Type.Optional(Type.String({ maxLength: 100 })),
    message: Type.Optional(Type.String({ maxLength: 500 })),
  },
  closed,
)

/** What who knows the code is told. */
export const balanceSchema = Type.Object({
  last4: text,
  balance: Type.Object(moneySchema.properties, { description: 'What can be paid with it now.' }),
  expiresOn: nullable(dateSchema),
})

export const basketCardsSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      id: idSchema,
      last4: text,
      available: Type.Object(moneySchema.properties, { description: 'What can be paid with it now.' }),
      expiresOn: nullable(dateSchema),
    }),
  ),
})
