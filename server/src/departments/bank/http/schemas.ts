import { Type } from 'typebox'
import {
  allowedActionSchema,
  dateSchema,
  idSchema,
  instantSchema,
  moneySchema,
  nullable,
} from '../../../host/http/schemas.ts'

const doubtSchema = nullable(
  Type.Enum(['not_awaited', 'other_amount', 'several', 'same_name', 'same_amount'], {
    description: 'Why the money was not simply taken for it.',
  }),
)

export const listedStatementSchema = Type.Object({
  id: idSchema,
  kind: Type.Enum(['statement', 'report', 'notification']),
  message: Type.String({ description: 'Of ISO 20022, with its version.' }),
  account: Type.String({ description: 'Of the shop.' }),
  bankId: Type.String({ description: 'As the bank calls it.' }),
  createdOn: nullable(dateSchema),
  importedAt: instantSchema,
  entries: Type.Integer(),
  open: Type.Integer({ description: 'Of its entries those that nobody said anything about.' }),
  closing: nullable(moneySchema),
  fileName: Type.String(),
})

export const listedEntrySchema = Type.Object({
  id: idSchema,
  bookedOn: dateSchema,
  came: Type.Boolean(),
  party: Type.String({ description: 'Who is on the other side; empty where the bank does not say.' }),
  partyIbanEndsOn: Type.String({ description: 'The last four of their account.' }),
  remittance: Type.String(),
  state: Type.Enum(['open', 'booked', 'dismissed']),
  orderId: nullable(idSchema),
  orderNumber: nullable(Type.String()),
  payoutId: nullable(Type.String({ format: 'uuid', description: 'What a provider paid out, that this is.' })),
  proposedOrderId: nullable(idSchema),
  proposedNumber: nullable(Type.String()),
  proposedBecause: doubtSchema,
  amount: Type.Object(moneySchema.properties, { description: 'Below zero where it went out.' }),
  statementId: idSchema,
})

export const entrySchema = Type.Object({
  ...listedEntrySchema.properties,
  valueOn: nullable(dateSchema),
  bankReference: Type.String(),
  endToEndId: Type.String(),
  structuredReference: Type.String(),
  mandateReference: Type.String(),
  returnReason: nullable(Type.String({ description: 'ISO 20022, ExternalReturnReason1Code.' })),
  returnReasonWords: nullable(Type.String({ description: 'What that code says; null where nobody knows it.' })),
  decisions: Type.Array(
    Type.Object({ decision: Type.Enum(['booked', 'dismissed']), note: Type.String(), at: instantSchema }),
  ),
  allowedActions: Type.Array(allowedActionSchema),
})
