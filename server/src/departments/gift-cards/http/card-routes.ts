import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema } from '../../../host/http/schemas.ts'
import { moneyFromJson } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { cardPlace } from '../queries/card-place.ts'
import { readOwed } from '../queries/owed.ts'
import { listRules } from '../queries/rules.ts'
import { adjustCard, blockCard, lapseCard, sendAgain, unblockCard } from '../use-cases/change-card.ts'
import { issueCard } from '../use-cases/issue-card.ts'
import { putRule } from '../use-cases/put-rule.ts'
import { viewCard } from '../use-cases/view-card.ts'
import { presentCard, presentDebt } from './present-card.ts'
import {
  adjustBody,
  cardSchema,
  debtsSchema,
  issueBody,
  marketParams,
  reasonBody,
  ruleBody,
  rulesSchema,
  sendBody,
} from './schemas.ts'

const ofCard = { own: 'any', withinScope: cardPlace, params: idParams } as const

export const cardRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/gift-cards/:id',
    operationId: 'getGiftCard',
    summary: 'One gift card with everything that happened to it',
    permission: 'gift-cards:read',
    ...ofCard,
    response: cardSchema,
    answer: async (call, { params }) => {
      const view = await viewCard(call.house.database, params.id, call.house.clock.now())
      return view.ok ? ok(presentCard(call, view.value)) : view
    },
  }),
  command({
    method: 'POST',
    path: '/gift-cards',
    operationId: 'issueGiftCard',
    summary: 'Give a gift card away; its receiver gets the code by mail',
    permission: 'gift-cards:issue',
    own: 'any',
    idempotent: true,
    status: 201,
    body: issueBody,
    response: Type.Object({ id: idSchema }),
    command: (ctx, { body: { amount, language, ...body } }) =>
      issueCard(ctx, { ...body, amount: moneyFromJson(amount), locale: language }),
  }),
  command({
    method: 'PUT',
    path: '/gift-cards/:id/block',
    operationId: 'blockGiftCard',
    summary: 'Let nobody pay with a gift card until it is unblocked',
    permission: 'gift-cards:write',
    ...ofCard,
    status: 204,
    body: reasonBody,
    response: Type.Null(),
    command: async (ctx, { params: { id }, body: { reason } }) => {
      const done = await blockCard(ctx, { id, reason })
      return done.ok ? ok(null) : done
    },
  }),
  command({
    method: 'DELETE',
    path: '/gift-cards/:id/block',
    operationId: 'unblockGiftCard',
    summary: 'Let people pay with a gift card again',
    permission: 'gift-cards:write',
    ...ofCard,
    status: 204,
    response: Type.Null(),
    command: async (ctx, { params: { id } }) => {
      const done = await unblockCard(ctx, id)
      return done.ok ? ok(null) : done
    },
  }),
  command({
    method: 'POST',
    path: '/gift-cards/:id/adjustments',
    operationId: 'adjustGiftCard',
    summary: 'Put more on a gift card, or take from it, for a reason',
    permission: 'gift-cards:write',
    ...ofCard,
    idempotent: true,
    status: 204,
    body: adjustBody,
    response: Type.Null(),
    command: async (ctx, { params: { id }, body: { amount, reason } }) => {
      const done = await adjustCard(ctx, { id, by: moneyFromJson(amount), reason })
      return done.ok ? ok(null) : done
    },
  }),
  command({
    method: 'POST',
    path: '/gift-cards/:id/lapse',
    operationId: 'lapseGiftCard',
    summary: 'Keep what is left on a gift card whose last day is over',
    permission: 'gift-cards:write',
    ...ofCard,
    idempotent: true,
    status: 204,
    body: reasonBody,
    response: Type.Null(),
    command: async (ctx, { params: { id }, body: { reason } }) => {
      const done = await lapseCard(ctx, { id, reason })
      return done.ok ? ok(null) : done
    },
  }),
  command({
    method: 'POST',
    path: '/gift-cards/:id/mails',
    operationId: 'mailGiftCard',
    summary: 'Send a gift card once more, also to another address',
    permission: 'gift-cards:issue',
    ...ofCard,
    idempotent: true,
    status: 202,
    body: sendBody,
    response: Type.Object({ recipient: Type.String() }),
    command: (ctx, { params: { id }, body }) => sendAgain(ctx, { id, recipientEmail: body.recipientEmail }),
  }),
  query({
    method: 'GET',
    path: '/gift-card-debts',
    operationId: 'listGiftCardDebts',
    summary: 'What the shop owes to the holders of its gift cards, by currency and age, beside its books',
    permission: 'gift-cards:read',
    own: 'any',
    response: debtsSchema,
    answer: async ({ house }) => ok({ items: (await readOwed(house.database, house.clock.now())).map(presentDebt) }),
  }),
  query({
    method: 'GET',
    path: '/gift-card-rules',
    operationId: 'listGiftCardRules',
    summary: 'How long the gift cards of each market are good for',
    permission: 'gift-cards:read',
    own: 'any',
    response: rulesSchema,
    answer: async ({ house }) => ok({ items: await listRules(house.database) }),
  }),
  command({
    method: 'PUT',
    path: '/gift-card-rules/:market',
    operationId: 'putGiftCardRule',
    summary: 'How long new gift cards of a market are good for (If-Match: version)',
    permission: 'gift-cards:write',
    own: 'any',
    params: marketParams,
    body: ruleBody,
    response: Type.Object({ version: Type.Integer() }),
    etag: 'version',
    command: (ctx, { params: { market }, body }, { ifMatch }) => putRule(ctx, { market, ...body }, ifMatch),
  }),
]
