import { Type } from 'typebox'
import {
  allowedActionSchema,
  dateSchema,
  idSchema,
  instantSchema,
  moneySchema,
  nullable,
} from '../../../host/http/schemas.ts'
import { PAYOUT_STATES } from '../queries/payouts-list.ts'
import { BOOKINGS, LINE_KINDS, REASONS } from '../queries/read-payout.ts'

export const payoutSchema = Type.Object({
  id: idSchema,
  provider: Type.String(),
  providerRef: Type.String({ description: 'As the provider calls it.' }),
  state: Type.Enum([...PAYOUT_STATES]),
  origin: Type.Enum(['provider', 'file']),
  paidAt: instantSchema,
  arrivesOn: dateSchema,
  arrivedOn: nullable(dateSchema),
  bankReference: nullable(Type.String()),
  gross: Type.Object(moneySchema.properties, { description: 'Payments that it brings, before what they cost.' }),
  refunds: moneySchema,
  fees: moneySchema,
  others: Type.Object(moneySchema.properties, { description: 'Disputes, reserves, corrections, what came back.' }),
  amount: Type.Object(moneySchema.properties, { description: 'gross + refunds + others + unexplained - fees' }),
  unexplained: moneySchema,
  unexplainedLines: Type.Integer(),
  booked: Type.Boolean({ description: 'Its lines are whole and in the books.' }),
  cameBack: Type.Boolean({ description: 'The bank sent it back: the provider has the money again.' }),
})

const lineSchema = Type.Object({
  id: idSchema,
  providerRef: Type.String(),
  kind: Type.Enum([...LINE_KINDS]),
  amount: moneySchema,
  fee: moneySchema,
  net: moneySchema,
  sourceRef: nullable(Type.String()),
  description: Type.String(),
  at: instantSchema,
  verdict: Type.Enum(['new', 'matched', 'booked', 'unexplained', 'explained']),
  reason: nullable(Type.Enum([...REASONS])),
  bookedAs: nullable(Type.Enum(['movement', ...BOOKINGS, 'returned'])),
  words: nullable(Type.String()),
  explainedAt: nullable(instantSchema),
  order: nullable(Type.Object({ id: idSchema, number: Type.String() })),
})

export const payoutDetailSchema = Type.Object({
  ...payoutSchema.properties,
  todoId: nullable(idSchema),
  lines: Type.Array(lineSchema),
  allowedActions: Type.Array(allowedActionSchema),
})

export const awaitedPayoutSchema = Type.Object({
  id: idSchema,
  paymentId: idSchema,
  orderId: idSchema,
  orderNumber: nullable(Type.String()),
  provider: Type.String(),
  providerRef: Type.String({ description: 'As the provider calls what it took.' }),
  amount: moneySchema,
  capturedAt: instantSchema,
  todoId: Type.Union([idSchema, Type.Null()], { description: 'That which asks where it is: it is late.' }),
})

export const clearingSchema = Type.Object({
  days: Type.Integer({ description: 'How long a provider may keep what it took (setting `payments.payout_days`).' }),
  items: Type.Array(
    Type.Object({
      currency: Type.String(),
      held: Type.Object(moneySchema.properties, { description: 'What the books say that providers hold for us.' }),
      awaited: Type.Object(moneySchema.properties, { description: 'Payments taken that no payout brought yet.' }),
      late: Type.Object(moneySchema.properties, { description: 'Of these, what was taken longer ago than `days`.' }),
      latePayments: Type.Integer(),
      inTransit: moneySchema,
      unexplained: moneySchema,
    }),
  ),
})

export const movementsSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      id: idSchema,
      kind: Type.Enum(['capture', 'refund']),
      amount: moneySchema,
      taken: Type.Boolean({ description: 'Another line pays it out.' }),
    }),
  ),
})

export const explanationBody = Type.Object(
  {
    as: Type.Enum(['movement', 'fee', 'reserve', 'adjustment']),
    movementId: Type.Optional(idSchema),
    words: Type.String({ minLength: 1, maxLength: 300 }),
  },
  { additionalProperties: false },
)

export const arrivalBody = Type.Object(
  { arrivedOn: dateSchema, bankReference: Type.String({ minLength: 1, maxLength: 140 }) },
  { additionalProperties: false },
)
