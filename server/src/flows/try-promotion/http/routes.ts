import { Type } from 'typebox'
import {
  listTrials,
  promotionDraftSchema,
  resumePromotionTrial,
  stopPromotionTrial,
  wishOf,
} from '../../../departments/pricing/index.ts'
import { permissionsOf } from '../../../host/actor.ts'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema, instantSchema } from '../../../host/http/schemas.ts'
import { startTask } from '../../../host/tasks/start-task.ts'
import { ok } from '../../../kernel/result.ts'
import { beginPromotionTrial } from '../begin-trial.ts'
import { TRIAL_TASK } from '../jobs/trial-task.ts'
import { explainTrialOrder, readTrial } from '../read-trial.ts'
import { explainedSchema, presentExplained, presentTrial, trialSchema } from './present-trial.ts'

const permission = 'pricing:promote'
const begunSchema = Type.Object({ id: idSchema, taskId: idSchema })
const titleKey = 'try-promotion.task'

export const routes: readonly Route[] = [
  command({
    method: 'POST',
    path: '/promotion-trials',
    operationId: 'tryPromotion',
    summary: 'Tries a promotion on what was sold before',
    description:
      'The draft, kept or not, is held against each order and each basket left behind of the last days: priced once with the promotions of its time, and once with the draft beside them, as if it had run then. Nothing is sold and no limit of a kept promotion counts it; its own limits are used up in the order of the orders. It becomes a task; what it found so far is read at `/promotion-trials/{id}`.',
    permission,
    own: 'any',
    status: 202,
    idempotent: true,
    rateLimit: { perMinute: 30 },
    body: Type.Object(
      {
        draft: promotionDraftSchema,
        promotionId: Type.Optional(idSchema),
        days: Type.Integer({ minimum: 1, maximum: 731, description: 'How far back.' }),
      },
      { additionalProperties: false },
    ),
    response: begunSchema,
    command: async (ctx, { body: { draft, promotionId, days } }) => {
      const begun = await beginPromotionTrial(ctx, { promotionId, draft: wishOf(draft), days })
      if (!begun.ok) return begun
      const { id } = begun.value
      const input = { id, run: 1 }
      return ok({
        id,
        taskId: startTask(ctx, { kind: TRIAL_TASK, titleKey, titleParams: { code: draft.code }, input }),
      })
    },
  }),
  query({
    method: 'GET',
    path: '/promotion-trials/:id',
    operationId: 'getPromotionTrial',
    summary: 'What a promotion would have done, as far as it was tried',
    permission,
    own: 'any',
    params: idParams,
    response: trialSchema,
    answer: async ({ house, actor }, { params }) => {
      const found = await readTrial(house, params.id)
      const seesCosts = permissionsOf(actor).has('pricing:costs')
      return found.ok ? ok(presentTrial(found.value, seesCosts)) : found
    },
  }),
  query({
    method: 'GET',
    path: '/promotions/:id/trials',
    operationId: 'listPromotionTrials',
    summary: 'The latest trials of a promotion',
    permission,
    own: 'any',
    params: idParams,
    response: Type.Object({
      items: Type.Array(
        Type.Object({
          id: idSchema,
          state: Type.String(),
          since: instantSchema,
          until: instantSchema,
          startedAt: instantSchema,
        }),
      ),
    }),
    answer: async ({ house }, { params }) => {
      const trials = await listTrials(house.database, params.id)
      const items = trials.map(({ since, until, startedAt, ...trial }) => ({
        ...trial,
        since: since.toISOString(),
        until: until.toISOString(),
        startedAt: startedAt.toISOString(),
      }))
      return ok({ items })
    },
  }),
  query({
    method: 'GET',
    path: '/promotion-trials/:id/orders/:number',
    operationId: 'explainTrialOrder',
    summary: 'One order of a trial, without the promotion and with it, each with its reasons',
    permission,
    own: 'any',
    params: Type.Object({ id: idSchema, number: Type.String({ pattern: '^[1-9][0-9]{0,11}$' }) }),
    response: explainedSchema,
    answer: async (call, { params }) => {
      const explained = await explainTrialOrder(call.house, { id: params.id, number: Number(params.number) })
      return explained.ok ? ok(presentExplained(explained.value, call)) : explained
    },
  }),
  command({
    method: 'PUT',
    path: '/promotion-trials/:id/pause',
    operationId: 'stopPromotionTrial',
    summary: 'Stops a trial where it is; what it found so far stays',
    permission,
    own: 'any',
    params: idParams,
    response: Type.Null(),
    command: async (ctx, { params }) => {
      const stopped = await stopPromotionTrial(ctx, params.id)
      return stopped.ok ? ok(null) : stopped
    },
  }),
  command({
    method: 'DELETE',
    path: '/promotion-trials/:id/pause',
    operationId: 'resumePromotionTrial',
    summary: 'Lets a trial go on from where it is',
    permission,
    own: 'any',
    params: idParams,
    status: 202,
    response: begunSchema,
    command: async (ctx, { params: { id } }) => {
      const resumed = await resumePromotionTrial(ctx, id)
      if (!resumed.ok) return resumed
      const { run, code } = resumed.value
      const task = { kind: TRIAL_TASK, titleKey, titleParams: { code }, input: { id, run } }
      return ok({ id, taskId: startTask(ctx, task) })
    },
  }),
]
