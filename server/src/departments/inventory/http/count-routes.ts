import { Type } from 'typebox'
import { staffBehind } from '../../../host/actor.ts'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idSchema, nullable } from '../../../host/http/schemas.ts'
import { collisionSchema } from '../../../host/plans/collision-schema.ts'
import { presentCollision, presentFound } from '../../../host/plans/present-collision.ts'
import { recordIdSchema } from '../../../host/records/record-type.ts'
import { ok } from '../../../kernel/result.ts'
import { locationPlace } from '../queries/location-titles.ts'
import { foreseeCounts, readPlanOfCounts, recordCounts } from '../use-cases/record-counts.ts'

const countsSchema = Type.Array(
  Type.Object({
    variantId: idSchema,
    locationCode: Type.String({ maxLength: 40 }),
    quantity: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
  }),
  { minItems: 1, maxItems: 500 },
)

export const countRoutes: readonly Route[] = [
  command({
    method: 'POST',
    path: '/stock-counts',
    operationId: 'recordStockCounts',
    summary: 'Record what was counted; the difference becomes a move',
    permission: 'inventory:adjust',
    own: 'any',
    withinScope: 'narrowed',
    idempotent: true,
    body: Type.Object({
      counts: countsSchema,
      reason: Type.String({ minLength: 1, maxLength: 300 }),
      nonetheless: Type.Optional(
        Type.String({ maxLength: 300, description: 'Why it is counted although it collides with somebody’s plans.' }),
      ),
    }),
    response: Type.Object({ changed: Type.Integer() }),
    command: (ctx, { body: { counts, reason, nonetheless } }, { house }) =>
      recordCounts(ctx, counts, { reason, nonetheless, plans: house.ports?.plans ?? { sources: [], rules: [] } }),
  }),
  query({
    method: 'POST',
    path: '/stock-count-checks',
    operationId: 'checkStockCounts',
    summary: 'Whose plans some counts would collide with; nothing is recorded',
    permission: 'inventory:adjust',
    own: 'any',
    withinScope: 'narrowed',
    body: Type.Object({ counts: countsSchema }),
    response: Type.Object({ collisions: Type.Array(collisionSchema) }),
    answer: async ({ house, actor, locale }, { body: { counts } }) => {
      const foreseen = await foreseeCounts(house, actor, counts)
      if (!foreseen.ok) return foreseen
      const { found, names, zone } = foreseen.value
      const telling = { locale, zone, translate: house.translations.for(locale) }
      const others = found.filter(({ other }) => other)
      return ok({ collisions: others.map((one) => presentFound(one, names, telling)) })
    },
  }),
  query({
    method: 'GET',
    path: '/locations/:id/count-collisions',
    operationId: 'listCollisionsOfCounts',
    summary: 'Whose plans today’s counts at a location collide with',
    permission: 'inventory:read',
    own: 'any',
    withinScope: locationPlace,
    params: Type.Object({ id: recordIdSchema({ keyedBy: 'code' }) }),
    response: Type.Object({
      planId: nullable(Type.String({ description: 'Their place on the calendar; null where nothing was counted.' })),
      collisions: Type.Array(collisionSchema),
    }),
    answer: async ({ house, actor, locale }, { params }) => {
      const page = await readPlanOfCounts(house, actor, params.id)
      if (!page) return ok({ planId: null, collisions: [] })
      const { plan, collisions, others, names } = page
      const looking = {
        ...{ planId: plan.id, others, names, staffId: staffBehind(actor) },
        ...{ zone: plan.zone, locale, translate: house.translations.for(locale) },
      }
      return ok({ planId: plan.id, collisions: collisions.map((one) => presentCollision(one, looking)) })
    },
  }),
]
