import { Type } from 'typebox'
import { linkKeysOf, openLink } from '../../host/auth/links.ts'
import { command, query, type Route } from '../../host/http/route.ts'
import { dateSchema, idParams, moneySchema, nullable } from '../../host/http/schemas.ts'
import { moneyFromJson, moneyToJson } from '../../kernel/money.ts'
import { ok } from '../../kernel/result.ts'
import { localDate } from '../../kernel/time.ts'
import { findLinkedOrder } from '../../departments/orders/index.ts'
import { findTransfer, paymentRefusals, placeOfPaidOrder } from '../../departments/payments/index.ts'
import { receiveMoney } from './record-receipt.ts'

export const routes: readonly Route[] = [
  command({
    method: 'POST',
    path: '/orders/:id/receipts',
    operationId: 'recordReceipt',
    summary: 'Record money that came past any provider: by transfer, or from a carrier',
    description:
      'Parts sum up until the order is paid; what comes beyond, or for an order that ended, is to go back. The same `bankReference` is taken once.',
    permission: 'payments:record',
    own: 'any',
    withinScope: placeOfPaidOrder,
    idempotent: true,
    status: 201,
    params: idParams,
    body: Type.Object(
      {
        amount: moneySchema,
        receivedOn: dateSchema,
        bankReference: Type.String({ minLength: 1, maxLength: 140, description: 'As the statement names it.' }),
      },
      { additionalProperties: false },
    ),
    response: Type.Object({ paid: Type.Boolean({ description: 'Whether the order has all of its money now.' }) }),
    command: (ctx, { params, body: { amount, receivedOn, bankReference } }) => {
      const receipt = { amount: moneyFromJson(amount), receivedOn: localDate(receivedOn), bankReference }
      return receiveMoney(ctx, { orderId: params.id, receipt })
    },
  }),
  query({
    method: 'GET',
    path: '/order-links/:token/transfer',
    operationId: 'getTransferDetails',
    summary: 'Where the money of an order is to be transferred',
    permission: 'public',
    own: 'link',
    params: Type.Object({ token: Type.String({ minLength: 20, maxLength: 120 }) }),
    response: Type.Object({
      holder: Type.String(),
      iban: Type.String(),
      bic: Type.String({ description: 'Empty where it is not needed.' }),
      amount: moneySchema,
      reference: Type.String({ description: 'Structured creditor reference (ISO 11649).' }),
      code: nullable(Type.String({ description: 'What a QR code for banking apps says (EPC069-12); for euro alone.' })),
    }),
    answer: async ({ house }, { params }) => {
      const order = await findLinkedOrder(house.database, openLink(linkKeysOf(house), 'order', params.token))
      if (!order.ok) return order
      const details = await findTransfer(house.database, order.value.id)
      if (!details) return paymentRefusals.not_by_transfer()
      const { holder, iban, bic, amount, reference, code } = details
      return ok({ holder, iban, bic, amount: moneyToJson(amount), reference, code: code ?? null })
    },
  }),
]
