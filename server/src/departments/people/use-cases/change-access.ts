import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import { endSessionsOf } from '../../../host/auth/sessions.ts'
import { voidSingleUseTokens } from '../../../host/auth/void-tokens.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { isUnlimited, staysLonger, type Access } from '../domain/access.ts'
import { refusals } from '../domain/refusals.ts'
import { decideGrant, OWNER } from '../domain/roles.ts'
import type { Staff } from '../domain/staff.ts'
import { lockOwnership, lockStaff } from '../store/locks.ts'
import { countOthersWithRole, findRoles, storeAccess } from '../store/staff.ts'
import { checkAccess, type AccessInput } from './check-access.ts'
import { describeAccess } from './describe-access.ts'
import { granterOf } from './granter-of.ts'
import { ACTIVATION } from './issue-activation-link.ts'

export interface ChangeAccessInput {
  readonly staffId: string
  readonly version: number | undefined
  readonly access: AccessInput
  /** Asked for where somebody from outside stays longer. */
  readonly reason?: string | undefined
}

/**
 * Company, sponsor, begin, end and scope of somebody; a later end is a renewal. Who changes it must hold every right that this
 * person has, and nobody changes their own. Sessions stay open: each call asks anew.
 */
export async function changeAccess(ctx: Context, input: ChangeAccessInput): Promise<Result<{ version: number }>> {
  const held = await lockToChange(ctx, input.staffId)
  if (!held.ok) return held
  const staff = held.value
  const seen = expectVersion(staff.version, input.version)
  if (!seen.ok) return seen
  const checked = await checkAccess(ctx, { input: input.access, before: staff.access, reason: input.reason })
  if (!checked.ok) return checked
  const limits = staff.roles.includes(OWNER) && isUnlimited(staff.access) && !isUnlimited(checked.value)
  if (limits && (await countOthersWithRole(ctx.tx, OWNER, staff.id)) === 0) return refusals.last_owner()
  const [before, after] = [await describeAccess(ctx.tx, staff.access), await describeAccess(ctx.tx, checked.value)]
  storeAccess(ctx, staff.id, checked.value)
  const version = staff.version + 1
  ctx.audit({
    action: staysLonger(staff.access, checked.value) ? 'people:renew-access' : 'people:change-access',
    objectType: 'staff',
    objectId: staff.id,
    version,
    changes: changedFields(before, after),
    ...(input.reason?.trim() ? { reason: input.reason.trim() } : {}),
  })
  return ok({ version })
}

/** Somebody from outside is out now: what is open closes with it. They can be let in again by a renewal. */
export async function endAccess(ctx: Context, input: { staffId: string; reason: string }): Promise<Result<void>> {
  const held = await lockToChange(ctx, input.staffId)
  if (!held.ok) return held
  const staff = held.value
  if (staff.access.companyId === null) return refusals.not_from_outside()
  const { beginsAt } = staff.access
  const access: Access = {
    ...staff.access,
    endsAt: ctx.now,
    beginsAt: beginsAt !== null && beginsAt < ctx.now ? beginsAt : null,
  }
  storeAccess(ctx, staff.id, access)
  voidSingleUseTokens(ctx, ACTIVATION, staff.id)
  endSessionsOf(ctx, 'staff', staff.id)
  ctx.audit({
    action: 'people:end-access',
    objectType: 'staff',
    objectId: staff.id,
    version: staff.version + 1,
    changes: [{ field: 'endsAt', before: staff.access.endsAt, after: access.endsAt }],
    reason: input.reason,
  })
  return ok()
}

async function lockToChange(ctx: Context, staffId: string): Promise<Result<Staff>> {
  await lockOwnership(ctx.tx, OWNER)
  const staff = await lockStaff(ctx.tx, staffId)
  if (!staff) return refusals.not_found()
  if (staff.ended) return refusals.already_ended()
  if (ctx.actor.kind === 'staff' && ctx.actor.id === staff.id) return refusals.own_access()
  const allowed = decideGrant(granterOf(ctx.actor), await findRoles(ctx.tx, staff.roles))
  return allowed.ok ? ok(staff) : allowed
}
