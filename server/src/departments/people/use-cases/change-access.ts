import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import { endSessionsOf } from '../../../host/auth/sessions.ts'
import { voidSingleUseTokens } from '../../../host/auth/void-tokens.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { isUnlimited, staysLonger, type Access } from '../domain/access.ts'
import { refusals } from '../domain/refusals.ts'
import { OWNER } from '../domain/roles.ts'
import { countOthersWithRole, storeAccess } from '../store/staff.ts'
import { checkAccess, type AccessInput } from './check-access.ts'
import { describeAccess } from './describe-access.ts'
import { ACTIVATION } from './issue-activation-link.ts'
import { lockForAct } from './lock-for-act.ts'

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
  const held = await lockForAct(ctx, 'change_access', input.staffId)
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
  const held = await lockForAct(ctx, 'end_access', input.staffId)
  if (!held.ok) return held
  const staff = held.value
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
