import { findPasswordWeakness } from '../../../host/auth/password-rules.ts'
import { hashPassword } from '../../../host/auth/passwords.ts'
import { endSessionsOf, openSession, spendSingleUseToken } from '../../../host/auth/sessions.ts'
import { voidSingleUseTokens } from '../../../host/auth/void-tokens.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import type { StaffId } from '../domain/staff.ts'
import { lockStaff } from '../store/locks.ts'
import { storePassword } from '../store/staff.ts'
import { ACTIVATION } from './issue-activation-link.ts'

export interface ActivateStaffInput {
  readonly token: string
  readonly password: string
  readonly userAgent?: string | undefined
}

/** Spends the link, sets the password, ends whatever sessions there were and opens one. A refused password leaves the link good. */
export async function activateStaff(
  ctx: Context,
  input: ActivateStaffInput,
): Promise<Result<{ staffId: StaffId; sessionToken: string }>> {
  const subject = await spendSingleUseToken(ctx, ACTIVATION, input.token)
  const staff = subject === undefined ? undefined : await lockStaff(ctx.tx, subject)
  if (!staff || staff.ended) return refusals.link_spent({ field: 'token' })
  const weakness = findPasswordWeakness(input.password, staff.email)
  if (weakness) return refusals.weak_password({ field: 'password', params: { ...weakness } })
  storePassword(ctx, staff.id, await hashPassword(input.password))
  voidSingleUseTokens(ctx, ACTIVATION, staff.id)
  endSessionsOf(ctx, 'staff', staff.id)
  const sessionToken = openSession(ctx, { kind: 'staff', id: staff.id }, input.userAgent)
  ctx.audit({
    action: 'people:activate',
    objectType: 'staff',
    objectId: staff.id,
    version: staff.version + 1,
    changes: [{ field: 'password' }],
  })
  return ok({ staffId: staff.id, sessionToken })
}
