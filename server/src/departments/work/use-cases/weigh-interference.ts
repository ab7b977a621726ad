import { staffBehind, type Actor } from '../../../host/actor.ts'
import { changedFields } from '../../../host/audit/changed-fields.ts'
import type { Context, House } from '../../../host/context.ts'
import type { FoundByRule } from '../../../host/plans/found.ts'
import type { PlansPort } from '../../../host/plans/plans-port.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { TimeSpan } from '../../../kernel/time-span.ts'
import { findStaffNames, listStaffHolding } from '../../people/index.ts'
import { collisionKey } from '../domain/plan-collision.ts'
import { decidePlan, LONGEST_DAYS, type PlanFields, type PlanWish } from '../domain/plan.ts'
import { planRefusals } from '../domain/plan-refusals.ts'
import { findPlanOfRecord, type RecordOfPlan, type SavedPlan } from '../queries/read-plans.ts'
import { lockLiveCollisions } from '../store/plan-collisions.ts'
import { insertPlan, lockPlanOfRecord, takeUpPlan, updatePlan, withdrawPlan } from '../store/plans.ts'
import { checkPlan, draftOf } from './check-plan.ts'
import { planGroundOf } from './plan-ground-of.ts'
import { decideStops, facts, isWithin, lookAround } from './save-plan.ts'

/** What a record of a department means for everybody's time: a promotion, a price list, a change of the shop itself. */
export interface Intent extends TimeSpan, Pick<PlanWish, 'kind' | 'title' | 'markets' | 'locations' | 'products'> {
  readonly record: RecordOfPlan
  readonly categories: PlanWish['categories']
  /** Where it is looked at and changed, below the back office. */
  readonly path: string
  /** It is done now, and its act asks the windows itself: only whose plans it touches is asked. */
  readonly done?: true
  /** Where nobody stands behind who saves it, one of those who may answers for it. */
  readonly permission: string
}

export interface Weighing {
  readonly plans: PlansPort
  /** Why it is saved although it collides. */
  readonly nonetheless?: string | undefined
}

const DAY_MS = 86_400_000
const TITLE = 160

/**
 * Gives a record its place on the calendar and looks whom it collides with, in the transaction that saves it: whoever saves it says why
 * it goes ahead although it collides, once for each collision; owners of other plans are told, once, and untold when it is over.
 * Programs and the house itself are not asked, unless something says stop.
 */
export async function weighInterference(
  ctx: Context,
  intent: Intent,
  { plans, nonetheless }: Weighing,
): Promise<Result<void>> {
  const decided = await fieldsOf(ctx, intent)
  if (!decided.ok) return decided
  const fields = decided.value
  const before = await lockPlanOfRecord(ctx, intent.record)
  const ownerId = before?.ownerId ?? (await ownerFor(ctx, intent))
  // A shop without people has nobody whom anything could collide with.
  if (ownerId === undefined) return ok()
  const reason = nonetheless?.trim()
  const draft = { fields, ownerId, ...(before && { id: before.id }) }
  const planning = { plans, ownerId, overrideReason: reason }
  const free = intent.done ? ok() : await decideStops(ctx, draft, planning)
  if (!free.ok) return renamed(free)
  const found = ctx.actor.kind === 'staff' && !reason ? await findFresh(ctx, draft, plans) : []
  const fresh = intent.done ? found.filter(({ other }) => other !== undefined) : found
  if (fresh.length > 0) {
    return planRefusals.plan_collides({ field: 'nonetheless', params: { count: fresh.length } })
  }
  return keep(ctx, { intent, fields, ownerId, before, reason }, plans)
}

/** The record is paused, ended or gone: what it collided with is settled. */
export async function settleInterference(
  ctx: Context,
  { record, reason }: { readonly record: RecordOfPlan; readonly reason: string },
  plans: PlansPort,
): Promise<void> {
  const plan = await lockPlanOfRecord(ctx, record)
  if (!plan || plan.withdrawal) return
  withdrawPlan(ctx, plan.id, reason)
  audit(ctx, plan, { changes: [{ field: 'withdrawn', before: false, after: true }], reason })
  await lookAround(ctx, plan.id, plans)
}

export interface Foreseen {
  readonly zone: string
  readonly found: readonly FoundByRule[]
  readonly names: ReadonlyMap<string, string>
}

/** The same before it is saved: reads, and writes nothing. */
export async function foreseeInterference(
  { database, ports, clock }: Pick<House, 'database' | 'ports' | 'clock'>,
  actor: Actor,
  intent: Intent,
): Promise<Result<Foreseen>> {
  const decided = await fieldsOf({ tx: database, actor }, intent)
  if (!decided.ok) return decided
  const before = await findPlanOfRecord(database, intent.record)
  const ownerId = before?.ownerId ?? staffBehind(actor) ?? ''
  const plan = draftOf(decided.value, { ownerId, id: before?.id })
  const found = await checkPlan(database, plan, { rules: ports?.plans?.rules ?? [], now: clock.now() })
  const seen = found.filter(({ other }) => !other || isWithin({ actor }, other))
  const owners = [...new Set(seen.flatMap(({ other }) => (other ? [other.ownerId] : [])))]
  return ok({ zone: decided.value.zone, found: seen, names: await findStaffNames(database, owners) })
}

async function fieldsOf(
  { tx, actor }: { readonly tx: Pick<House['database'], 'rows'>; readonly actor: Actor },
  intent: Intent,
): Promise<Result<PlanFields>> {
  const { kind, startsAt, markets, locations, products, categories, path } = intent
  // Longer than anybody plans is no typing error here: the record has its own rules for that.
  const endsAt = new Date(Math.min(intent.endsAt.getTime(), startsAt.getTime() + LONGEST_DAYS * DAY_MS))
  const wish: PlanWish = {
    ...{ kind, markets, locations, products, categories, path, note: '', unitId: null },
    title: intent.title.trim().slice(0, TITLE) || intent.record.id,
    time: { allDay: false, startsAt, endsAt },
  }
  return decidePlan(wish, await planGroundOf(tx, actor))
}

async function ownerFor({ actor, tx }: Context, { permission }: Intent): Promise<string | undefined> {
  const self = staffBehind(actor)
  if (self !== undefined) return self
  const [first] = await listStaffHolding(tx, { permission })
  return first?.id
}

interface Draft {
  readonly fields: PlanFields
  readonly ownerId: string
  readonly id?: string
}

/** What nobody has gone ahead in spite of before. */
async function findFresh(ctx: Context, { fields, ownerId, id }: Draft, { rules }: PlansPort): Promise<FoundByRule[]> {
  const found = await checkPlan(ctx.tx, draftOf(fields, { ownerId, id }), { rules, now: ctx.now })
  if (found.length === 0 || id === undefined) return found
  const known = new Set((await lockLiveCollisions(ctx, id)).map(collisionKey))
  return found.filter(
    ({ rule, other, about }) =>
      !known.has(
        collisionKey({
          rule: `${rule.department}.${rule.name}`,
          planId: id,
          otherId: other?.id ?? null,
          about: about ?? '',
        }),
      ),
  )
}

interface ToKeep {
  readonly intent: Intent
  readonly fields: PlanFields
  readonly ownerId: string
  readonly before: SavedPlan | undefined
  readonly reason: string | undefined
}

async function keep(
  ctx: Context,
  { intent, fields, ownerId, before, reason }: ToKeep,
  plans: PlansPort,
): Promise<Result<void>> {
  const changes = changedFields(before && facts(before), facts(fields))
  if (before && changes.length === 0 && !before.withdrawal) return ok()
  const id = before?.id ?? (ctx.newId<'plan'>() as string)
  if (before) updatePlan(ctx, id, fields)
  else insertPlan(ctx, { id, ownerId, record: intent.record }, fields)
  if (before?.withdrawal) takeUpPlan(ctx, id)
  audit(ctx, { id, version: before?.version ?? 0 }, { changes, ...(reason ? { reason } : {}) })
  await lookAround(ctx, id, plans)
  return ok()
}

function audit(
  ctx: Context,
  { id, version }: Pick<SavedPlan, 'id' | 'version'>,
  what: { readonly changes: ReturnType<typeof changedFields>; readonly reason?: string },
): void {
  ctx.audit({ action: 'work:plan', objectType: 'plan', objectId: id, version: version + 1, ...what })
}

/** The same word in every department's form. */
function renamed<T>(result: Result<T>): Result<T> {
  if (result.ok || result.refusal.field !== 'overrideReason') return result
  return { ok: false, refusal: { ...result.refusal, field: 'nonetheless' } }
}
