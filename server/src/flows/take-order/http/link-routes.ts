import { Type } from 'typebox'
import { allowedActions } from '../../../host/http/allowed-actions.ts'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams, instantSchema, moneySchema, nullable } from '../../../host/http/schemas.ts'
import { moneyToJson, money } from '../../../kernel/money.ts'
import { ok, type Refusal } from '../../../kernel/result.ts'
import {
  checkSendLink,
  findClearance,
  findSentLink,
  getOrder,
  orderPlace,
  orderRefusals,
  sendPaymentLinkAnew,
} from '../../../departments/orders/index.ts'
import { findPaymentOfOrder, isAsked } from '../../../departments/payments/index.ts'

const one = { own: 'any', withinScope: orderPlace, params: idParams } as const

export const linkRoutes: readonly Route[] = [
  query({
    ...one,
    method: 'GET',
    path: '/orders/:id/payment-link',
    operationId: 'getPaymentLink',
    summary: 'When whom an order was taken for was sent the link to pay it, and whether it may be sent once more',
    permission: 'orders:read',
    response: Type.Object({
      sentAt: nullable(
        Type.String({ format: 'date-time', description: 'The last time; null where nobody pays it by a link.' }),
      ),
      count: Type.Integer(),
      email: Type.String(),
      until: instantSchema,
      due: nullable(
        Type.Object(moneySchema.properties, {
          description: 'What gift cards and store credit leave, or what of pre-ordered goods is paid now.',
        }),
      ),
      allowedActions: Type.Array(
        Type.Object({
          action: Type.String(),
          allowed: Type.Boolean(),
          reason: nullable(Type.Object({ code: Type.String(), message: Type.String() })),
        }),
      ),
    }),
    answer: async (call, { params }) => {
      const { database, clock } = call.house
      const order = await getOrder(database, params.id)
      if (!order.ok) return order
      const { id, email, state, expiresAt } = order.value
      const [link, payment] = await Promise.all([findSentLink(database, id), findPaymentOfOrder(database, id)])
      const isByLink = link !== undefined && link.sentAt !== null && payment !== undefined && isAsked(payment)
      const waiting = { state, cleared: await findClearance(database, id), expiresAt: new Date(expiresAt) }
      const sound = checkSendLink(isByLink ? link : undefined, { order: waiting, now: clock.now() })
      const refusal: Refusal | null = sound.ok ? null : sound.refusal
      return ok({
        sentAt: link?.sentAt?.toISOString() ?? null,
        count: link?.count ?? 0,
        email,
        until: expiresAt,
        due: isByLink ? moneyToJson(money(payment.amount, payment.currency)) : null,
        allowedActions: allowedActions(call, [{ action: 'send', permission: 'orders:edit', refusal }]),
      })
    },
  }),
  command({
    ...one,
    method: 'POST',
    path: '/orders/:id/payment-link',
    operationId: 'sendPaymentLink',
    summary: 'Send the link to pay once more to whom an order was taken for',
    description:
      'It is the same link: the mails before lead there too, until the same end. Every five minutes at most, and six times in all.',
    permission: 'orders:edit',
    rateLimit: { perMinute: 20 },
    response: Type.Object({}),
    command: async (ctx, { params: { id } }) => {
      const payment = await findPaymentOfOrder(ctx.tx, id)
      if (!payment || !isAsked(payment)) return orderRefusals.payment_link_none()
      const sent = await sendPaymentLinkAnew(ctx, { orderId: id, due: payment.amount })
      return sent.ok ? ok({}) : sent
    },
  }),
]
