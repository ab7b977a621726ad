import { command, type Route } from '../../host/http/route.ts'
import { idParams } from '../../host/http/schemas.ts'
import { basketKeyOf, basketSchema, viewBasket } from '../../departments/orders/index.ts'
import { joinBaskets } from './join-baskets.ts'

export const routes: readonly Route[] = [
  command({
    method: 'PUT',
    path: '/baskets/:id/shopper',
    operationId: 'linkBasket',
    summary: 'Make the basket theirs who is signed in; prices are theirs',
    description:
      'Who has a basket already, from another device, goes on with that: the two become one by the shop’s policy (`orders.basket_join`). ' +
      'The answer is the basket to go on with: its `id` may be another one, which its customer opens without a token, and `join` says ' +
      'what did not come along.',
    permission: 'public',
    own: 'basket',
    params: idParams,
    response: basketSchema,
    command: async (ctx, { params }, call) => {
      const linked = await joinBaskets(ctx, basketKeyOf(call, params.id))
      if (!linked.ok) return linked
      const { basketId, from } = linked.value
      return viewBasket(
        ctx.tx,
        { key: basketKeyOf(call, basketId), from },
        {
          locale: call.locale,
          now: call.house.clock.now(),
        },
      )
    },
  }),
]
