import { Type } from 'typebox'
import { staffBehind } from '../../../host/actor.ts'
import type { House } from '../../../host/context.ts'
import { command, query, type Call, type Route } from '../../../host/http/route.ts'
import { idParams } from '../../../host/http/schemas.ts'
import { collisionSchema } from '../../../host/plans/collision-schema.ts'
import type { PlansPort } from '../../../host/plans/plans-port.ts'
import { presentFound } from '../../../host/plans/present-collision.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { answerPlanCollision } from '../use-cases/answer-plan-collision.ts'
import { readPlan } from '../use-cases/read-plan.ts'
import { rehearsePlan } from '../use-cases/rehearse-plan.ts'
import { callOffPlan, changePlan, createPlan, movePlan, type Planning } from '../use-cases/save-plan.ts'
import { overrideSchema, planBody, planCheckBody, planSchema, planTimeBody } from './plan-schemas.ts'
import { presentPlan, timeWished, wishOf } from './plan-views.ts'

const reading = { permission: 'work:read', own: 'any', withinScope: 'narrowed' } as const
const planning = { permission: 'work:plan', own: 'any', withinScope: 'narrowed' } as const
const keptSchema = Type.Object({ id: Type.String(), version: Type.Integer() })

export const planRoutes: readonly Route[] = [
  query({
    ...reading,
    method: 'GET',
    path: '/plans/:id',
    operationId: 'getPlan',
    summary: 'A plan with what it collides with',
    params: idParams,
    response: planSchema,
    etag: 'version',
    answer: async (call, { params }) => {
      const { house, actor, locale } = call
      const page = await readPlan(house, actor, params.id)
      if (!page.ok) return page
      return ok(
        presentPlan(page.value, { locale, translate: house.translations.for(locale), staffId: staffBehind(actor) }),
      )
    },
  }),
  query({
    ...planning,
    method: 'POST',
    path: '/plan-checks',
    operationId: 'checkPlan',
    summary: 'What a plan would collide with; nothing is saved',
    body: planCheckBody,
    response: Type.Object({ collisions: Type.Array(collisionSchema) }),
    answer: async ({ house, actor, locale }, { body: { planId, ...body } }) => {
      const rehearsed = await rehearsePlan(house, { actor, planId, staffId: staffBehind(actor) ?? '' }, wishOf(body))
      if (!rehearsed.ok) return rehearsed
      const { found, names, zone } = rehearsed.value
      const telling = { locale, zone, translate: house.translations.for(locale) }
      return ok({ collisions: found.map((one) => presentFound(one, names, telling)) })
    },
  }),
  command({
    ...planning,
    method: 'POST',
    path: '/plans',
    operationId: 'createPlan',
    summary: 'Plan something; whom it collides with is told',
    body: planBody,
    response: keptSchema,
    etag: 'version',
    status: 201,
    idempotent: true,
    command: async (ctx, { body: { overrideReason, ...body } }, call) => {
      const how = planningOf(call, overrideReason)
      return how.ok ? createPlan(ctx, wishOf(body), how.value) : how
    },
  }),
  command({
    ...planning,
    method: 'PUT',
    path: '/plans/:id',
    operationId: 'changePlan',
    summary: 'Change a plan (If-Match: version)',
    params: idParams,
    body: planBody,
    response: keptSchema,
    etag: 'version',
    command: async (ctx, { params, body: { overrideReason, ...body } }, call) => {
      const how = planningOf(call, overrideReason)
      return how.ok ? changePlan(ctx, { id: params.id, version: call.ifMatch }, wishOf(body), how.value) : how
    },
  }),
  command({
    ...planning,
    method: 'PUT',
    path: '/plans/:id/time',
    operationId: 'movePlan',
    summary: 'Move a plan to another time (If-Match: version)',
    params: idParams,
    body: Type.Object({ time: planTimeBody, overrideReason: overrideSchema }, { additionalProperties: false }),
    response: keptSchema,
    etag: 'version',
    command: async (ctx, { params, body }, call) => {
      const how = planningOf(call, body.overrideReason)
      if (!how.ok) return how
      return movePlan(ctx, { id: params.id, version: call.ifMatch }, timeWished(body.time), how.value)
    },
  }),
  command({
    ...planning,
    method: 'POST',
    path: '/plans/:id/withdrawal',
    operationId: 'withdrawPlan',
    summary: 'Call a plan off (If-Match: version)',
    params: idParams,
    body: Type.Object(
      { reason: Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' }) },
      { additionalProperties: false },
    ),
    response: keptSchema,
    etag: 'version',
    command: (ctx, { params, body }, { house, ifMatch }) =>
      callOffPlan(ctx, { id: params.id, version: ifMatch, reason: body.reason.trim() }, plansOf(house)),
  }),
  command({
    ...reading,
    method: 'PUT',
    path: '/plan-collisions/:id/answer',
    operationId: 'answerPlanCollision',
    summary: 'Say what one makes of a collision of one’s own plan',
    params: idParams,
    body: Type.Object(
      { word: Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' }) },
      { additionalProperties: false },
    ),
    response: Type.Object({ planId: Type.String() }),
    command: async (ctx, { params, body }, { actor }) => {
      const id = staffBehind(actor)
      if (id === undefined) return hostRefusals.not_allowed()
      return answerPlanCollision(ctx, { id }, { collisionId: params.id, word: body.word })
    },
  }),
]

function plansOf({ ports }: Pick<House, 'ports'>): PlansPort {
  return ports?.plans ?? { sources: [], rules: [] }
}

/** A plan is somebody's: of who writes it down, or whose key does. */
function planningOf({ actor, house }: Call, overrideReason: string | undefined): Result<Planning> {
  const ownerId = staffBehind(actor)
  if (ownerId === undefined) return hostRefusals.not_allowed()
  return ok({ ownerId, overrideReason, plans: plansOf(house) })
}
