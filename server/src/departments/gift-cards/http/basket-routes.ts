import { Type } from 'typebox'
import { command, query, steps, type Call, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import { addBasketCard, addGift, findUsableCard, removeBasketCard, viewBasketCards } from '../use-cases/basket-cards.ts'
import { presentUsable } from './present-card.ts'
import { balanceSchema, basketCardsSchema, codeBody, giftBody } from './schemas.ts'

/** By whom a basket is asked for: its token opens it, and whose it is while they are signed in. */
const keyOf = ({ basketToken, actor }: Call, id: string) => ({
  id,
  token: basketToken,
  shopper: actor.kind === 'customer' ? actor.id : undefined,
})

/** By hand nobody types more; and who guesses at 80 bits with these gets nowhere. */
const GUESSES = { perMinute: 20 }

export const basketRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/baskets/:id/gift-cards',
    operationId: 'listBasketGiftCards',
    summary: 'The gift cards that a basket is to be paid with',
    permission: 'public',
    own: 'basket',
    params: idParams,
    response: basketCardsSchema,
    answer: async (call, { params }) => {
      const { database, clock } = call.house
      const cards = await viewBasketCards(database, keyOf(call, params.id))
      if (!cards.ok) return cards
      return ok({ items: cards.value.map((card) => ({ id: card.id, ...presentUsable(card, clock.now()) })) })
    },
  }),
  command({
    method: 'POST',
    path: '/baskets/:id/gift-cards',
    operationId: 'addBasketGiftCard',
    summary: 'Pay a basket with a gift card, as far as it reaches',
    description: 'Every code that cannot be used gets the same answer, whatever the cause.',
    permission: 'public',
    own: 'basket',
    // Not by Idempotency-Key: the same card again is the same card.
    rateLimit: GUESSES,
    params: idParams,
    body: codeBody,
    response: Type.Object({ cardId: idSchema }),
    command: (ctx, { params, body }, call) => addBasketCard(ctx, keyOf(call, params.id), body.code),
  }),
  command({
    method: 'DELETE',
    path: '/baskets/:id/gift-cards/:cardId',
    operationId: 'removeBasketGiftCard',
    summary: 'Do not pay with this gift card after all',
    permission: 'public',
    own: 'basket',
    status: 204,
    params: Type.Object({ id: idSchema, cardId: idSchema }),
    response: Type.Null(),
    command: async (ctx, { params }, call) => {
      const removed = await removeBasketCard(ctx, keyOf(call, params.id), params.cardId)
      return removed.ok ? ok(null) : removed
    },
  }),
  command({
    method: 'POST',
    path: '/baskets/:id/gifts',
    operationId: 'addBasketGift',
    summary: 'Say to whom one piece of a gift card in the basket goes',
    description: 'Pieces of which nothing is said go to the buyer. The piece itself is put there by setBasketLine.',
    permission: 'public',
    own: 'basket',
    status: 204,
    rateLimit: { perMinute: 60 },
    params: idParams,
    body: giftBody,
    response: Type.Null(),
    command: async (ctx, { params, body }, call) => {
      const added = await addGift(ctx, keyOf(call, params.id), body)
      return added.ok ? ok(null) : added
    },
  }),
  steps({
    method: 'POST',
    path: '/gift-card-balances',
    operationId: 'readGiftCardBalance',
    summary: 'What is left on a gift card, for who knows its code',
    permission: 'public',
    own: 'none',
    rateLimit: GUESSES,
    body: codeBody,
    response: balanceSchema,
    answer: async ({ house }, { body }) => {
      const now = house.clock.now()
      const card = await findUsableCard(house.database, body.code, now)
      if (!card.ok) return card
      const { last4, available, expiresOn } = presentUsable(card.value, now)
      return ok({ last4, balance: available, expiresOn })
    },
  }),
]
