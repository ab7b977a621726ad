import { Type } from 'typebox'
import { command, query, type Call, type Route } from '../../../host/http/route.ts'
import { dateSchema, idParams, idSchema } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { moneyFromJson } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { localDate, localDateIn } from '../../../kernel/time.ts'
import { cardPlace } from '../queries/card-place.ts'
import { listOwedTo, readCreditOwed } from '../queries/credit-owed.ts'
import { creditsList } from '../queries/credits-list.ts'
import { payWithCredit, viewBasketCredit } from '../use-cases/basket-credit.ts'
import { adjustCredit } from '../use-cases/change-credit.ts'
import { grantCredit } from '../use-cases/grant-credit.ts'
import { viewCredit } from '../use-cases/view-credit.ts'
import { presentCreditOwed, presentStatement } from './present-credit.ts'
import { basketCreditSchema, grantBody, listedCreditSchema, owedSchema, statementSchema } from './credit-schemas.ts'
import { adjustBody } from './schemas.ts'

const MOST_HOLDERS = 200

const keyOf = ({ basketToken, actor }: Call, id: string) => ({
  id,
  token: basketToken,
  shopper: actor.kind === 'customer' ? actor.id : undefined,
})

export const creditRoutes: readonly Route[] = [
  ...listRoutes(creditsList, {
    path: '/store-credits',
    permission: 'gift-cards:read',
    summary: 'Grants of store credit, the newest first',
    item: listedCreditSchema,
  }),
  query({
    method: 'GET',
    path: '/customers/:id/store-credit',
    operationId: 'getStoreCredit',
    summary: 'What a customer is owed in each currency, each grant, and every movement',
    permission: 'gift-cards:read',
    own: 'any',
    params: idParams,
    response: statementSchema,
    answer: async ({ house }, { params }) => {
      const view = await viewCredit(house.database, params.id, house.clock.now())
      return view.ok ? ok(presentStatement(view.value)) : view
    },
  }),
  command({
    method: 'POST',
    path: '/customers/:id/store-credit',
    operationId: 'grantStoreCredit',
    summary: 'Grant a customer store credit, for a reason',
    permission: 'gift-cards:credit',
    own: 'any',
    idempotent: true,
    status: 201,
    params: idParams,
    body: grantBody,
    response: Type.Object({ id: idSchema }),
    command: (ctx, { params, body: { amount, expiresOn, ...body } }) =>
      grantCredit(ctx, {
        ...body,
        customerId: params.id,
        amount: moneyFromJson(amount),
        expiresOn: typeof expiresOn === 'string' ? localDate(expiresOn) : expiresOn,
      }),
  }),
  command({
    method: 'POST',
    path: '/store-credits/:id/adjustments',
    operationId: 'adjustStoreCredit',
    summary: 'Put more on a grant of store credit, or take from it, for a reason',
    permission: 'gift-cards:credit',
    own: 'any',
    withinScope: cardPlace,
    idempotent: true,
    status: 204,
    params: idParams,
    body: adjustBody,
    response: Type.Null(),
    command: async (ctx, { params: { id }, body: { amount, reason } }) => {
      const done = await adjustCredit(ctx, { id, by: moneyFromJson(amount), reason })
      return done.ok ? ok(null) : done
    },
  }),
  query({
    method: 'GET',
    path: '/store-credit-debts',
    operationId: 'listStoreCreditDebts',
    summary: 'What the shop owed to its customers at the end of a day, to whom, and what its books say',
    permission: 'gift-cards:read',
    own: 'any',
    query: Type.Object({ on: Type.Optional(dateSchema) }),
    response: owedSchema,
    answer: async ({ house }, { query: { on } }) => {
      const day = on ?? localDateIn(house.clock.now(), 'UTC')
      const { database } = house
      const [totals, holders] = await Promise.all([
        readCreditOwed(database, day),
        listOwedTo(database, { on: day, limit: MOST_HOLDERS }),
      ])
      return ok(presentCreditOwed(day, totals, holders))
    },
  }),
  query({
    method: 'GET',
    path: '/baskets/:id/store-credit',
    operationId: 'getBasketStoreCredit',
    summary: 'The store credit of who is signed in, and whether the basket is to be paid with it',
    permission: 'public',
    own: 'basket',
    params: idParams,
    response: Type.Union([basketCreditSchema, Type.Null()]),
    answer: async (call, { params }) => {
      const { database, clock } = call.house
      const there = await viewBasketCredit(database, keyOf(call, params.id), clock.now())
      if (!there.ok) return there
      if (!there.value) return ok(null)
      const { available, currency, used } = there.value
      return ok({ available: { amount: Number(available), currency }, used })
    },
  }),
  command({
    method: 'PUT',
    path: '/baskets/:id/store-credit',
    operationId: 'useStoreCredit',
    summary: 'Pay a basket with one’s store credit, as far as it reaches',
    permission: 'public',
    own: 'basket',
    status: 204,
    params: idParams,
    response: Type.Null(),
    command: async (ctx, { params }, call) => {
      const done = await payWithCredit(ctx, keyOf(call, params.id), true)
      return done.ok ? ok(null) : done
    },
  }),
  command({
    method: 'DELETE',
    path: '/baskets/:id/store-credit',
    operationId: 'keepStoreCredit',
    summary: 'Do not pay with store credit after all',
    permission: 'public',
    own: 'basket',
    status: 204,
    params: idParams,
    response: Type.Null(),
    command: async (ctx, { params }, call) => {
      const done = await payWithCredit(ctx, keyOf(call, params.id), false)
      return done.ok ? ok(null) : done
    },
  }),
]
