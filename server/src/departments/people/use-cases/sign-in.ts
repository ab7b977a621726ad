import { guessPassword } from '../../../host/auth/guesses.ts'
import { slateOf } from '../../../host/auth/known-browsers.ts'
import type { House } from '../../../host/context.ts'
import { runCommand } from '../../../host/context.ts'
import type { Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { normalEmail } from '../domain/staff.ts'
import { findCredentials } from '../queries/find-credentials.ts'
import { newcomer, takeNextStep, type SignInOutcome } from './let-in-session.ts'

export interface SignInInput {
  readonly email: string
  readonly password: string
  readonly ip: string
  /** The token by which this browser is known to have been let in before (host/auth/known-browsers.ts). */
  readonly known?: string | undefined
  readonly userAgent?: string | undefined
  readonly requestId?: string | undefined
}

/**
 * Takes the house, not a context: the failure that it records must outlive the refusal. An unknown address and a wrong
 * password get the same answer after the same work; whether a second factor is wanted, only the right password learns.
 */
export async function signIn(house: House, input: SignInInput): Promise<Result<SignInOutcome>> {
  const email = normalEmail(input.email)
  const outcome = await guessPassword(house, {
    account: slateOf(house, `staff ${email}`, input.known),
    ip: input.ip,
    password: input.password,
    find: () => findCredentials(house.database, { email }),
  })
  if (outcome.kind === 'wait') return refusals.too_many_attempts({ params: { seconds: outcome.seconds } })
  if (outcome.kind === 'wrong') return refusals.wrong_credentials()
  const staff = outcome.owner
  return runCommand(house, { actor: newcomer(staff), requestId: input.requestId }, (ctx) =>
    takeNextStep(ctx, staff, input),
  )
}
