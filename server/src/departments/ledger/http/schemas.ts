import { Type } from 'typebox'
import { dateSchema, idSchema, instantSchema, moneySchema, nullable } from '../../../host/http/schemas.ts'

export const entrySchema = Type.Object({
  id: idSchema,
  kind: Type.String(),
  ref: Type.String(),
  about: Type.String({ description: 'The record that a person would open for it: an order.' }),
  effectiveOn: dateSchema,
  recordedAt: instantSchema,
  reverses: nullable(idSchema),
  postings: Type.Array(
    Type.Object(
      { account: Type.String(), kind: Type.String(), amount: moneySchema },
      { description: 'Debit > 0, credit < 0.' },
    ),
  ),
  debited: Type.String({ description: 'Accounts with what each was debited: `receivables 12.20`.' }),
  credited: Type.String(),
  amount: moneySchema,
})
