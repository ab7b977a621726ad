import { endSessionsOf } from '../../../host/auth/sessions.ts'
import type { Context, House } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { deletePasskeysOf } from '../store/passkeys.ts'
import { deleteRecoveryCodes } from '../store/recovery-codes.ts'
import { voidSteps } from '../store/sign-in-steps.ts'
import { deleteTotp } from '../store/totp.ts'
import { lockForAct } from './lock-for-act.ts'
import { tellSignInChange } from './tell-sign-in-change.ts'

/**
 * For who has lost telephone and paper: app, codes and passkeys go, the password stays. Who does this comes half way to signing
 * in as this person, so they must hold every right that this person has. Open sessions end with it, and the person is told.
 */
export async function resetSecondFactor(
  ctx: Context,
  house: House,
  { staffId, reason }: { staffId: string; reason: string },
): Promise<Result<void>> {
  const held = await lockForAct(ctx, 'reset_second_factor', staffId)
  if (!held.ok) return held
  const staff = held.value
  deleteTotp(ctx, staff.id)
  deleteRecoveryCodes(ctx, staff.id)
  deletePasskeysOf(ctx, staff.id)
  voidSteps(ctx, staff.id)
  endSessionsOf(ctx, 'staff', staff.id)
  await tellSignInChange(ctx, house, { staffId: staff.id, what: 'second_factor_reset', reason })
  return ok()
}
