import { Type } from 'typebox'
import type { Call, Route } from '../../../host/http/route.ts'
import { command, query, steps } from '../../../host/http/route.ts'
import { idParams, idSchema } from '../../../host/http/schemas.ts'
import type { Context } from '../../../host/context.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Reader } from '../../organisation/index.ts'
import { basketKeyOf } from '../queries/basket-key.ts'
import { findCustomersBasket } from '../queries/customers-basket.ts'
import { setBasketCoupons, setBasketDestination, setBasketLine } from '../use-cases/change-basket.ts'
import { addBasketBundle, setBasketBundle } from '../use-cases/change-bundles.ts'
import { declareCompany } from '../use-cases/declare-company.ts'
import { createBasket } from '../use-cases/create-basket.ts'
import { acknowledgeChanges } from '../use-cases/see-basket.ts'
import { lookAtBasket, viewBasket, type ShownBasket } from '../use-cases/view-basket.ts'
import { basketSchema } from './schemas.ts'

const countrySchema = Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2.' })
const lineParams = Type.Object({ id: idSchema, variantId: idSchema })

const show = (reader: Reader, id: string, call: Call): Promise<Result<ShownBasket>> =>
  viewBasket(reader, { key: basketKeyOf(call, id) }, { locale: call.locale, now: call.house.clock.now() })

/** A change answers with the basket as it is then. */
async function changed(ctx: Context, id: string, call: Call, change: Result<void>): Promise<Result<ShownBasket>> {
  return change.ok ? lookAtBasket(ctx, basketKeyOf(call, id), call.locale) : change
}

export const basketRoutes: readonly Route[] = [
  command({
    method: 'POST',
    path: '/baskets',
    operationId: 'createBasket',
    summary: 'Open a basket',
    description: 'Keep the token: it is told once, and every call about the basket carries it as `Basket-Token`.',
    permission: 'public',
    own: 'none',
    // Not by Idempotency-Key: a kept answer would keep the token, and an empty basket made twice harms nobody.
    status: 201,
    rateLimit: { perMinute: 600 },
    body: Type.Object({ country: countrySchema, locale: Type.Optional(Type.String({ pattern: '^(en|it|es|id)$' })) }),
    response: Type.Object({ id: idSchema, token: Type.String() }),
    command: (ctx, { body }, call) => createBasket(ctx, { country: body.country, locale: body.locale ?? call.locale }),
  }),
  query({
    method: 'GET',
    path: '/baskets/:id',
    operationId: 'getBasket',
    summary: 'A basket with its prices, taxes and reasons',
    permission: 'public',
    own: 'basket',
    params: idParams,
    response: basketSchema,
    answer: (call, { params }) => show(call.house.database, params.id, call),
  }),
  command({
    method: 'PUT',
    path: '/baskets/:id/lines/:variantId',
    operationId: 'setBasketLine',
    summary: 'Set how many of a variant the basket holds; 0 takes it out',
    permission: 'public',
    own: 'basket',
    params: lineParams,
    body: Type.Object({
      quantity: Type.Integer({ minimum: 0, maximum: 999 }),
      was: Type.Optional(
        Type.Integer({
          minimum: 0,
          maximum: 999,
          description: 'How many the shopper saw there: if another device changed it meanwhile, nothing is set.',
        }),
      ),
    }),
    response: basketSchema,
    command: async (ctx, { params, body }, call) => {
      const key = basketKeyOf(call, params.id)
      const change = await setBasketLine(ctx, key, { variantId: params.variantId, ...body })
      return changed(ctx, params.id, call, change)
    },
  }),
  command({
    method: 'POST',
    path: '/baskets/:id/bundles',
    operationId: 'addBasketBundle',
    summary: 'Put a bundle into the basket, as it was chosen',
    description: 'The same choice again adds to its line. What leaves nothing to choose needs no choice.',
    permission: 'public',
    own: 'basket',
    // Not by Idempotency-Key: the answer is a basket, and what was added too often is taken out.
    params: idParams,
    body: Type.Object({
      variantId: idSchema,
      quantity: Type.Integer({ minimum: 1, maximum: 99 }),
      choices: Type.Array(
        Type.Object({
          group: Type.Integer({ minimum: 0, maximum: 99, description: 'Its place among the groups of the bundle.' }),
          variantId: idSchema,
          count: Type.Integer({ minimum: 0, maximum: 99 }),
        }),
        { maxItems: 200 },
      ),
    }),
    response: basketSchema,
    command: async (ctx, { params, body }, call) => {
      const change = await addBasketBundle(ctx, basketKeyOf(call, params.id), body)
      return changed(ctx, params.id, call, change)
    },
  }),
  command({
    method: 'PUT',
    path: '/baskets/:id/bundles/:bundleId',
    operationId: 'setBasketBundle',
    summary: 'Set how many of a bundle the basket holds; 0 takes it out',
    permission: 'public',
    own: 'basket',
    params: Type.Object({ id: idSchema, bundleId: idSchema }),
    body: Type.Object({ quantity: Type.Integer({ minimum: 0, maximum: 99 }) }),
    response: basketSchema,
    command: async (ctx, { params, body }, call) => {
      const key = basketKeyOf(call, params.id)
      const change = await setBasketBundle(ctx, key, { id: params.bundleId, quantity: body.quantity })
      return changed(ctx, params.id, call, change)
    },
  }),
  command({
    method: 'PUT',
    path: '/baskets/:id/coupons',
    operationId: 'setBasketCoupons',
    summary: 'Set the coupons that were entered',
    permission: 'public',
    own: 'basket',
    // Codes are guessed at: by hand nobody needs more.
    rateLimit: { perMinute: 20 },
    params: idParams,
    body: Type.Object({ coupons: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20 }) }),
    response: basketSchema,
    command: async (ctx, { params, body }, call) => {
      const change = await setBasketCoupons(ctx, basketKeyOf(call, params.id), body.coupons)
      return changed(ctx, params.id, call, change)
    },
  }),
  command({
    method: 'PUT',
    path: '/baskets/:id/destination',
    operationId: 'setBasketDestination',
    summary: 'Set the place, as far as it is known, and the way of delivery',
    permission: 'public',
    own: 'basket',
    params: idParams,
    body: Type.Object({
      country: countrySchema,
      region: Type.Optional(
        Type.String({ maxLength: 80, description: 'As addresses name it. It and the postcode decide the zone.' }),
      ),
      postcode: Type.Optional(Type.String({ maxLength: 20 })),
      deliveryMethod: Type.Optional(Type.Union([Type.String({ maxLength: 40 }), Type.Null()])),
    }),
    response: basketSchema,
    command: async (ctx, { params, body }, call) => {
      const change = await setBasketDestination(ctx, basketKeyOf(call, params.id), body)
      return changed(ctx, params.id, call, change)
    },
  }),
  steps({
    method: 'PUT',
    path: '/baskets/:id/company',
    operationId: 'setBasketCompany',
    summary: 'Buy for a company, or for oneself again (null)',
    description:
      'The VAT number is asked about at once; if its register is away, the policy of the market decides. `company.check` tells.',
    permission: 'public',
    own: 'basket',
    // A stranger's register is asked.
    rateLimit: { perMinute: 20 },
    params: idParams,
    body: Type.Object({
      company: Type.Union([
        Type.Object(
          {
            name: Type.String({ maxLength: 200 }),
            vatNumber: Type.Optional(Type.String({ maxLength: 40 })),
            taxCode: Type.Optional(Type.String({ maxLength: 40 })),
          },
          { additionalProperties: false },
        ),
        Type.Null(),
      ]),
    }),
    response: basketSchema,
    answer: async (call, { params, body }) => {
      const key = basketKeyOf(call, params.id)
      const declared = await declareCompany(call.house, { key, wish: body.company }, call)
      return declared.ok ? show(call.house.database, params.id, call) : declared
    },
  }),
  command({
    method: 'PUT',
    path: '/baskets/:id/seen',
    operationId: 'seeBasket',
    summary: 'Say that the shopper has seen what changed in the basket',
    description: 'Until then `changes` goes on telling it. If something else changed since, nothing is taken as seen.',
    permission: 'public',
    own: 'basket',
    params: idParams,
    body: Type.Object({
      mark: Type.String({ maxLength: 40, description: '`changesMark` of the basket that was shown.' }),
    }),
    response: basketSchema,
    command: async (ctx, { params, body }, call) => {
      const seen = await acknowledgeChanges(ctx, basketKeyOf(call, params.id), body.mark)
      return changed(ctx, params.id, call, seen)
    },
  }),
  query({
    method: 'GET',
    path: '/customer/basket',
    operationId: 'getOwnBasket',
    summary: 'The basket that the customer goes on with, on whichever device they signed in',
    description: 'Every operation about it takes the session instead of a token.',
    permission: 'public',
    own: 'self',
    response: basketSchema,
    answer: async (call) => {
      const { actor, house } = call
      const found = actor.kind === 'customer' ? await findCustomersBasket(house.database, actor.id) : undefined
      return show(house.database, found?.ordered === false ? found.id : '', call)
    },
  }),
]
