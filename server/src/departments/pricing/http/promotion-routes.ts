import { Type } from 'typebox'
import { staffBehind } from '../../../host/actor.ts'
import type { House } from '../../../host/context.ts'
import { command, query, type Route } from '../../../host/http/route.ts'
import { decodeCursor, pageOf, pageQuery, toPage } from '../../../host/http/pagination.ts'
import { idParams, idSchema, instantSchema, moneySchema, nullable, textsSchema } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { collisionSchema } from '../../../host/plans/collision-schema.ts'
import type { PlansPort } from '../../../host/plans/plans-port.ts'
import { presentCollision, presentFound } from '../../../host/plans/present-collision.ts'
import { ok } from '../../../kernel/result.ts'
import type { TermsJson } from '../domain/promotions/promotion-terms.ts'
import { getPromotion } from '../queries/get-promotion.ts'
import { listCoupons } from '../queries/list-coupons.ts'
import { promotionChoices } from '../use-cases/promotion-choices.ts'
import { promotionsList } from '../queries/promotions-list.ts'
import { makeCoupons, withdrawCoupon } from '../use-cases/make-coupons.ts'
import { pausePromotion, resumePromotion } from '../use-cases/pause-promotion.ts'
import { foreseePromotion, readPromotionPlan } from '../use-cases/promotion-interference.ts'
import { changePromotion, createPromotion } from '../use-cases/save-promotion.ts'
import { limitsSchema, promotionDraftSchema, wishOf } from './promotion-draft.ts'
import { termsSchema } from './promotion-schemas.ts'

const MOST_COUPONS = 10_000

/** Beside the promotion itself, never part of it. */
const nonethelessSchema = Type.Optional(
  Type.String({ maxLength: 300, description: 'Why it is saved although it collides with other plans.' }),
)
const savingSchema = Type.Object(
  { ...promotionDraftSchema.properties, nonetheless: nonethelessSchema },
  { additionalProperties: false },
)

const promotionSchema = Type.Object({
  id: idSchema,
  version: Type.Integer(),
  code: Type.String(),
  names: Type.Record(Type.String(), Type.String()),
  state: Type.String({ description: 'planned, running, paused or ended' }),
  pauseReason: nullable(Type.String()),
  needsCoupon: Type.Boolean(),
  coupons: Type.Integer(),
  beginsAt: nullable(instantSchema),
  endsAt: nullable(instantSchema),
  terms: Type.Unsafe<TermsJson>(termsSchema),
  limits: limitsSchema,
  priority: Type.Integer(),
  stackingClass: Type.String(),
  exclusive: Type.Boolean(),
  given: Type.Array(Type.Object({ uses: Type.Integer(), amount: moneySchema })),
})

const summarySchema = Type.Object({
  id: idSchema,
  code: Type.String(),
  name: Type.String(),
  state: Type.String(),
  action: Type.String(),
  needsCoupon: Type.Boolean(),
  beginsAt: nullable(instantSchema),
  endsAt: nullable(instantSchema),
  uses: Type.Integer(),
  createdAt: instantSchema,
})

const savedSchema = Type.Object({ id: idSchema, version: Type.Integer() })
const couponSchema = Type.Object({
  code: Type.String(),
  mostUses: nullable(Type.Integer()),
  uses: Type.Integer(),
})

/** What is still being written may have neither code nor name. */
const loose = { code: Type.String({ maxLength: 40 }), names: textsSchema }

function plansOf({ ports }: Pick<House, 'ports'>): PlansPort {
  return ports?.plans ?? { sources: [], rules: [] }
}

export const promotionRoutes: readonly Route[] = [
  ...listRoutes(promotionsList, {
    path: '/promotions',
    permission: 'pricing:read',
    summary: 'Promotions, the newest first',
    item: summarySchema,
  }),
  query({
    method: 'GET',
    path: '/promotion-choices',
    operationId: 'getPromotionChoices',
    summary: 'What a promotion can be limited to: categories, markets, channels, currencies',
    permission: 'pricing:read',
    own: 'any',
    response: Type.Object({
      zone: Type.String({ description: 'IANA name: by whose clock promotions begin and end.' }),
      currencies: Type.Array(Type.String()),
      markets: Type.Array(Type.String()),
      channels: Type.Array(Type.String()),
      countries: Type.Array(Type.String({ description: 'ISO 3166-1' })),
      groups: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
      categories: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
      collections: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
    }),
    answer: async ({ house, locale }) => ok(await promotionChoices(house.database, locale)),
  }),
  query({
    method: 'GET',
    path: '/promotions/:id',
    operationId: 'getPromotion',
    summary: 'One promotion, with what it gave so far',
    permission: 'pricing:read',
    own: 'any',
    params: idParams,
    response: promotionSchema,
    etag: 'version',
    answer: ({ house }, { params }) => getPromotion(house.database, params.id),
  }),
  query({
    method: 'POST',
    path: '/promotion-checks',
    operationId: 'checkPromotion',
    summary: 'Whose plans a promotion would collide with; nothing is saved',
    permission: 'pricing:promote',
    own: 'any',
    body: Type.Object(
      {
        ...Type.Omit(promotionDraftSchema, ['code', 'names']).properties,
        ...loose,
        promotionId: Type.Optional(idSchema),
      },
      { additionalProperties: false },
    ),
    response: Type.Object({ collisions: Type.Array(collisionSchema) }),
    answer: async ({ house, actor, locale }, { body: { promotionId: id, ...body } }) => {
      const foreseen = await foreseePromotion(house, actor, { id, wish: wishOf(body) })
      if (!foreseen.ok) return foreseen
      const { found, names, zone } = foreseen.value
      const telling = { locale, zone, translate: house.translations.for(locale) }
      return ok({ collisions: found.map((one) => presentFound(one, names, telling)) })
    },
  }),
  query({
    method: 'GET',
    path: '/promotions/:id/collisions',
    operationId: 'listCollisionsOfPromotion',
    summary: 'Whose plans a promotion collides with',
    permission: 'pricing:read',
    own: 'any',
    params: idParams,
    response: Type.Object({
      planId: nullable(
        Type.String({ description: 'Its place on the calendar; null for what always runs, or is over.' }),
      ),
      collisions: Type.Array(collisionSchema),
    }),
    answer: async ({ house, actor, locale }, { params }) => {
      const page = await readPromotionPlan(house, actor, params.id)
      if (!page) return ok({ planId: null, collisions: [] })
      const { plan, collisions, others, names } = page
      const translate = house.translations.for(locale)
      const looking = {
        planId: plan.id,
        others,
        names,
        staffId: staffBehind(actor),
        zone: plan.zone,
        locale,
        translate,
      }
      return ok({ planId: plan.id, collisions: collisions.map((one) => presentCollision(one, looking)) })
    },
  }),
  command({
    method: 'POST',
    path: '/promotions',
    operationId: 'createPromotion',
    summary: 'Make a promotion',
    permission: 'pricing:promote',
    own: 'any',
    idempotent: true,
    status: 201,
    body: savingSchema,
    response: savedSchema,
    command: (ctx, { body: { nonetheless, ...body } }, { house }) =>
      createPromotion(ctx, wishOf(body), { plans: plansOf(house), nonetheless }),
  }),
  command({
    method: 'PUT',
    path: '/promotions/:id',
    operationId: 'changePromotion',
    summary: 'Change a promotion: for baskets from now on',
    permission: 'pricing:promote',
    own: 'any',
    params: idParams,
    body: savingSchema,
    response: savedSchema,
    etag: 'version',
    command: (ctx, { params, body: { nonetheless, ...body } }, { house, ifMatch }) => {
      const change = { id: params.id, wish: wishOf(body), version: ifMatch }
      return changePromotion(ctx, change, { plans: plansOf(house), nonetheless })
    },
  }),
  command({
    method: 'PUT',
    path: '/promotions/:id/pause',
    operationId: 'pausePromotion',
    summary: 'Stop a promotion at once',
    permission: 'pricing:promote',
    own: 'any',
    params: idParams,
    body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500 }) }),
    response: savedSchema,
    command: (ctx, { params, body }, { house }) =>
      pausePromotion(ctx, { id: params.id, reason: body.reason }, plansOf(house)),
  }),
  command({
    method: 'DELETE',
    path: '/promotions/:id/pause',
    operationId: 'resumePromotion',
    summary: 'Let a promotion go on',
    permission: 'pricing:promote',
    own: 'any',
    params: idParams,
    query: Type.Object({ nonetheless: nonethelessSchema }),
    response: savedSchema,
    command: (ctx, { params, query: { nonetheless } }, { house }) =>
      resumePromotion(ctx, params, { plans: plansOf(house), nonetheless }),
  }),
  query({
    method: 'GET',
    path: '/promotions/:id/coupons',
    operationId: 'listCoupons',
    summary: "A promotion's coupons and how often they were used",
    permission: 'pricing:promote',
    own: 'any',
    params: idParams,
    query: Type.Object(pageQuery),
    response: pageOf(couponSchema),
    answer: async ({ house }, { params, query: asked }) => {
      const promotion = await getPromotion(house.database, params.id)
      if (!promotion.ok) return promotion
      const limit = asked.limit ?? 50
      const cursor = asked.after === undefined ? ok(undefined) : decodeCursor(asked.after, ['text'])
      if (!cursor.ok) return cursor
      const rows = await listCoupons(house.database, {
        promotionId: params.id,
        after: cursor.value?.[0] ?? undefined,
        limit: limit + 1,
      })
      return ok(
        toPage(
          rows,
          limit,
          (row) => row,
          ({ code }) => [code],
        ),
      )
    },
  }),
  command({
    method: 'POST',
    path: '/promotions/:id/coupons',
    operationId: 'makeCoupons',
    summary: 'Make coupons: codes of your own, or so many by chance',
    permission: 'pricing:promote',
    own: 'any',
    idempotent: true,
    status: 201,
    params: idParams,
    body: Type.Object(
      {
        codes: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { minItems: 1, maxItems: MOST_COUPONS })),
        count: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_COUPONS })),
        prefix: Type.Optional(Type.String({ maxLength: 20 })),
        mostUses: nullable(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })),
      },
      { additionalProperties: false },
    ),
    response: Type.Object({ made: Type.Array(Type.String()) }),
    command: (ctx, { params, body }) => makeCoupons(ctx, { promotionId: params.id, ...body }),
  }),
  command({
    method: 'DELETE',
    path: '/promotions/:id/coupons/:code',
    operationId: 'withdrawCoupon',
    summary: 'Take back a coupon that nobody has used',
    permission: 'pricing:promote',
    own: 'any',
    params: Type.Object({ id: idSchema, code: Type.String({ maxLength: 40 }) }),
    response: Type.Void(),
    status: 204,
    command: (ctx, { params }) => withdrawCoupon(ctx, { promotionId: params.id, code: params.code }),
  }),
]
