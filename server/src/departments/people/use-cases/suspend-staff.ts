import { endSessionsOf } from '../../../host/auth/sessions.ts'
import { voidSingleUseTokens } from '../../../host/auth/void-tokens.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { voidSteps } from '../store/sign-in-steps.ts'
import { insertSuspension, liftSuspension } from '../store/staff.ts'
import { ACTIVATION } from './issue-activation-link.ts'
import { lockForAct } from './lock-for-act.ts'

/** Let in nowhere until somebody takes it back, with all roles kept; the office says why, a directory (SCIM) says nothing. */
export async function suspendStaff(
  ctx: Context,
  { staffId, reason }: { staffId: string; reason?: string | undefined },
): Promise<Result<void>> {
  const held = await lockForAct(ctx, 'suspend', staffId)
  if (!held.ok) return held
  const { id, version } = held.value
  insertSuspension(ctx, id, reason)
  voidSingleUseTokens(ctx, ACTIVATION, id)
  voidSteps(ctx, id)
  endSessionsOf(ctx, 'staff', id)
  ctx.audit({
    action: 'people:suspend',
    objectType: 'staff',
    objectId: id,
    version: version + 1,
    changes: [{ field: 'suspended', before: false, after: true }],
    reason,
  })
  return ok()
}

/** May sign in again; sessions that ended stay ended, keys work again until their own end. */
export async function resumeStaff(ctx: Context, staffId: string): Promise<Result<void>> {
  const held = await lockForAct(ctx, 'resume', staffId)
  if (!held.ok) return held
  const { id, version } = held.value
  liftSuspension(ctx, id)
  ctx.audit({
    action: 'people:resume',
    objectType: 'staff',
    objectId: id,
    version: version + 1,
    changes: [{ field: 'suspended', before: true, after: false }],
  })
  return ok()
}
