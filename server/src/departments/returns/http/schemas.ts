import { Type } from 'typebox'
import {
  allowedActionSchema,
  dateSchema,
  idSchema,
  instantSchema,
  moneySchema,
  nullable,
} from '../../../host/http/schemas.ts'
import { EXEMPTIONS, FACTS } from '../use-cases/view-withdrawal.ts'

const factSchema = Type.Enum([...FACTS])
const amount = Type.Integer({ minimum: 0, maximum: 100_000_000_000 })
const refundProperties = {
  goods: amount,
  delivery: amount,
  valueLost: amount,
  lostWords: Type.String({ maxLength: 300, description: 'Why the goods are worth less; needed with `valueLost`.' }),
}

const STATES = ['received', 'accepted', 'refused', 'closed'] as const
const stateSchema = Type.Enum([...STATES])

export const listedWithdrawalSchema = Type.Object({
  id: idSchema,
  number: Type.String(),
  name: Type.String(),
  order: Type.String({ description: 'As it was typed.' }),
  orderId: nullable(idSchema),
  state: stateSchema,
  receivedAt: instantSchema,
  refundBy: dateSchema,
  market: Type.String(),
})

export const withdrawalSchema = Type.Object({
  ...listedWithdrawalSchema.properties,
  email: Type.String(),
  goods: Type.String({ description: 'From what; empty: from all of it.' }),
  decisions: Type.Array(
    Type.Object({
      decision: stateSchema,
      note: Type.String(),
      at: instantSchema,
      terms: Type.Object({
        currency: Type.Optional(Type.String()),
        exempt: Type.Optional(
          Type.Array(
            Type.Object({ position: Type.Integer(), name: Type.String(), reason: Type.Enum([...EXEMPTIONS]) }),
          ),
        ),
        sendBackBy: Type.Optional(dateSchema),
        refund: Type.Optional(Type.Object({ ...refundProperties, total: Type.Integer() })),
      }),
    }),
  ),
  facts: Type.Array(Type.Object({ fact: factSchema, on: dateSchema })),
  assessment: nullable(
    Type.Object(
      {
        orderNumber: Type.String(),
        forCompany: Type.Boolean({ description: 'A company has no right of withdrawal.' }),
        lastDay: nullable(dateSchema),
        timeliness: Type.Enum(['in_time', 'before_arrival', 'late']),
        informed: Type.Boolean({ description: 'Whether the terms of the order said it; untold it is a year longer.' }),
        lines: Type.Array(
          Type.Object({
            position: Type.Integer(),
            name: Type.String(),
            quantity: Type.Integer(),
            total: moneySchema,
            exempt: nullable(Type.Enum([...EXEMPTIONS])),
          }),
        ),
        byLaw: Type.Boolean({ description: 'Whether the right is the law’s; else the shop promises it.' }),
        goods: moneySchema,
        delivery: moneySchema,
        deliveryOwed: Type.Object(moneySchema.properties, {
          description: 'Of the delivery: no more than the cheapest usual way costs.',
        }),
        goodsAwaited: Type.Boolean({ description: 'Whether something left the house that is to come back.' }),
        sendBackBy: dateSchema,
        moneyDueOn: nullable(dateSchema),
      },
      { description: 'Null while the order is not known.' },
    ),
  ),
  allowedActions: Type.Array(allowedActionSchema),
})

export const decisionBody = Type.Object({
  decision: Type.Enum(['accept', 'refuse', 'close']),
  note: Type.Optional(Type.String({ maxLength: 500, description: 'Why; needed to refuse. Who withdrew reads it.' })),
  seen: Type.Optional(
    Type.Enum([...STATES], { description: 'The state that you saw: 409 where somebody decided meanwhile.' }),
  ),
  exempt: Type.Optional(
    Type.Array(Type.Object({ position: Type.Integer({ minimum: 0 }), reason: Type.Enum([...EXEMPTIONS]) }), {
      maxItems: 100,
      description: 'To accept: lines without such a right, and why.',
    }),
  ),
  refund: Type.Optional(
    Type.Object(refundProperties, { description: 'To close: what went back, in minor units of the order’s currency.' }),
  ),
})

export const factBody = Type.Object({ fact: factSchema, on: dateSchema })
