import { guessPassword } from '../../../host/auth/guesses.ts'
import { openSession } from '../../../host/auth/sessions.ts'
import { runCommand, type House } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { normalEmail, type CustomerId } from '../domain/customer.ts'
import { refusals } from '../domain/refusals.ts'
import { findCredentials } from '../queries/find-credentials.ts'

export interface SignInInput {
  readonly email: string
  readonly password: string
  readonly ip: string
  readonly userAgent?: string | undefined
  readonly requestId?: string | undefined
}

/** As for staff: the failure's record outlives the refusal, and a guest's address answers like a stranger's. */
export async function signIn(
  house: House,
  input: SignInInput,
): Promise<Result<{ customerId: CustomerId; sessionToken: string }>> {
  const email = normalEmail(input.email)
  const outcome = await guessPassword(house, {
    account: `customer ${email}`,
    ip: input.ip,
    password: input.password,
    find: () => findCredentials(house.database, email),
  })
  if (outcome.kind === 'wait') return refusals.too_many_attempts({ params: { seconds: outcome.seconds } })
  if (outcome.kind === 'wrong') return refusals.wrong_credentials()
  const { id } = outcome.owner
  return runCommand(house, { actor: { kind: 'customer', id }, requestId: input.requestId }, async (ctx) =>
    ok({ customerId: id, sessionToken: openSession(ctx, { kind: 'customer', id }, input.userAgent) }),
  )
}
