import { Type } from 'typebox'
import { toldChangeSchema } from '../../../host/records/told-by.ts'
import { idSchema, instantSchema, nullable } from '../../../host/http/schemas.ts'

export const jobStateSchema = Type.Union([
  Type.Literal('ready'),
  Type.Literal('running'),
  Type.Literal('done'),
  Type.Literal('dead'),
])

export const jobSchema = Type.Object({
  id: idSchema,
  kind: Type.String(),
  title: Type.String({ description: 'For people, in the language of the request.' }),
  ref: nullable(Type.String({ description: 'The record that the work is about.' })),
  state: jobStateSchema,
  attempts: Type.Integer(),
  maxAttempts: Type.Integer(),
  runAt: instantSchema,
  createdAt: instantSchema,
  finishedAt: nullable(instantSchema),
  lastError: nullable(Type.String()),
})

export const mailStateSchema = Type.Union([Type.Literal('kept'), Type.Literal('sent'), Type.Literal('withdrawn')])

const mailFields = {
  id: idSchema,
  ref: nullable(Type.String()),
  recipient: Type.String(),
  subject: Type.String(),
  state: mailStateSchema,
  createdAt: instantSchema,
  sentAt: nullable(instantSchema),
}
export const mailSchema = Type.Object(mailFields)
export const mailWithBodySchema = Type.Object({
  ...mailFields,
  text: Type.String(),
  html: Type.String(),
  made: nullable(
    Type.Object({
      kind: Type.String(),
      label: Type.String({ description: 'What kind of mail, in the language of the request.' }),
      locale: Type.String(),
      market: nullable(Type.String()),
      version: nullable(Type.Integer({ description: 'Of the shop’s own template; null: by the house’s own.' })),
    }),
  ),
})

export const auditSchema = Type.Object({
  id: idSchema,
  at: instantSchema,
  actorKind: Type.String(),
  actorId: nullable(Type.String()),
  actorName: nullable(Type.String({ description: 'Of staff, keys, providers and parts of the program.' })),
  action: Type.String(),
  title: Type.String({ description: 'What was done, for people, in the language of the request.' }),
  objectType: Type.String(),
  objectId: Type.String(),
  record: nullable(
    Type.Object({
      type: Type.String(),
      id: Type.String(),
      title: nullable(Type.String()),
      path: nullable(Type.String({ description: 'Below the back office; null where the reader may not go.' })),
    }),
  ),
  version: nullable(Type.Integer()),
  changes: Type.Array(toldChangeSchema),
  reason: nullable(Type.String()),
  requestId: nullable(Type.String()),
  seal: nullable(Type.Integer({ description: 'Number in the sealed chain; null until the sealer has come by.' })),
})

const seconds = nullable(Type.Integer())
export const healthSchema = Type.Object({
  concerns: Type.Array(
    Type.Union([Type.Literal('work_given_up'), Type.Literal('work_waits'), Type.Literal('audit_unsealed')]),
    { description: 'What somebody should look at now, most pressing first.' },
  ),
  jobs: Type.Object({
    ready: Type.Integer(),
    running: Type.Integer(),
    dead: Type.Integer(),
    oldestReadySeconds: seconds,
  }),
  mails: Type.Object({ kept: Type.Integer() }),
  audit: Type.Object({ unsealed: Type.Integer(), oldestUnsealedSeconds: seconds }),
  database: Type.Object({ bytes: Type.Integer() }),
  lastOrderAt: nullable(instantSchema),
})
