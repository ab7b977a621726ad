import { Type } from 'typebox'
import { signLink } from '../../host/auth/links.ts'
import { command, query, type Route } from '../../host/http/route.ts'
import { idParams, idSchema, instantSchema, moneySchema, nullable } from '../../host/http/schemas.ts'
import { ok } from '../../kernel/result.ts'
import { addressInputSchema, basketKeyOf } from '../../departments/orders/index.ts'
import { signedBy } from './by-direct-debit.ts'
import { placeOrder } from './place-order.ts'
import { listWaysToPay } from './ways-to-pay.ts'

export const routes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/baskets/:id/payment-methods',
    operationId: 'listBasketPaymentMethods',
    summary: 'By what a basket can be paid, in the shop’s order',
    description: 'None where gift cards cover all of it, or where nothing of it is paid today.',
    permission: 'public',
    own: 'basket',
    params: idParams,
    response: Type.Object({
      items: Type.Array(
        Type.Object({
          code: Type.String(),
          kind: Type.Enum(['provider_hosted', 'bank_transfer', 'cash_on_delivery', 'sepa_debit']),
          name: Type.String(),
          instructions: Type.String({ description: 'Empty where there is nothing to say.' }),
          mandate: nullable(
            Type.Array(Type.String(), {
              description: 'What the buyer reads and signs with the order; null for all other kinds.',
            }),
          ),
        }),
      ),
    }),
    answer: (call, { params }) => listWaysToPay(call, basketKeyOf(call, params.id)),
  }),
  command({
    method: 'POST',
    path: '/baskets/:id/order',
    operationId: 'placeOrder',
    summary: 'Order the basket with obligation to pay',
    description:
      'Reserves the stock and opens the payment. `acceptedTotal` is the total that the shopper agreed to: if it is not the total any more, nothing is ordered. The answer carries the link token that opens the order; ask POST /order-links/{token}/payment-session for the payment page.',
    permission: 'public',
    own: 'basket',
    idempotent: true,
    status: 201,
    params: idParams,
    body: Type.Object({
      email: Type.String({ maxLength: 254 }),
      address: addressInputSchema,
      billing: Type.Optional(
        Type.Object(addressInputSchema.properties, {
          description: 'To whom the invoice goes; left out: to `address`. Taxes follow where the goods go.',
        }),
      ),
      deliveryMethod: Type.Optional(
        Type.String({ maxLength: 40, description: 'Left out where nothing in the basket is delivered.' }),
      ),
      acceptedTotal: moneySchema,
      acceptedPolicies: Type.Optional(
        Type.Array(idSchema, {
          maxItems: 20,
          description: 'Ids of `GET /policies` that the shopper read: if others are in force now, nothing is ordered.',
        }),
      ),
      acceptedGiftCards: Type.Optional(
        Type.Object(moneySchema.properties, {
          description: 'What gift cards pay of it, as the shopper saw: if it is another sum now, nothing is ordered.',
        }),
      ),
      acceptedToday: Type.Optional(
        Type.Object(moneySchema.properties, {
          description:
            'What of pre-ordered goods is paid today, as the shopper saw: if it is another sum now, nothing is ordered.',
        }),
      ),
      consents: Type.Optional(
        Type.Array(Type.Enum(['digital', 'service']), {
          maxItems: 2,
          description:
            '`consentsAsked` of the basket that the buyer agreed to; without them files open when the withdrawal period is over.',
        }),
      ),
      contactConsents: Type.Optional(
        Type.Array(
          Type.Object(
            {
              purpose: Type.String({ maxLength: 40, description: 'Code, as `GET /asked-consents` tells it.' }),
              give: Type.Boolean({ description: 'True: agrees. False: objects, where the shop may write until then.' }),
              wording: Type.Integer({
                minimum: 1,
                maximum: 1_000_000,
                description: 'Number of the wording that was read.',
              }),
            },
            { additionalProperties: false },
          ),
          {
            maxItems: 50,
            description:
              'Boxes that the buyer ticked by themselves. What is not asked any more is passed over; an order never hangs on it.',
          },
        ),
      ),
      paymentMethod: Type.Optional(
        Type.String({ maxLength: 40, description: 'Of those that the basket can be paid by; left out, the first.' }),
      ),
      debit: Type.Optional(
        Type.Object(
          {
            holder: Type.String({ maxLength: 70, description: 'Whose account it is.' }),
            iban: Type.String({ maxLength: 42, description: 'Blanks and small letters are taken.' }),
            signed: Type.Literal(true, { description: 'The buyer read the `mandate` of the way to pay and agrees.' }),
          },
          { additionalProperties: false, description: 'Asked where it is paid by direct debit.' },
        ),
      ),
      note: Type.Optional(Type.String({ maxLength: 500, description: 'To the shop.' })),
      giftMessage: Type.Optional(Type.String({ maxLength: 500, description: 'For who receives it.' })),
    }),
    response: Type.Object({
      id: idSchema,
      number: Type.String(),
      total: moneySchema,
      expiresAt: instantSchema,
      linkToken: Type.String(),
    }),
    command: async (ctx, { params, body }, call) => {
      const debit = body.debit && (await signedBy(call, { ...body.debit, method: body.paymentMethod ?? '' }))
      const placed = await placeOrder(ctx, { ...body, debit, ip: call.ip, basket: basketKeyOf(call, params.id) })
      return placed.ok
        ? ok({ ...placed.value, linkToken: signLink(call.house.linkKey, 'order', placed.value.id) })
        : placed
    },
  }),
]
