import { Type, type Static } from 'typebox'
import { findAttachment } from '../../../host/attachments/store.ts'
import { allowedActions } from '../../../host/http/allowed-actions.ts'
import { command, query, type Call, type Route } from '../../../host/http/route.ts'
import {
  allowedActionSchema,
  idParams,
  idSchema,
  instantSchema,
  moneySchema,
  nullable,
} from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { ok } from '../../../kernel/result.ts'
import { disputesList } from '../queries/disputes-list.ts'
import { disputePlace } from '../queries/find-dispute.ts'
import { getDispute, type DisputeView } from '../queries/read-dispute.ts'
import { possibleAnswers } from '../use-cases/possible-answers.ts'
import { acceptDispute, sendEvidence, takeDispute } from '../use-cases/answer-dispute.ts'
import { disputeReasonSchema, disputeStateSchema, evidenceFileSchema, evidenceTextsSchema } from './schemas.ts'

const listedSchema = Type.Object({
  id: idSchema,
  orderId: idSchema,
  orderNumber: nullable(Type.String()),
  providerRef: Type.String({ description: 'As the provider calls it.' }),
  inquiry: Type.Boolean({ description: 'The bank only asks: no money moved yet.' }),
  reason: disputeReasonSchema,
  amount: moneySchema,
  state: disputeStateSchema,
  dueAt: nullable(instantSchema),
  owner: nullable(Type.String()),
  openedAt: instantSchema,
})

const disputeSchema = Type.Object({
  ...listedSchema.properties,
  paymentId: idSchema,
  provider: Type.String(),
  ownerId: nullable(idSchema),
  withdrawn: Type.Object(moneySchema.properties, { description: 'What the bank took and has not given back.' }),
  lost: Type.Object(moneySchema.properties, { description: 'What of it is written off.' }),
  fee: moneySchema,
  endedAt: nullable(instantSchema),
  version: Type.Integer(),
  movements: Type.Array(
    Type.Object(
      { ref: Type.String(), amount: moneySchema, fee: moneySchema, at: instantSchema },
      {
        description: 'Taken < 0, given back > 0.',
      },
    ),
  ),
  answers: Type.Array(
    Type.Object({
      kind: Type.Enum(['evidence', 'acceptance']),
      state: Type.Enum(['wanted', 'sent', 'failed']),
      code: nullable(Type.String({ description: 'Why the provider said no, in its words.' })),
      texts: evidenceTextsSchema,
      files: Type.Array(Type.Object({ field: evidenceFileSchema, name: Type.String() })),
      at: instantSchema,
    }),
  ),
  allowedActions: Type.Array(allowedActionSchema),
})

const evidenceBody = Type.Object(
  {
    texts: evidenceTextsSchema,
    files: Type.Array(Type.Object({ fileId: idSchema, field: evidenceFileSchema }), {
      maxItems: 10,
      description: 'Files that lie on the dispute, one for each field.',
    }),
  },
  { additionalProperties: false },
)

const ofDispute = { own: 'any', withinScope: disputePlace, params: idParams } as const
const answered = Type.Object({ answerId: idSchema })

export const disputeRoutes: readonly Route[] = [
  ...listRoutes(disputesList, {
    path: '/disputes',
    permission: 'payments:read',
    summary: 'Payments that shoppers dispute at their bank, the newest first',
    item: listedSchema,
  }),
  query({
    ...ofDispute,
    method: 'GET',
    path: '/disputes/:id',
    operationId: 'getDispute',
    summary: 'One dispute: what the bank took, until when it takes an answer, and what was answered',
    permission: 'payments:read',
    response: disputeSchema,
    answer: async (call, { params }) => {
      const dispute = await getDispute(call.house.database, params.id)
      return dispute.ok ? ok(present(call, dispute.value)) : dispute
    },
  }),
  command({
    ...ofDispute,
    method: 'POST',
    path: '/disputes/:id/evidence',
    operationId: 'sendDisputeEvidence',
    summary: 'Answer a dispute: sent to the bank once, and not changed afterwards',
    permission: 'payments:dispute',
    idempotent: true,
    status: 202,
    body: evidenceBody,
    response: answered,
    command: (ctx, { params, body }) =>
      sendEvidence(ctx, {
        disputeId: params.id,
        texts: textsOf(body.texts),
        files: body.files,
        findFile: (fileId) => findAttachment(ctx.tx, { type: 'dispute', id: params.id }, { fileId, company: null }),
      }),
  }),
  command({
    ...ofDispute,
    method: 'POST',
    path: '/disputes/:id/acceptance',
    operationId: 'acceptDispute',
    summary: 'Take the loss of a dispute: the money stays with the shopper',
    permission: 'payments:dispute',
    idempotent: true,
    status: 202,
    response: answered,
    command: (ctx, { params }) => acceptDispute(ctx, params.id),
  }),
  command({
    ...ofDispute,
    method: 'PUT',
    path: '/disputes/:id/owner',
    operationId: 'takeDispute',
    summary: 'Say that you take care of a dispute',
    permission: 'payments:dispute',
    status: 204,
    response: Type.Null(),
    command: async (ctx, { params }) => {
      const taken = await takeDispute(ctx, params.id)
      return taken.ok ? ok(null) : taken
    },
  }),
]

const textsOf = (texts: Static<typeof evidenceTextsSchema>) =>
  Object.fromEntries(Object.entries(texts).filter(([, one]) => one !== undefined))

function present(call: Call, dispute: DisputeView) {
  return {
    ...dispute,
    answers: [...dispute.answers],
    allowedActions: allowedActions(call, possibleAnswers(dispute, call.house.clock.now())),
  }
}
