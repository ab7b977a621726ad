import type { House } from '../../../host/context.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { confirmMethods, mustHaveSecondFactor } from '../domain/sign-in.ts'
import { findFactors } from './find-sign-in.ts'
import { listPasskeys, type PasskeyView } from './list-passkeys.ts'
import { secondFactorRequired } from './sign-in-settings.ts'

export interface SecurityView {
  readonly password: boolean
  readonly totp: boolean
  readonly recoveryCodes: number
  readonly passkeys: PasskeyView[]
  readonly secondFactorRequired: boolean
  readonly confirmedUntil: string | null
  readonly confirmBy: ('code' | 'passkey' | 'password')[]
}

/** How somebody proves who they are, for their own eyes. */
export async function readSecurity(
  { database }: House,
  staffId: string,
  confirmedUntil: Date | undefined,
): Promise<Result<SecurityView>> {
  const factors = await findFactors(database, staffId)
  if (!factors) return refusals.not_found()
  const { password, totp, recoveryCodes } = factors
  return ok({
    password,
    totp,
    recoveryCodes,
    passkeys: await listPasskeys(database, staffId),
    secondFactorRequired: mustHaveSecondFactor(factors, await readSetting(database, secondFactorRequired)),
    confirmedUntil: confirmedUntil?.toISOString() ?? null,
    confirmBy: confirmMethods(factors),
  })
}
