import { findPasswordWeakness } from '../../../host/auth/password-rules.ts'
import { hashPassword } from '../../../host/auth/passwords.ts'
import { endSessionsOf, spendSingleUseToken } from '../../../host/auth/sessions.ts'
import { voidSingleUseTokens } from '../../../host/auth/void-tokens.ts'
import type { Context } from '../../../host/context.ts'
import type { Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { lockStaff } from '../store/locks.ts'
import { voidSteps } from '../store/sign-in-steps.ts'
import { storePassword } from '../store/staff.ts'
import { ACTIVATION } from './issue-activation-link.ts'
import { takeNextStep, type SignInOutcome } from './let-in-session.ts'

export interface ActivateStaffInput {
  readonly token: string
  readonly password: string
  readonly userAgent?: string | undefined
}

/**
 * Spends the link, sets the password and ends whatever sessions there were. A link proves a mailbox, not a device: who has a
 * second factor, or must have one, shows it or sets it up before they are in. A refused password leaves the link good.
 */
export async function activateStaff(ctx: Context, input: ActivateStaffInput): Promise<Result<SignInOutcome>> {
  const subject = await spendSingleUseToken(ctx, ACTIVATION, input.token)
  const staff = subject === undefined ? undefined : await lockStaff(ctx.tx, subject)
  if (!staff || staff.ended) return refusals.link_spent({ field: 'token' })
  const weakness = findPasswordWeakness(input.password, staff.email)
  if (weakness) return refusals.weak_password({ field: 'password', params: { ...weakness } })
  storePassword(ctx, staff.id, await hashPassword(input.password))
  voidSingleUseTokens(ctx, ACTIVATION, staff.id)
  voidSteps(ctx, staff.id)
  endSessionsOf(ctx, 'staff', staff.id)
  ctx.audit({
    action: 'people:activate',
    objectType: 'staff',
    objectId: staff.id,
    version: staff.version + 1,
    changes: [{ field: 'password' }],
  })
  return takeNextStep(ctx, staff, input)
}
