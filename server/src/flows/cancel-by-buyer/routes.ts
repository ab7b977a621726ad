import { Type } from 'typebox'
import { linkKeysOf, openLink } from '../../host/auth/links.ts'
import { query, steps, type Call, type Route } from '../../host/http/route.ts'
import { moneySchema, nullable } from '../../host/http/schemas.ts'
import { hostRefusals } from '../../host/refusals.ts'
import { moneyToJson } from '../../kernel/money.ts'
import { ok, type Refusal, type Result } from '../../kernel/result.ts'
import { CANCEL_UNTIL } from '../../departments/legal/index.ts'
import { findLinkedOrder } from '../../departments/orders/index.ts'
import { cancelByBuyer } from './cancel-by-buyer.ts'
import { viewBuyerCancellation } from './view-cancellation.ts'

const params = Type.Object({ token: Type.String({ minLength: 20, maxLength: 120 }) })

async function orderOf({ house }: Pick<Call, 'house'>, token: string): Promise<Result<string>> {
  const order = await findLinkedOrder(house.database, openLink(linkKeysOf(house), 'order', token))
  return order.ok ? ok(order.value.id) : order
}

const code = (refusal: Refusal | null) => refusal?.code ?? null

export const routes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/order-links/:token/cancellation',
    operationId: 'getLinkedCancellation',
    summary: 'What of the order that a signed link opens its buyer may call off now',
    description: 'By the terms under which it was sold. `refusedBy` is the code of what stands against it.',
    permission: 'public',
    own: 'link',
    params,
    response: Type.Object({
      version: Type.Integer(),
      until: Type.Enum([...CANCEL_UNTIL]),
      minutes: Type.Integer({ description: 'With `minutes`: how many from placing it.' }),
      refusedBy: nullable(Type.String()),
      lines: Type.Array(
        Type.Object({
          position: Type.Integer(),
          name: Type.String(),
          quantity: Type.Integer(),
          refusedBy: nullable(Type.String()),
        }),
      ),
    }),
    answer: async (call, { params: { token } }) => {
      const order = await orderOf(call, token)
      if (!order.ok) return order
      const view = await viewBuyerCancellation(call.house.database, { id: order.value, now: call.house.clock.now() })
      if (!view.ok) return view
      const { refusal, lines, ...rest } = view.value
      return ok({
        ...rest,
        refusedBy: code(refusal),
        lines: lines.map(({ refusal: why, ...line }) => ({ ...line, refusedBy: code(why) })),
      })
    },
  }),
  steps({
    method: 'POST',
    path: '/order-links/:token/cancellation',
    operationId: 'cancelLinkedOrder',
    summary: 'The buyer calls the order off, or some of its lines; what was paid goes back',
    permission: 'public',
    own: 'link',
    rateLimit: { perMinute: 30 },
    params,
    body: Type.Object(
      {
        version: Type.Integer({ description: 'Of `GET /order-links/{token}/cancellation`.' }),
        lines: Type.Optional(
          Type.Array(Type.Integer({ minimum: 0, maximum: 999 }), {
            minItems: 1,
            maxItems: 100,
            description: 'Positions; left out, all of it.',
          }),
        ),
        reason: Type.Optional(Type.String({ maxLength: 300 })),
      },
      { additionalProperties: false },
    ),
    response: Type.Object({
      whole: Type.Boolean(),
      back: Type.Object(moneySchema.properties, { description: 'What goes back; 0 where it was not paid yet.' }),
    }),
    answer: async (call, { params: { token }, body }) => {
      const order = await orderOf(call, token)
      if (!order.ok) return order
      const { house, actor, requestId } = call
      const { version, ...wish } = body
      const expected = { version, otherwise: hostRefusals.version_conflict }
      const done = await cancelByBuyer(house, { ...wish, orderId: order.value, actor, requestId, expected })
      return done.ok ? ok({ whole: done.value.whole, back: moneyToJson(done.value.back) }) : done
    },
  }),
]
