import type { Database } from '../../../host/database/pool.ts'
import type { FoundByRule } from '../../../host/plans/found.ts'
import type { NamedInterferenceRule } from '../../../host/plans/interference-rule.ts'
import type { KeptPlan, Plan } from '../../../host/plans/plan.ts'
import type { PlanFields } from '../domain/plan.ts'
import { listPlansMeeting, type SavedPlan } from '../queries/read-plans.ts'

type Reader = Pick<Database, 'rows'>

/** Beyond so many plans of one time nobody reads on; the earliest are looked at. */
const MOST_OTHERS = 500

/** What every department's rules say about a plan at this moment, the gravest first. Reads, and writes nothing. */
export async function checkPlan(
  reader: Reader,
  plan: Plan,
  { rules, now }: { readonly rules: readonly NamedInterferenceRule[]; readonly now: Date },
): Promise<FoundByRule[]> {
  const asked = rules.filter(({ looksAt }) => looksAt.includes(plan.kind))
  if (asked.length === 0) return []
  const { startsAt, endsAt, id } = plan
  const others = (await listPlansMeeting(reader, { startsAt, endsAt, except: id, limit: MOST_OTHERS })).map(planOf)
  const found = []
  // One after the other: inside a transaction they share one connection.
  for (const rule of asked) {
    for (const one of await rule.check(reader, { plan, others, now })) found.push({ ...one, rule })
  }
  return found.sort((a, b) => Number(b.severity === 'stop') - Number(a.severity === 'stop'))
}

/** As departments see it. */
export function planOf(plan: SavedPlan): KeptPlan {
  return { ...draftOf(plan, plan), id: plan.id }
}

export function draftOf(plan: PlanFields, { ownerId, id }: { ownerId: string; id?: string | undefined }): Plan {
  const { kind, title, zone, startsAt, endsAt, markets, locations, products, categories, unitId, fromOn } = plan
  return {
    ...{ id, kind, title, zone, startsAt, endsAt, markets, locations, ownerId, unitId },
    allDay: fromOn !== null,
    goods: products.map((one) => one.id),
    groups: categories.map((one) => one.id),
  }
}
