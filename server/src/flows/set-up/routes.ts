import { Type } from 'typebox'
import { runCommand, type Context } from '../../host/context.ts'
import { command, query, steps, type Call, type Route } from '../../host/http/route.ts'
import { instantSchema, nullable } from '../../host/http/schemas.ts'
import { ok } from '../../kernel/result.ts'
import { isLocalDate, localDateIn } from '../../kernel/time.ts'
import { hostRefusals } from '../../host/refusals.ts'
import { percentText } from '../../kernel/rate.ts'
import { inventoryRefusals, listLocations } from '../../departments/inventory/index.ts'
import {
  codeParams,
  listEntities,
  listSkippedSteps,
  lawPackOf,
  marketBody,
  putMarket,
  skipStep,
  versionSchema,
} from '../../departments/organisation/index.ts'
import { beginTaxRate, newRateBody, taxRateSchema } from '../../departments/tax/index.ts'
import { STEPS, missingOf, type Missing, type StepCode } from './guide.ts'
import { readFacts } from './read-facts.ts'
import { refusals } from './refusals.ts'

const stepSchema = Type.Object({
  code: Type.String({ description: STEPS.join(', ') }),
  done: Type.Boolean(),
  skipped: Type.Boolean(),
  skippedAt: nullable(instantSchema),
  missing: Type.Array(
    Type.Object({ code: Type.String(), text: Type.String({ description: 'In the language of the request.' }) }),
  ),
})

const guideSchema = Type.Object({
  complete: Type.Boolean({ description: 'Every step is done or passed over.' }),
  steps: Type.Array(stepSchema),
})

export const routes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/set-up',
    operationId: 'getSetUpGuide',
    summary: 'What the shop still lacks before it can sell, computed from what is there',
    permission: 'organisation:read',
    own: 'any',
    response: guideSchema,
    answer: async (call) => {
      const all = await readSteps(call)
      return ok({ complete: all.every(({ done, skipped }) => done || skipped), steps: all })
    },
  }),
  steps({
    method: 'PUT',
    path: '/set-up/:step',
    operationId: 'skipSetUpStep',
    summary: 'Pass over a step of the guide, or take it up again',
    permission: 'organisation:write',
    own: 'any',
    params: Type.Object({ step: Type.String({ maxLength: 40 }) }),
    body: Type.Object({ skipped: Type.Boolean() }, { additionalProperties: false }),
    response: stepSchema,
    answer: async (call, { params, body: { skipped } }) => {
      const step = (await readSteps(call)).find(({ code }) => code === params.step)
      if (!step) return hostRefusals.not_found()
      if (step.done && skipped) return refusals.step_done()
      const { house, actor, requestId } = call
      const kept = await runCommand(house, { actor, requestId }, (ctx) => skipStep(ctx, { step: step.code, skipped }))
      return kept.ok ? ok({ ...step, skipped, skippedAt: skipped ? house.clock.now().toISOString() : null }) : kept
    },
  }),
  command({
    method: 'PUT',
    path: '/markets/:code',
    operationId: 'putMarket',
    summary: 'Make a market, or change it (If-Match: version)',
    permission: 'organisation:write',
    own: 'any',
    params: codeParams,
    body: marketBody,
    response: versionSchema,
    etag: 'version',
    command: async (ctx, { params, body: { position, ...market } }, { ifMatch }) => {
      const locations = await listLocations(ctx.tx)
      if (!locations.some(({ code }) => code === market.locationCode)) {
        return inventoryRefusals.unknown_location({
          field: 'locationCode',
          params: { location: market.locationCode },
        })
      }
      return putMarket(ctx, {
        market: { code: params.code, lawPack: lawPackOf(market.countries), ...market },
        position,
        version: ifMatch,
      })
    },
  }),
  command({
    method: 'POST',
    path: '/tax-rates',
    operationId: 'beginTaxRate',
    summary: 'A tax rate begins; the one before it ends the day before',
    permission: 'tax:write',
    own: 'any',
    body: newRateBody,
    response: taxRateSchema,
    status: 201,
    command: async (ctx, { body }) => {
      const { validFrom } = body
      if (!isLocalDate(validFrom)) return hostRefusals.invalid_input({ field: 'validFrom' })
      const begun = await beginTaxRate(ctx, { ...body, validFrom, today: await todayOf(ctx) })
      if (!begun.ok) return begun
      const { percent, zone, tax = 'vat', compound = false, ...rate } = begun.value
      return ok({ ...rate, zone: zone ?? null, tax, compound, percent: percentText(percent), validTo: null })
    },
  }),
]

/** In the zone of the entity that owes the tax: at midnight in Rome it is still yesterday in UTC. */
async function todayOf({ tx, now }: Context) {
  const [entity] = await listEntities(tx)
  return localDateIn(now, entity?.timeZone ?? 'UTC')
}

async function readSteps({ house, locale }: Call) {
  const translate = house.translations.for(locale)
  const [facts, skippedSteps] = await Promise.all([readFacts(house), listSkippedSteps(house.database)])
  const lacking = missingOf(facts)
  return STEPS.map((code) => presentStep(code, lacking[code]))

  // i18n-dynamic: set-up.missing.*
  function presentStep(code: StepCode, missing: readonly Missing[]) {
    const done = missing.length === 0
    const at = done ? undefined : skippedSteps.get(code)
    return {
      code,
      done,
      skipped: at !== undefined,
      skippedAt: at?.toISOString() ?? null,
      missing: missing.map((one) => ({
        code: one.code,
        text: translate(`set-up.missing.${one.code}`, one.params),
      })),
    }
  }
}
