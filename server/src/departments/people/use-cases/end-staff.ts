import { endSessionsOf } from '../../../host/auth/sessions.ts'
import { voidSingleUseTokens } from '../../../host/auth/void-tokens.ts'
import { actorText, type Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { voidSteps } from '../store/sign-in-steps.ts'
import { insertEnding } from '../store/staff.ts'
import { ACTIVATION } from './issue-activation-link.ts'
import { lockForAct } from './lock-for-act.ts'

/** Somebody leaves: no sign-in, no session, no link any more; what they did keeps their name. */
export async function endStaff(ctx: Context, input: { staffId: string; reason: string }): Promise<Result<void>> {
  const held = await lockForAct(ctx, 'end', input.staffId)
  if (!held.ok) return held
  const staff = held.value
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
