import { Type } from 'typebox'
import { steps, type Route } from '../../host/http/route.ts'
import { idParams } from '../../host/http/schemas.ts'
import { hostRefusals } from '../../host/refusals.ts'
import { ok } from '../../kernel/result.ts'
import { orderPlace } from '../../departments/orders/index.ts'
import { callOffOrder, cancelIn } from './cancel-order.ts'

export const routes: readonly Route[] = [
  steps({
    method: 'POST',
    path: '/orders/:id/cancellation',
    operationId: 'cancelOrder',
    summary: 'Call an order off; what was paid goes back',
    description:
      'Send `If-Match` with the version that you saw to be refused when somebody changed the order meanwhile.',
    permission: 'orders:cancel',
    own: 'any',
    withinScope: orderPlace,
    params: idParams,
    body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 300 }) }),
    response: Type.Object({ state: Type.Literal('cancelled') }),
    answer: async ({ house, actor, requestId, ifMatch }, { params, body }) => {
      const expected =
        ifMatch === undefined ? undefined : { version: ifMatch, otherwise: hostRefusals.version_conflict }
      const { reason } = body
      const cancelled = await callOffOrder(house, { orderId: params.id, reason, actor, requestId, expected })
      return cancelled.ok ? ok({ state: 'cancelled' as const }) : cancelled
    },
    rehearse: (ctx, { params, body }) => cancelIn(ctx, { orderId: params.id, reason: body.reason }),
  }),
]
