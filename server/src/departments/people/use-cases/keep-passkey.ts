import { askForNewPasskey, readNewPasskey, type NewPasskeyQuestion } from '../../../host/auth/passkeys.ts'
import type { StaffActor } from '../../../host/auth/staff-directory.ts'
import type { Context, House } from '../../../host/context.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { mustHaveSecondFactor } from '../domain/sign-in.ts'
import { findFactors, findSignInName } from '../queries/find-sign-in.ts'
import { listCredentialNames } from '../queries/list-passkeys.ts'
import { secondFactorRequired } from '../queries/sign-in-settings.ts'
import { countPasskeys, deletePasskey, insertPasskey, renamePasskey } from '../store/passkeys.ts'
import { insertStep, spendStep } from '../store/sign-in-steps.ts'
import { tellSignInChange } from './tell-sign-in-change.ts'

const MOST_PASSKEYS = 20

export interface AskedNewPasskey {
  readonly question: NewPasskeyQuestion
  readonly stepToken: string
}

/** The question that the browser takes to its device; its challenge is good once, for this person and this browser. */
export async function beginPasskey(ctx: Context, house: House, staff: StaffActor): Promise<Result<AskedNewPasskey>> {
  const person = await findSignInName(ctx.tx, staff.id)
  if (!person) return refusals.not_found()
  if ((await countPasskeys(ctx.tx, staff.id)) >= MOST_PASSKEYS) {
    return refusals.too_many_passkeys({ params: { limit: MOST_PASSKEYS } })
  }
  const has = await listCredentialNames(ctx.tx, staff.id)
  const question = await askForNewPasskey(house, { id: staff.id, ...person, has })
  const { challenge } = question
  return ok({ question, stepToken: insertStep(ctx, { kind: 'new-passkey', staffId: staff.id, data: { challenge } }) })
}

export interface MadePasskeyInput {
  readonly stepToken: string | undefined
  readonly name: string
  readonly response: unknown
}

export async function addPasskey(
  ctx: Context,
  house: House,
  { staff, stepToken, name, response }: MadePasskeyInput & { staff: StaffActor },
): Promise<Result<{ id: string }>> {
  const step = stepToken === undefined ? undefined : await spendStep(ctx, 'new-passkey', stepToken)
  if (!step || step.staffId !== staff.id) return refusals.passkey_expired()
  const made = await readNewPasskey(house, { challenge: step.data['challenge'] ?? '', response })
  if (!made) return refusals.passkey_refused()
  const id = ctx.newId<'passkey'>()
  insertPasskey(ctx, { ...made, id, staffId: staff.id, name: name.trim() })
  await tellSignInChange(ctx, house, { staffId: staff.id, what: 'passkey_added' })
  await ctx.tx.flush()
  return ok({ id })
}

export async function namePasskey(
  ctx: Context,
  staff: StaffActor,
  { id, name }: { id: string; name: string },
): Promise<Result<void>> {
  return (await renamePasskey(ctx, staff.id, { id, name: name.trim() })) ? ok() : refusals.passkey_not_found()
}

/** Not the last one of somebody of whom the house asks for a second factor and who has no other. */
export async function removePasskey(ctx: Context, house: House, { staff, id }: { staff: StaffActor; id: string }) {
  if (!(await deletePasskey(ctx, staff.id, id))) return refusals.passkey_not_found()
  const factors = await findFactors(ctx.tx, staff.id)
  const required = factors && mustHaveSecondFactor(factors, await readSetting(ctx.tx, secondFactorRequired))
  if (required && !factors.totp && factors.passkeys === 0) return refusals.second_factor_needed()
  await tellSignInChange(ctx, house, { staffId: staff.id, what: 'passkey_removed' })
  return ok()
}
