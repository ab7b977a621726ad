import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { StaffActor } from '../../../host/auth/staff-directory.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { decideBlackout, type BlackoutFields } from '../domain/blackout.ts'
import { blackoutRefusals } from '../domain/blackout-refusals.ts'
import { calendarChanged } from '../events.ts'
import { readPlanPlaces } from '../queries/plan-ground.ts'
import { insertBlackout, insertLifting, insertOverride, lockBlackout } from '../store/blackouts.ts'
import { actsUnderBlackout } from './blackout-guard.ts'

/** Closes a window of time for some acts. */
export async function closeWindow(
  ctx: Context,
  wish: BlackoutFields,
  { madeBy, acts }: { readonly madeBy: string; readonly acts: readonly string[] },
): Promise<Result<{ id: string }>> {
  const { markets } = await readPlanPlaces(ctx.tx)
  const decided = decideBlackout(wish, { now: ctx.now, acts, markets: markets.map(({ code }) => code) })
  if (!decided.ok) return decided
  const id = ctx.newId<'blackout'>()
  insertBlackout(ctx, { id, madeBy }, decided.value)
  actsUnderBlackout.distrust(ctx)
  ctx.emit(calendarChanged(id))
  const { startsAt, endsAt, reason, ...rest } = decided.value
  const facts = { ...rest, from: startsAt.toISOString(), to: endsAt.toISOString() }
  ctx.audit({
    action: 'work:black_out',
    objectType: 'blackout',
    objectId: id,
    version: 1,
    changes: changedFields(undefined, facts),
    reason,
  })
  return ok({ id })
}

/** Ends a window early. Whoever wants another one closes another one: what was forbidden when stays to be read. */
export async function liftWindow(
  ctx: Context,
  { id, version, reason }: { readonly id: string; readonly version: number | undefined; readonly reason: string },
): Promise<Result<{ version: number }>> {
  const window = await lockBlackout(ctx, id)
  if (!window) return blackoutRefusals.blackout_not_found()
  if (window.endsAt <= ctx.now) return blackoutRefusals.blackout_over()
  const expected = expectVersion(window.version, version)
  if (!expected.ok) return expected
  insertLifting(ctx, id, reason)
  actsUnderBlackout.distrust(ctx)
  ctx.emit(calendarChanged(id))
  const changes = [{ field: 'lifted', before: false, after: true }]
  ctx.audit({
    action: 'work:lift_blackout',
    objectType: 'blackout',
    objectId: id,
    version: window.version + 1,
    changes,
    reason,
  })
  return ok({ version: window.version + 1 })
}

/** For how long somebody who said why may do what the window refuses. */
const PASS_MINUTES = 15

export async function passWindow(
  ctx: Context,
  staff: Pick<StaffActor, 'id'>,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Result<{ until: string }>> {
  const window = await lockBlackout(ctx, id)
  if (!window) return blackoutRefusals.blackout_not_found()
  if (window.endsAt <= ctx.now) return blackoutRefusals.blackout_over()
  const until = new Date(Math.min(window.endsAt.getTime(), ctx.now.getTime() + PASS_MINUTES * 60_000))
  insertOverride(ctx, { blackoutId: id, staffId: staff.id, reason, until })
  ctx.audit({ action: 'work:override_blackout', objectType: 'blackout', objectId: id, reason })
  return ok({ until: until.toISOString() })
}
