import { issueSingleUseToken } from '../../../host/auth/sessions.ts'
import { voidSingleUseTokens } from '../../../host/auth/void-tokens.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { decideGrant } from '../domain/roles.ts'
import { lockStaff } from '../store/locks.ts'
import { findRoles } from '../store/staff.ts'
import { granterOf } from './granter-of.ts'

export const ACTIVATION = 'staff-activation'

export interface ActivationLink {
  readonly token: string
  /** Below the shop's address. The token stands behind `#`, which browsers never send: it reaches no log and no Referer. */
  readonly path: string
}

/**
 * A single-use link, good for an hour, to choose a password with: the first one, or a new one when it was forgotten. Who asks
 * for it could sign in as this person, so they must hold every right that this person has.
 */
export async function issueActivationLink(ctx: Context, staffId: string): Promise<Result<ActivationLink>> {
  const staff = await lockStaff(ctx.tx, staffId)
  if (!staff) return refusals.not_found()
  if (staff.ended) return refusals.already_ended()
  const allowed = decideGrant(granterOf(ctx.actor), await findRoles(ctx.tx, staff.roles))
  if (!allowed.ok) return allowed
  voidSingleUseTokens(ctx, ACTIVATION, staff.id)
  const token = issueSingleUseToken(ctx, ACTIVATION, staff.id)
  ctx.audit({ action: 'people:issue-link', objectType: 'staff', objectId: staff.id })
  return ok({ token, path: `/office/activate#token=${token}` })
}
