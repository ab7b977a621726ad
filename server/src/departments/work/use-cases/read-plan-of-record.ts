import type { Actor } from '../../../host/actor.ts'
import type { House } from '../../../host/context.ts'
import { findPlanOfRecord, type RecordOfPlan } from '../queries/read-plans.ts'
import { readPlan, type PlanPage } from './read-plan.ts'

/** A record's intention with what it collides with, for its own page; undefined while it has none, or none any more. */
export async function readPlanOfRecord(
  house: Pick<House, 'database' | 'ports' | 'translations'>,
  actor: Actor,
  record: RecordOfPlan,
): Promise<PlanPage | undefined> {
  const plan = await findPlanOfRecord(house.database, record)
  if (!plan || plan.withdrawal) return undefined
  const page = await readPlan(house, actor, plan.id)
  return page.ok ? page.value : undefined
}
