import { Type } from 'typebox'
import {
  allowedActionSchema,
  dateSchema,
  idSchema,
  instantSchema,
  moneySchema,
  nullable,
} from '../../../host/http/schemas.ts'
import { DEBIT_STATES } from '../queries/read-debits.ts'

const stateSchema = Type.Enum([...DEBIT_STATES])
const kindSchema = Type.Enum(['collection', 'transfer'])
const reasonSchema = nullable(
  Type.String({ description: 'Why the bank did not collect, or took back: a code of ISO 20022.' }),
)

const common = {
  id: idSchema,
  orderId: idSchema,
  orderNumber: Type.String(),
  holder: Type.String({ description: 'Whose account it is.' }),
  ibanEndsOn: Type.String({ description: 'The last four of the account.' }),
  reference: Type.String({ description: 'Of the mandate, as banks know it.' }),
  dueOn: dateSchema,
  state: stateSchema,
  reason: reasonSchema,
  attempt: Type.Integer(),
  runId: nullable(idSchema),
  amount: moneySchema,
}

export const listedDebitSchema = Type.Object(common)

export const debitSchema = Type.Object({
  ...common,
  owed: moneySchema,
  collectsOn: nullable(dateSchema),
  bookedOn: nullable(dateSchema),
  endToEndId: Type.String(),
  fee: moneySchema,
  reasonText: nullable(Type.String({ description: 'In the caller’s language; null where the code is not known.' })),
  mandate: Type.Object({
    kind: Type.Enum(['one_off', 'recurring']),
    creditorId: Type.String(),
    creditorName: Type.String(),
    text: Type.String({ description: 'As it was read when it was signed.' }),
    device: Type.String(),
    signedAt: instantSchema,
    revokedAt: nullable(instantSchema),
    revokedBecause: nullable(Type.String()),
  }),
  allowedActions: Type.Array(allowedActionSchema),
})

export const listedRunSchema = Type.Object({
  id: idSchema,
  name: Type.String({ description: 'As the bank knows it.' }),
  kind: kindSchema,
  state: Type.Enum(['prepared', 'released', 'sent', 'discarded']),
  firstOn: dateSchema,
  madeAt: instantSchema,
  items: Type.Integer(),
  total: moneySchema,
})

export const runSchema = Type.Object({
  ...listedRunSchema.properties,
  message: Type.String({ description: 'Of ISO 20022, with its version.' }),
  account: Type.Object({ name: Type.String(), iban: Type.String(), creditorId: nullable(Type.String()) }),
  sentAt: nullable(instantSchema),
  endedBecause: nullable(Type.String()),
  sha256: nullable(Type.String({ description: 'Of the file, which is always the same bytes.' })),
  groups: Type.Array(
    Type.Object({
      batch: Type.String(),
      on: dateSchema,
      sequence: Type.String({ description: 'OOFF or RCUR of collections; empty for transfers.' }),
      items: Type.Integer(),
      total: moneySchema,
    }),
  ),
  allowedActions: Type.Array(allowedActionSchema),
})

export const dueGroupsSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      method: Type.String(),
      dueOn: dateSchema,
      sequence: Type.Enum(['OOFF', 'RCUR']),
      items: Type.Integer(),
      total: moneySchema,
    }),
  ),
})

export const refundsToTransferSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      refundId: idSchema,
      orderId: idSchema,
      orderNumber: Type.String(),
      amount: moneySchema,
      name: Type.String({ description: 'Empty where no account is known.' }),
      ibanEndsOn: Type.String({ description: 'The last four of the account; empty where none is known.' }),
    }),
  ),
  accounts: Type.Array(Type.Object({ method: Type.String(), name: Type.String(), iban: Type.String() })),
})
