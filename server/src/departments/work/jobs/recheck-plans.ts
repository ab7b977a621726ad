import { runCommand, system, type House } from '../../../host/context.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { ok } from '../../../kernel/result.ts'
import { findPlan, listPlansToCome } from '../queries/read-plans.ts'
import { notePlanCollisions } from '../use-cases/note-plan-collisions.ts'

/** What is to come is looked at again: stock runs out and windows are closed long after a plan was saved. */
export const recheckPlans: JobDefinition = {
  kind: 'recheck-plans',
  schedule: '*/15 * * * *',
  run: async (house) => {
    for (const { id } of await listPlansToCome(house.database, house.clock.now(), MOST)) await recheck(house, id)
  },
}

const MOST = 2_000

/** Each in a transaction of its own: a slow rule holds no other plan. */
async function recheck(house: House, id: string): Promise<void> {
  const { plans } = house.ports ?? {}
  if (!plans) return
  await runCommand(house, { actor: system('recheck-plans') }, async (ctx) => {
    const plan = await findPlan(ctx.tx, id)
    if (plan) await notePlanCollisions(ctx, plan, plans)
    return ok()
  })
}
