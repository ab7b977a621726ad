import { staffBehind } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import type { FoundByRule } from '../../../host/plans/found.ts'
import type { PlansPort } from '../../../host/plans/plans-port.ts'
import { compareCollisions, type Collision } from '../domain/plan-collision.ts'
import { findPlan, type SavedPlan } from '../queries/read-plans.ts'
import { endCollisions, insertCollisions, lockLiveCollisions, renewCollisions } from '../store/plan-collisions.ts'
import { checkPlan, planOf } from './check-plan.ts'
import { tell, untell } from './tell.ts'

/**
 * Looks at a saved plan and keeps what it collides with: what is new is told to the owners who do not do it themselves, what is
 * over leaves their inboxes. Answers how many began.
 */
export async function notePlanCollisions(ctx: Context, plan: SavedPlan, { rules }: PlansPort): Promise<number> {
  const live = await lockLiveCollisions(ctx, plan.id)
  const found = plan.withdrawal ? [] : await checkPlan(ctx.tx, planOf(plan), { rules, now: ctx.now })
  const changes = compareCollisions(
    plan.id,
    live,
    found.map((one) => kept(plan, one)),
  )
  const begun = changes.begun.map((one) => ({ ...one, id: ctx.newId<'collision'>() as string }))
  insertCollisions(ctx, begun)
  renewCollisions(ctx, changes.lasting)
  endCollisions(
    ctx,
    changes.ended.map(({ id }) => id),
  )
  const others = new Map(found.flatMap(({ other }) => (other ? [[other.id, other] as const] : [])))
  for (const one of begun) tellOwners(ctx, one, { plan, other: others.get(one.otherId ?? '') })
  for (const one of changes.ended) {
    const ended = one.otherId === null ? undefined : await findPlan(ctx.tx, one.otherId)
    for (const ownerId of new Set([plan.ownerId, ...(ended ? [ended.ownerId] : [])]))
      await untellOwner(ctx, one.id, ownerId)
  }
  return begun.length
}

/** Plans whose own look found this one: after it changed, they are looked at anew. */
export async function plansThatFound(ctx: Context, planId: string): Promise<SavedPlan[]> {
  const live = await lockLiveCollisions(ctx, planId)
  const ids = [...new Set(live.filter((one) => one.planId !== planId).map((one) => one.planId))]
  const plans = []
  for (const id of ids) plans.push(await findPlan(ctx.tx, id))
  return plans.filter((one) => one !== undefined)
}

export async function untellOwner(ctx: Context, collisionId: string, ownerId: string): Promise<void> {
  await untell(ctx, { kind: 'alert', ref: toldRef(collisionId, ownerId) })
}

/** Each owner answers for themselves: an inbox item of their own. */
const toldRef = (collisionId: string, ownerId: string) => ({ type: 'plan_collision', id: `${collisionId} ${ownerId}` })

function kept(plan: SavedPlan, { rule, severity, other, path, params, about }: FoundByRule): Collision {
  return {
    rule: `${rule.department}.${rule.name}`,
    planId: plan.id,
    otherId: other?.id ?? null,
    about: about ?? '',
    severity,
    path: path ?? null,
    params,
  }
}

interface Parties {
  readonly plan: SavedPlan
  readonly other: { readonly id: string; readonly ownerId: string; readonly title: string } | undefined
}

function tellOwners(ctx: Context, { id }: { id: string }, { plan, other }: Parties): void {
  const parties = other ? [plan, other] : [plan]
  const self = staffBehind(ctx.actor)
  for (const { ownerId, id: planId, title } of parties) {
    if (ownerId === self) continue
    const opposite = planId === plan.id ? other : plan
    const key = opposite ? 'work.told.plan_collides' : 'work.told.plan_troubled'
    tell(ctx, {
      to: [{ kind: 'staff', id: ownerId }],
      kind: 'alert',
      ref: toldRef(id, ownerId),
      record: { type: 'plan', id: planId },
      title: { key, params: { title, other: opposite?.title ?? '' } },
      path: `/plans/${planId}`,
    })
  }
}
