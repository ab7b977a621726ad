import type { Actor } from '../../../host/actor.ts'
import type { House } from '../../../host/context.ts'
import type { FoundByRule } from '../../../host/plans/found.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { findStaffNames } from '../../people/index.ts'
import { decidePlan, type PlanWish } from '../domain/plan.ts'
import { checkPlan, draftOf } from './check-plan.ts'
import { planGroundOf } from './plan-ground-of.ts'
import { isWithin } from './save-plan.ts'

export interface Rehearsed {
  readonly zone: string
  readonly found: readonly FoundByRule[]
  readonly names: ReadonlyMap<string, string>
}

/** What a plan would collide with if it were saved now. Whose plan lies outside one's markets is not named. */
export async function rehearsePlan(
  house: Pick<House, 'database' | 'ports' | 'clock'>,
  { actor, staffId, planId }: { readonly actor: Actor; readonly staffId: string; readonly planId: string | undefined },
  wish: PlanWish,
): Promise<Result<Rehearsed>> {
  const { database, ports, clock } = house
  // What somebody is still writing may not have a title yet.
  const decided = decidePlan({ ...wish, title: wish.title.trim() || '…' }, await planGroundOf(database, actor))
  if (!decided.ok) return decided
  const plan = draftOf(decided.value, { ownerId: staffId, id: planId })
  const found = await checkPlan(database, plan, { rules: ports?.plans?.rules ?? [], now: clock.now() })
  const seen = found.filter(({ other }) => !other || isWithin({ actor }, other))
  const owners = [...new Set(seen.flatMap(({ other }) => (other ? [other.ownerId] : [])))]
  return ok({ zone: decided.value.zone, found: seen, names: await findStaffNames(database, owners) })
}
