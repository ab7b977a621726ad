import { guessPassword } from '../../../host/auth/guesses.ts'
import { openSession } from '../../../host/auth/sessions.ts'
import type { House } from '../../../host/context.ts'
import { runCommand } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { normalEmail, type StaffId } from '../domain/staff.ts'
import { findCredentials } from '../queries/find-credentials.ts'

export interface SignInInput {
  readonly email: string
  readonly password: string
  readonly ip: string
  readonly userAgent?: string | undefined
  readonly requestId?: string | undefined
}

const noPermissions: ReadonlySet<string> = new Set()

/**
 * Takes the house, not a context: the failure that it records must outlive the refusal. An unknown address and a wrong
 * password get the same answer after the same work.
 */
export async function signIn(
  house: House,
  input: SignInInput,
): Promise<Result<{ staffId: StaffId; sessionToken: string }>> {
  const email = normalEmail(input.email)
  const outcome = await guessPassword(house, {
    account: `staff ${email}`,
    ip: input.ip,
    password: input.password,
    find: () => findCredentials(house.database, { email }),
  })
  if (outcome.kind === 'wait') return refusals.too_many_attempts({ params: { seconds: outcome.seconds } })
  if (outcome.kind === 'wrong') return refusals.wrong_credentials()
  const { id, name } = outcome.owner
  const actor = { kind: 'staff', id, name, permissions: noPermissions } as const
  return runCommand(house, { actor, requestId: input.requestId }, async (ctx) => {
    const sessionToken = openSession(ctx, { kind: 'staff', id }, input.userAgent)
    ctx.audit({ action: 'people:sign-in', objectType: 'staff', objectId: id })
    return ok({ staffId: id, sessionToken })
  })
}
