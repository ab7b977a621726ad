import { Type } from 'typebox'
import {
  allowedActionSchema,
  dateSchema,
  idSchema,
  instantSchema,
  moneySchema,
  nullable,
} from '../../../host/http/schemas.ts'

const stateSchema = Type.Enum(['received', 'accepted', 'refused', 'closed'])

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
  decisions: Type.Array(Type.Object({ decision: stateSchema, note: Type.String(), at: instantSchema })),
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
            name: Type.String(),
            quantity: Type.Integer(),
            total: moneySchema,
            exempt: nullable(Type.Enum(['digital', 'service'])),
          }),
        ),
        goods: moneySchema,
        delivery: moneySchema,
      },
      { description: 'Null while the order is not known.' },
    ),
  ),
  allowedActions: Type.Array(allowedActionSchema),
})

export const decisionBody = Type.Object({
  decision: Type.Enum(['accept', 'refuse', 'close']),
  note: Type.Optional(Type.String({ maxLength: 500, description: 'Why; needed to refuse.' })),
})
