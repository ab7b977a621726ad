import { runCommand, type House } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { findPendingStep } from '../queries/find-sign-in.ts'
import { spendStep } from '../store/sign-in-steps.ts'
import { letIn, newcomer, type LetIn } from './let-in-session.ts'
import { proveCode } from './prove-totp.ts'
import { tellSignInChange } from './tell-sign-in-change.ts'

export interface SecondFactorInput {
  /** Given to this browser after the right password. */
  readonly stepToken: string | undefined
  readonly code: string
  readonly ip: string
  readonly userAgent?: string | undefined
  readonly requestId?: string | undefined
}

/** The second step after the password: the browser that knew it now shows the code. */
export async function signInWithCode(house: House, input: SecondFactorInput): Promise<Result<LetIn>> {
  const { stepToken, code, ip, requestId } = input
  const staff = await findPendingStep(house, 'second-factor', stepToken)
  if (!staff || stepToken === undefined) return refusals.sign_in_expired()
  const proved = await proveCode(house, { staffId: staff.staffId, code, ip })
  if (!proved.ok) return proved
  const person = { id: staff.staffId, name: staff.name, email: staff.email }
  return runCommand(house, { actor: newcomer(person), requestId }, async (ctx) => {
    const spent = await spendStep(ctx, 'second-factor', stepToken)
    if (!spent) return refusals.sign_in_expired()
    if (proved.value === 'recovery_code') {
      await tellSignInChange(ctx, house, { staffId: person.id, what: 'recovery_code_used' })
    }
    return ok(letIn(ctx, person, { ...input, by: proved.value }))
  })
}
