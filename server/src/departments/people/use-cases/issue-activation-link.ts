import { issueSingleUseToken } from '../../../host/auth/sessions.ts'
import { voidSingleUseTokens } from '../../../host/auth/void-tokens.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { lockForAct } from './lock-for-act.ts'

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
  const held = await lockForAct(ctx, 'issue_link', staffId)
  if (!held.ok) return held
  const staff = held.value
  voidSingleUseTokens(ctx, ACTIVATION, staff.id)
  const token = issueSingleUseToken(ctx, ACTIVATION, staff.id)
  ctx.audit({ action: 'people:issue-link', objectType: 'staff', objectId: staff.id })
  return ok({ token, path: `/office/activate#token=${token}` })
}
