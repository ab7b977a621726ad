import { Type } from 'typebox'
import { runCommand } from '../../../host/context.ts'
import { allowedActions } from '../../../host/http/allowed-actions.ts'
import { command, query, steps, type Call, type Route } from '../../../host/http/route.ts'
import { dateSchema, idParams, idSchema, moneySchema } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { moneyFromJson } from '../../../kernel/money.ts'
import { localDate } from '../../../kernel/time.ts'
import { ok } from '../../../kernel/result.ts'
import { paymentPlace, placeOfPaidOrder, placeOfRefund } from '../queries/payment-place.ts'
import { paymentsList } from '../queries/payments-list.ts'
import { getPayment, listPaymentsOf, type PaymentView } from '../queries/read-payments.ts'
import { possibleActions } from '../use-cases/possible-actions.ts'
import { providerOf } from '../use-cases/provider-of.ts'
import { recordRefundPaid } from '../use-cases/record-refund-paid.ts'
import { receiveWebhook } from '../use-cases/receive-webhook.ts'
import { wantRefund } from '../use-cases/want-refund.ts'
import { paymentSchema, paymentToActOnSchema } from './schemas.ts'

const WEBHOOK_BYTES = 256 * 1024

export const routes: readonly Route[] = [
  ...listRoutes(paymentsList, {
    path: '/payments',
    permission: 'payments:read',
    summary: 'Payments, newest first',
    item: paymentSchema,
  }),
  query({
    method: 'GET',
    path: '/payments/:id',
    operationId: 'getPayment',
    summary: 'One payment, its movements and refunds',
    permission: 'payments:read',
    own: 'any',
    withinScope: paymentPlace,
    params: idParams,
    response: paymentToActOnSchema,
    etag: 'version',
    answer: async (call, { params }) => {
      const payment = await getPayment(call.house.database, params.id)
      return payment.ok ? ok(toActOn(call, payment.value)) : payment
    },
  }),
  query({
    method: 'GET',
    path: '/orders/:id/payments',
    operationId: 'listOrderPayments',
    summary: 'The payments of an order',
    permission: 'payments:read',
    own: 'any',
    withinScope: placeOfPaidOrder,
    params: idParams,
    response: Type.Object({ items: Type.Array(paymentToActOnSchema) }),
    answer: async (call, { params }) => {
      const payments = await listPaymentsOf(call.house.database, params.id)
      return ok({ items: payments.map((payment) => toActOn(call, payment)) })
    },
  }),
  command({
    method: 'POST',
    path: '/payments/:id/refunds',
    operationId: 'refundPayment',
    summary: 'Give money back',
    description:
      'Records the refund; it is sent at once and has succeeded when the provider says so. Never more than was captured, not refunded and not on its way already.',
    permission: 'payments:refund',
    own: 'any',
    withinScope: paymentPlace,
    idempotent: true,
    status: 202,
    params: idParams,
    body: Type.Object({
      amount: moneySchema,
      reason: Type.String({ minLength: 1, maxLength: 300 }),
      asCredit: Type.Optional(
        Type.Boolean({
          description:
            'As store credit of who bought, at once: they agreed to it. What gift cards and store credit paid goes back to them.',
        }),
      ),
    }),
    response: Type.Object({ refundId: idSchema }),
    command: (ctx, { params, body }) =>
      wantRefund(ctx, {
        paymentId: params.id,
        amount: moneyFromJson(body.amount),
        reason: body.reason,
        asCredit: body.asCredit,
      }),
  }),
  command({
    method: 'POST',
    path: '/refunds/:id/transfer',
    operationId: 'recordRefundTransferred',
    summary: 'Say that a refund which no provider sends was transferred, or handed over',
    permission: 'payments:record',
    own: 'any',
    withinScope: placeOfRefund,
    idempotent: true,
    status: 204,
    params: idParams,
    body: Type.Object(
      { paidOn: dateSchema, bankReference: Type.String({ minLength: 1, maxLength: 140 }) },
      { additionalProperties: false },
    ),
    response: Type.Null(),
    command: async (ctx, { params, body }) => {
      const paidOn = localDate(body.paidOn)
      const recorded = await recordRefundPaid(ctx, { refundId: params.id, paidOn, bankReference: body.bankReference })
      return recorded.ok ? ok(null) : recorded
    },
  }),
  steps({
    method: 'POST',
    path: '/payments/webhooks/:provider',
    operationId: 'receivePaymentEvent',
    summary: 'A payment provider tells that something happened',
    description:
      'Signed as Standard Webhooks 1.0 asks, at most five minutes old. Acknowledged as soon as it is kept; the provider is then asked what happened.',
    permission: 'public',
    own: 'none',
    status: 204,
    rawBody: true,
    bodyLimitBytes: WEBHOOK_BYTES,
    params: Type.Object({ provider: Type.String({ maxLength: 40 }) }),
    response: Type.Null(),
    answer: async ({ house, raw, requestId }, { params: { provider: name } }) => {
      const provider = await providerOf(house, name)
      if (!provider.ok) return provider
      const request = raw ?? { body: new Uint8Array(), header: () => undefined }
      const event = provider.value.verifyWebhook(request, house.clock.now())
      if (!event.ok) return event
      const received = await runCommand(house, { actor: { kind: 'provider', name }, requestId }, (ctx) =>
        receiveWebhook(ctx, name, event.value),
      )
      return received.ok ? ok(null) : received
    },
  }),
]

function toActOn(call: Call, payment: PaymentView) {
  const { held, capturesInParts } = payment
  const actions = allowedActions(call, possibleActions(payment))
  return { ...payment, takenInParts: held.amount > 0 && capturesInParts === true, allowedActions: actions }
}
