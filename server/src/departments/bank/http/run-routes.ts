import { Type } from 'typebox'
import { allowedActions } from '../../../host/http/allowed-actions.ts'
import { runCommand } from '../../../host/context.ts'
import { receiveWhole } from '../../../host/files/receive-whole.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { fileAnswerSchema } from '../../../host/http/file-answer.ts'
import { command, query, steps, type Route } from '../../../host/http/route.ts'
import { dateSchema, idParams, idSchema } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { money, moneyToJson } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { localDate } from '../../../kernel/time.ts'
import { runsList } from '../queries/runs-list.ts'
import { runActions } from '../use-cases/debit-actions.ts'
import { discardRun, releaseRun, sendRun } from '../use-cases/end-run.ts'
import { fileOfRun } from '../use-cases/file-of-run.ts'
import { prepareTransfers } from '../use-cases/prepare-transfers.ts'
import { viewRefundsToSend } from '../use-cases/hold-transfers.ts'
import { prepareCollection } from '../use-cases/prepare-collection.ts'
import { takeStatusReport } from '../use-cases/take-status-report.ts'
import { viewRun } from '../use-cases/view-run.ts'
import { listedRunSchema, refundsToTransferSchema, runSchema } from './debit-schemas.ts'

const MOST_BYTES = 4 * 1_048_576

const noContent = (result: Result<void>) => (result.ok ? ok(null) : result)

export const runRoutes: readonly Route[] = [
  ...listRoutes(runsList, {
    path: '/payment-runs',
    permission: 'bank:read',
    summary: 'Files for the bank, newest first',
    item: listedRunSchema,
  }),
  query({
    method: 'GET',
    path: '/payment-runs/:id',
    operationId: 'getPaymentRun',
    summary: 'A file for the bank: what is in it, counted and summed by day',
    permission: 'bank:read',
    own: 'any',
    params: idParams,
    response: runSchema,
    answer: async (call, { params }) => {
      const view = await viewRun(call.house.database, params.id)
      return view.ok ? ok({ ...view.value, allowedActions: allowedActions(call, runActions(view.value.state)) }) : view
    },
  }),
  query({
    method: 'GET',
    path: '/payment-runs/:id/file',
    operationId: 'downloadPaymentRun',
    summary: 'The file as it goes to the bank, always the same bytes',
    permission: 'bank:write',
    own: 'any',
    params: idParams,
    sendsFile: true,
    response: fileAnswerSchema,
    answer: ({ house }, { params }) => fileOfRun(house.database, house, params.id),
  }),
  command({
    method: 'POST',
    path: '/payment-runs',
    operationId: 'prepareCollection',
    summary: 'Put all that is due until a day into one file for the bank',
    description: 'What another file holds is not taken; each collection is in one file.',
    permission: 'bank:write',
    own: 'any',
    idempotent: true,
    status: 201,
    body: Type.Object(
      {
        method: Type.String({ maxLength: 40, description: 'The way to pay by which it was agreed.' }),
        through: dateSchema,
      },
      { additionalProperties: false },
    ),
    response: Type.Object({ id: idSchema }),
    command: (ctx, { body: { method, through } }, { house }) =>
      prepareCollection(ctx, house, { method, through: localDate(through) }),
  }),
  query({
    method: 'GET',
    path: '/refunds-to-transfer',
    operationId: 'listRefundsToTransfer',
    summary:
      'Refunds that no provider sends and no file holds yet, and from which accounts of the shop they can be sent',
    permission: 'bank:read',
    own: 'any',
    response: refundsToTransferSchema,
    answer: async ({ house }) => {
      const { refunds, accounts } = await viewRefundsToSend(house.database)
      const items = refunds.map(({ refundId, orderId, orderNumber, amount, name, ibanEndsOn }) => ({
        ...{ refundId, orderId, orderNumber, name, ibanEndsOn, amount: moneyToJson(money(amount, 'EUR')) },
      }))
      return ok({ items, accounts })
    },
  }),
  command({
    method: 'POST',
    path: '/transfer-runs',
    operationId: 'prepareTransfers',
    summary: 'Put all refunds to known accounts into one file for the bank',
    description:
      'What another file holds is not taken; each refund is in one file. What has no known account is sent by a person.',
    permission: 'bank:write',
    own: 'any',
    idempotent: true,
    status: 201,
    body: Type.Object(
      { method: Type.String({ maxLength: 40, description: 'The way to pay from whose account it is sent.' }) },
      { additionalProperties: false },
    ),
    response: Type.Object({ id: idSchema }),
    command: (ctx, { body: { method } }, { house }) => prepareTransfers(ctx, house, { method }),
  }),
  steps({
    method: 'POST',
    path: '/bank-answers',
    operationId: 'importBankAnswer',
    summary: 'Brings in what the bank answers to a file of ours: what it refuses is not collected',
    description: 'The body is the file itself: pain.002 of ISO 20022. Brought twice it takes effect once.',
    permission: 'bank:write',
    own: 'any',
    streamBody: true,
    rateLimit: { perMinute: 30 },
    status: 201,
    response: Type.Object({ refused: Type.Integer({ description: 'Collections that are refused now.' }) }),
    answer: async ({ house, actor, requestId, upload }) => {
      const bytes = await receiveWhole(upload, MOST_BYTES)
      if (bytes === 'too_large') return hostRefusals.file_too_large({ params: { megabytes: MOST_BYTES / 1_048_576 } })
      const file = bytes === 'empty' ? new Uint8Array() : bytes
      return runCommand(house, { actor, requestId }, (ctx) => takeStatusReport(ctx, file))
    },
  }),
  command({
    method: 'POST',
    path: '/payment-runs/:id/release',
    operationId: 'releasePaymentRun',
    summary: 'Let a file go to the bank',
    permission: 'bank:write',
    own: 'any',
    idempotent: true,
    status: 204,
    params: idParams,
    response: Type.Null(),
    command: async (ctx, { params }) => noContent(await releaseRun(ctx, params.id)),
  }),
  command({
    method: 'POST',
    path: '/payment-runs/:id/sending',
    operationId: 'sendPaymentRun',
    summary: 'Say that the bank has the file',
    permission: 'bank:write',
    own: 'any',
    idempotent: true,
    status: 204,
    params: idParams,
    response: Type.Null(),
    command: async (ctx, { params }) => noContent(await sendRun(ctx, params.id)),
  }),
  command({
    method: 'POST',
    path: '/payment-runs/:id/discard',
    operationId: 'discardPaymentRun',
    summary: 'Give up a file that never went to the bank: what was in it waits again',
    permission: 'bank:write',
    own: 'any',
    idempotent: true,
    status: 204,
    params: idParams,
    body: Type.Object({ reason: Type.String({ maxLength: 500 }) }, { additionalProperties: false }),
    response: Type.Null(),
    command: async (ctx, { params, body }) => noContent(await discardRun(ctx, { id: params.id, reason: body.reason })),
  }),
]
