import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import { permissionsOf } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import type { PlansPort } from '../../../host/plans/plans-port.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { choicesMeet } from '../../../kernel/time-span.ts'
import { decidePlan, decideTime, reaches, type PlanFields, type PlanTime, type PlanWish } from '../domain/plan.ts'
import { planRefusals } from '../domain/plan-refusals.ts'
import { calendarChanged } from '../events.ts'
import { findPlan, type SavedPlan } from '../queries/read-plans.ts'
import { insertPlan, lockPlan, updatePlan, withdrawPlan } from '../store/plans.ts'
import { OVERRIDE_BLACKOUT } from './blackout-guard.ts'
import { checkPlan, draftOf } from './check-plan.ts'
import { notePlanCollisions, plansThatFound } from './note-plan-collisions.ts'
import { planGroundOf } from './plan-ground-of.ts'

export interface Planning {
  readonly plans: PlansPort
  /** Whose plan it is; whoever writes it down, unless told. */
  readonly ownerId: string
  /** Why it goes ahead although something says stop. */
  readonly overrideReason?: string | undefined
}

export interface KeptPlanVersion {
  readonly id: string
  readonly version: number
}

export interface PlanEdit {
  readonly id: string
  /** The version that the person saw. */
  readonly version: number | undefined
}

export async function createPlan(ctx: Context, wish: PlanWish, planning: Planning): Promise<Result<KeptPlanVersion>> {
  const decided = decidePlan(wish, await planGroundOf(ctx.tx, ctx.actor))
  if (!decided.ok) return decided
  const id = ctx.newId<'plan'>()
  const { ownerId } = planning
  const free = await decideStops(ctx, { fields: decided.value, ownerId }, planning)
  if (!free.ok) return free
  insertPlan(ctx, { id, ownerId }, decided.value)
  tellChange(ctx, { id, version: 1, changes: changedFields(undefined, facts(decided.value)) }, planning)
  return settled(ctx, { id, version: 1 }, planning)
}

export async function changePlan(
  ctx: Context,
  edit: PlanEdit,
  wish: PlanWish,
  planning: Planning,
): Promise<Result<KeptPlanVersion>> {
  const found = await getOwnable(ctx, edit)
  if (!found.ok) return found
  const decided = decidePlan(wish, await planGroundOf(ctx.tx, ctx.actor))
  return decided.ok ? replace(ctx, found.value, decided.value, planning) : decided
}

/** Drags a plan to another time; everything else stays. */
export async function movePlan(
  ctx: Context,
  edit: PlanEdit,
  time: PlanTime,
  planning: Planning,
): Promise<Result<KeptPlanVersion>> {
  const found = await getOwnable(ctx, edit)
  if (!found.ok) return found
  const decided = decideTime(time, found.value.zone)
  return decided.ok ? replace(ctx, found.value, { ...fieldsOf(found.value), ...decided.value }, planning) : decided
}

/** Somebody changed their mind. What it collided with is settled by that. */
export async function callOffPlan(
  ctx: Context,
  edit: PlanEdit & { reason: string },
  plans: PlansPort,
): Promise<Result<KeptPlanVersion>> {
  const found = await getOwnable(ctx, edit)
  if (!found.ok) return found
  const { id, version } = found.value
  withdrawPlan(ctx, id, edit.reason)
  const changes = [{ field: 'withdrawn', before: false, after: true }]
  ctx.audit({
    action: 'work:plan',
    objectType: 'plan',
    objectId: id,
    version: version + 1,
    changes,
    reason: edit.reason,
  })
  await lookAround(ctx, id, plans)
  return ok({ id, version: version + 1 })
}

async function replace(
  ctx: Context,
  before: SavedPlan,
  after: PlanFields,
  planning: Planning,
): Promise<Result<KeptPlanVersion>> {
  const { id, ownerId } = before
  const changes = changedFields(facts(before), facts(after))
  if (changes.length === 0) return ok({ id, version: before.version })
  const free = await decideStops(ctx, { fields: after, ownerId, id }, planning)
  if (!free.ok) return free
  updatePlan(ctx, id, after)
  tellChange(ctx, { id, version: before.version + 1, changes }, planning)
  return settled(ctx, { id, version: before.version + 1 }, planning)
}

async function settled(ctx: Context, kept: KeptPlanVersion, { plans }: Planning): Promise<Result<KeptPlanVersion>> {
  await lookAround(ctx, kept.id, plans)
  return ok(kept)
}

/** The plan itself, and those whose look had found it. */
export async function lookAround(ctx: Context, id: string, plans: PlansPort): Promise<void> {
  ctx.emit(calendarChanged(id))
  await ctx.tx.flush()
  const plan = await findPlan(ctx.tx, id)
  if (!plan) return
  await notePlanCollisions(ctx, plan, plans)
  for (const other of await plansThatFound(ctx, id)) await notePlanCollisions(ctx, other, plans)
}

interface Draft {
  readonly fields: PlanFields
  readonly ownerId: string
  readonly id?: string
}

export async function decideStops(
  ctx: Context,
  { fields, ownerId, id }: Draft,
  planning: Planning,
): Promise<Result<void>> {
  const { plans, overrideReason } = planning
  const found = await checkPlan(ctx.tx, draftOf(fields, { ownerId, id }), { rules: plans.rules, now: ctx.now })
  const stop = found.find(({ severity }) => severity === 'stop')
  if (!stop) return ok()
  const mayOverride = permissionsOf(ctx.actor).has(OVERRIDE_BLACKOUT) || ctx.actor.kind === 'system'
  if (mayOverride && overrideReason !== undefined && overrideReason.trim() !== '') return ok()
  const { rule, params } = stop
  const { reason = '', untilAt = '' } = params
  return planRefusals.plan_stopped({
    field: 'overrideReason',
    params: { rule: `${rule.department}.${rule.name}`, reason, until: untilAt, permission: OVERRIDE_BLACKOUT },
  })
}

async function getOwnable(ctx: Context, { id, version }: PlanEdit): Promise<Result<SavedPlan>> {
  const plan = await lockPlan(ctx, id)
  if (!plan || !isWithin(ctx, plan)) return planRefusals.plan_not_found()
  if (plan.record) return planRefusals.plan_of_record()
  if (plan.withdrawal) return planRefusals.plan_withdrawn()
  const { market, location } = scopeOf(ctx)
  if (!reaches(market, plan.markets) || !reaches(location, plan.locations)) return planRefusals.plan_out_of_scope()
  const expected = expectVersion(plan.version, version)
  return expected.ok ? ok(plan) : expected
}

/** What lies wholly outside somebody's markets or places is not there for them. */
export function isWithin(
  who: Pick<Context, 'actor'>,
  { markets, locations }: Pick<PlanFields, 'markets' | 'locations'>,
): boolean {
  const { market = [], location = [] } = scopeOf(who)
  return choicesMeet(market, markets) && choicesMeet(location, locations)
}

function scopeOf({ actor }: Pick<Context, 'actor'>) {
  return ('scope' in actor && actor.scope) || {}
}

function tellChange(
  ctx: Context,
  { id, version, changes }: { id: string; version: number; changes: ReturnType<typeof changedFields> },
  { overrideReason }: Planning,
): void {
  const reason = overrideReason?.trim()
  ctx.audit({ action: 'work:plan', objectType: 'plan', objectId: id, version, changes, ...(reason ? { reason } : {}) })
}

function fieldsOf(plan: SavedPlan): PlanFields {
  const {
    id: _id,
    ownerId: _owner,
    version: _version,
    createdAt: _created,
    updatedAt: _updated,
    record: _record,
    withdrawal: _gone,
    ...fields
  } = plan
  return fields
}

/** As the trail tells them. */
export function facts(plan: PlanFields) {
  const {
    kind,
    title,
    note,
    fromOn,
    toOn,
    startsAt,
    endsAt,
    zone,
    markets,
    locations,
    products,
    categories,
    path,
    unitId,
  } = plan
  return {
    ...{ kind, title, note, zone, markets, locations, path, unitId },
    from: fromOn ?? startsAt.toISOString(),
    to: toOn ?? endsAt.toISOString(),
    products: products.map((one) => one.title),
    categories: categories.map((one) => one.title),
  }
}
