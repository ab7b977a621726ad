import { guess } from '../../../host/auth/guesses.ts'
import { looksLikeRecoveryCode, recoveryHashes } from '../../../host/auth/recovery-codes.ts'
import { unsealText } from '../../../host/auth/sealed-text.ts'
import { totpStep } from '../../../host/auth/totp.ts'
import type { House } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { totpPlace } from '../queries/sealed-places.ts'
import { spendRecoveryCode } from '../store/recovery-codes.ts'
import { acceptStep, findTotp } from '../store/totp.ts'

export interface CodeGuess {
  readonly staffId: string
  readonly code: string
  readonly ip: string
}

/** Where a person's seed lies, bound into its ciphertext. */

/**
 * The app's six digits or a recovery code; each is good once, and of two browsers that send it at once one gets in. It is
 * spent before the session opens, in a transaction of its own: were it one, a refusal after it would give the code back.
 */
export async function proveCode(
  house: House,
  { staffId, code, ip }: CodeGuess,
): Promise<Result<'code' | 'recovery_code'>> {
  const outcome = await guess(house, {
    account: `second factor ${staffId}`,
    ip,
    check: () =>
      looksLikeRecoveryCode(code) ? spendRecovery(house, staffId, code) : spendDigits(house, staffId, code),
  })
  if (outcome.kind === 'wait') return refusals.too_many_attempts({ params: { seconds: outcome.seconds } })
  return outcome.kind === 'wrong' ? refusals.wrong_code({ field: 'code' }) : ok(outcome.owner)
}

async function spendDigits(house: House, staffId: string, code: string): Promise<'code' | undefined> {
  const totp = await findTotp(house.database, staffId)
  if (!totp?.confirmed) return undefined
  const step = totpStep(
    unsealText(house, totpPlace(staffId), totp.secret),
    code.replaceAll(/\s/g, ''),
    house.clock.now(),
  )
  if (step === undefined) return undefined
  return (await acceptStep(house.database, staffId, step)) ? 'code' : undefined
}

async function spendRecovery(house: House, staffId: string, code: string): Promise<'recovery_code' | undefined> {
  const hashes = recoveryHashes(house, staffId, code)
  const spent = await spendRecoveryCode(house.database, staffId, { hashes, now: house.clock.now() })
  return spent ? 'recovery_code' : undefined
}
