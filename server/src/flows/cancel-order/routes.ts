import { Type } from 'typebox'
import { command, steps, type Route } from '../../host/http/route.ts'
import { idParams, idSchema } from '../../host/http/schemas.ts'
import { idsOfMeant, meantBody } from '../../host/lists/meant-rows.ts'
import { hostRefusals } from '../../host/refusals.ts'
import { startTask } from '../../host/tasks/start-task.ts'
import { ok } from '../../kernel/result.ts'
import { orderPlace, ordersList, refuseTooMany } from '../../departments/orders/index.ts'
import { CALLED_OFF, callOff, callOffIn } from './call-off.ts'
import { CANCEL_ORDERS } from './jobs/cancel-task.ts'

const MOST_AT_ONCE = 1_000

export const routes: readonly Route[] = [
  steps({
    method: 'POST',
    path: '/orders/:id/cancellation',
    operationId: 'cancelOrder',
    summary: 'Call an order off; what was paid goes back',
    description:
      'Of an order that was sent in part what lies in no parcel is called off, and `calledOff` says so; say in `what` which of both is meant to be refused where it is the other. Send `If-Match` with the version that you saw to be refused when somebody changed the order meanwhile.',
    permission: 'orders:cancel',
    own: 'any',
    withinScope: orderPlace,
    params: idParams,
    body: Type.Object({
      reason: Type.String({ minLength: 1, maxLength: 300 }),
      what: Type.Optional(Type.Enum([...CALLED_OFF])),
    }),
    response: Type.Object({
      state: Type.Enum(['awaiting_payment', 'paid', 'cancelled', 'expired']),
      calledOff: Type.Enum([...CALLED_OFF], { description: 'The whole order, or what of it lay in no parcel.' }),
    }),
    answer: async ({ house, actor, requestId, ifMatch }, { params, body }) => {
      const expected =
        ifMatch === undefined ? undefined : { version: ifMatch, otherwise: hostRefusals.version_conflict }
      return callOff(house, { ...body, orderId: params.id, actor, requestId, expected })
    },
    rehearse: (ctx, { params, body }) => callOffIn(ctx, { ...body, orderId: params.id }),
  }),
  command({
    method: 'POST',
    path: '/order-cancellations',
    operationId: 'cancelOrders',
    summary: 'Call many orders off, each by its own rules; a task that goes on by itself',
    permission: 'orders:cancel',
    own: 'any',
    idempotent: true,
    status: 202,
    body: Type.Object(
      {
        ...meantBody('/orders', MOST_AT_ONCE),
        reason: Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' }),
      },
      { additionalProperties: false },
    ),
    response: Type.Object({ taskId: idSchema, count: Type.Integer() }),
    command: async (ctx, { body: { reason, ...meant } }, call) => {
      const orderIds = await idsOfMeant(ctx, call, meant, { list: ordersList, most: MOST_AT_ONCE })
      if (!orderIds.ok) return orderIds
      const count = orderIds.value.length
      const few = refuseTooMany(count, MOST_AT_ONCE)
      if (!few.ok) return few
      const input = { orderIds: [...orderIds.value], reason: reason.trim() }
      const titleKey = 'cancel-order.task'
      return ok({ taskId: startTask(ctx, { kind: CANCEL_ORDERS, titleKey, titleParams: { count }, input }), count })
    },
  }),
]
