import { guessPassword } from '../../../host/auth/guesses.ts'
import { findPasswordWeakness } from '../../../host/auth/password-rules.ts'
import { hashPassword } from '../../../host/auth/passwords.ts'
import { endSessionsOf, openSession } from '../../../host/auth/sessions.ts'
import { voidSingleUseTokens } from '../../../host/auth/void-tokens.ts'
import type { Actor, Context, House } from '../../../host/context.ts'
import { runCommand } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { findCredentials } from '../queries/find-credentials.ts'
import { lockStaff } from '../store/locks.ts'
import { voidSteps } from '../store/sign-in-steps.ts'
import { storePassword } from '../store/staff.ts'
import { ACTIVATION } from './issue-activation-link.ts'

export interface ChangePasswordInput {
  readonly currentPassword: string
  readonly newPassword: string
  readonly ip: string
  readonly userAgent?: string | undefined
  readonly requestId?: string | undefined
}

/**
 * One's own password. The current one is asked for, and guesses at it are slowed as at sign-in: a session left open must not
 * become the account. Every session ends, this one gets a new token, and no older link can set the password again.
 */
export async function changePassword(
  house: House,
  actor: Actor & { kind: 'staff' },
  input: ChangePasswordInput,
): Promise<Result<{ sessionToken: string }>> {
  const outcome = await guessPassword(house, {
    account: `staff ${actor.id}`,
    ip: input.ip,
    password: input.currentPassword,
    find: () => findCredentials(house.database, { id: actor.id }),
  })
  if (outcome.kind === 'wait') return refusals.too_many_attempts({ params: { seconds: outcome.seconds } })
  if (outcome.kind === 'wrong') return refusals.wrong_current_password({ field: 'currentPassword' })
  const weakness = findPasswordWeakness(input.newPassword, outcome.owner.email)
  if (weakness) return refusals.weak_password({ field: 'newPassword', params: { ...weakness } })
  const passwordHash = await hashPassword(input.newPassword)
  return runCommand(house, { actor, requestId: input.requestId }, (ctx) => replace(ctx, actor.id, passwordHash, input))
}

async function replace(ctx: Context, id: string, passwordHash: string, { userAgent }: ChangePasswordInput) {
  const staff = await lockStaff(ctx.tx, id)
  if (!staff || staff.ended) return refusals.not_found()
  storePassword(ctx, staff.id, passwordHash)
  voidSingleUseTokens(ctx, ACTIVATION, staff.id)
  voidSteps(ctx, staff.id)
  endSessionsOf(ctx, 'staff', staff.id)
  const sessionToken = openSession(ctx, { kind: 'staff', id: staff.id }, userAgent)
  ctx.audit({
    action: 'people:change-password',
    objectType: 'staff',
    objectId: staff.id,
    version: staff.version + 1,
    changes: [{ field: 'password' }],
  })
  return ok({ sessionToken })
}
