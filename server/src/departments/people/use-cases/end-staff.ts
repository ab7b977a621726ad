import { staffBehind } from '../../../host/actor.ts'
import { endSessionsOf } from '../../../host/auth/sessions.ts'
import { voidSingleUseTokens } from '../../../host/auth/void-tokens.ts'
import { actorText, type Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { OWNER, decideGrant } from '../domain/roles.ts'
import { lockOwnership, lockStaff } from '../store/locks.ts'
import { voidSteps } from '../store/sign-in-steps.ts'
import { countOthersWithRole, findRoles, insertEnding } from '../store/staff.ts'
import { granterOf } from './granter-of.ts'
import { ACTIVATION } from './issue-activation-link.ts'

/** Somebody leaves: no sign-in, no session, no link any more; what they did keeps their name. */
export async function endStaff(ctx: Context, input: { staffId: string; reason: string }): Promise<Result<void>> {
  await lockOwnership(ctx.tx, OWNER)
  const staff = await lockStaff(ctx.tx, input.staffId)
  if (!staff) return refusals.not_found()
  if (staff.ended) return refusals.already_ended()
  if (staffBehind(ctx.actor) === staff.id) return refusals.not_yourself()
  const allowed = decideGrant(granterOf(ctx.actor), await findRoles(ctx.tx, staff.roles))
  if (!allowed.ok) return allowed
  if (staff.roles.includes(OWNER) && (await countOthersWithRole(ctx.tx, OWNER, staff.id)) === 0) {
    return refusals.last_owner()
  }
  insertEnding(ctx, staff.id, { by: actorText(ctx.actor), reason: input.reason })
  voidSingleUseTokens(ctx, ACTIVATION, staff.id)
  voidSteps(ctx, staff.id)
  endSessionsOf(ctx, 'staff', staff.id)
  ctx.audit({
    action: 'people:write',
    objectType: 'staff',
    objectId: staff.id,
    version: staff.version + 1,
    changes: [{ field: 'ended', before: false, after: true }],
    reason: input.reason,
  })
  return ok()
}
