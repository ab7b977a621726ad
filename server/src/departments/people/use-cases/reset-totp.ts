import { endSessionsOf } from '../../../host/auth/sessions.ts'
import type { Context, House } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { decideGrant } from '../domain/roles.ts'
import { lockStaff } from '../store/locks.ts'
import { deletePasskeysOf } from '../store/passkeys.ts'
import { deleteRecoveryCodes } from '../store/recovery-codes.ts'
import { voidSteps } from '../store/sign-in-steps.ts'
import { findRoles } from '../store/staff.ts'
import { deleteTotp } from '../store/totp.ts'
import { granterOf } from './granter-of.ts'
import { tellSignInChange } from './tell-sign-in-change.ts'

/**
 * For who has lost telephone and paper: app, codes and passkeys go, the password stays. Who does this comes half way to signing
 * in as this person, so they must hold every right that this person has. Open sessions end with it, and the person is told.
 */
export async function resetSecondFactor(ctx: Context, house: House, staffId: string): Promise<Result<void>> {
  const staff = await lockStaff(ctx.tx, staffId)
  if (!staff) return refusals.not_found()
  if (staff.ended) return refusals.already_ended()
  const allowed = decideGrant(granterOf(ctx.actor), await findRoles(ctx.tx, staff.roles))
  if (!allowed.ok) return allowed
  deleteTotp(ctx, staff.id)
  deleteRecoveryCodes(ctx, staff.id)
  deletePasskeysOf(ctx, staff.id)
  voidSteps(ctx, staff.id)
  endSessionsOf(ctx, 'staff', staff.id)
  await tellSignInChange(ctx, house, { staffId: staff.id, what: 'second_factor_reset' })
  return ok()
}
