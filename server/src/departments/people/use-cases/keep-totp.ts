import { guess } from '../../../host/auth/guesses.ts'
import { hashRecoveryCode, newRecoveryCodes } from '../../../host/auth/recovery-codes.ts'
import { sealText, unsealText } from '../../../host/auth/sealed-text.ts'
import { newTotpSecret, totpEnrolment, totpStep } from '../../../host/auth/totp.ts'
import { runCommand, type Actor, type Context, type House } from '../../../host/context.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { mustHaveSecondFactor } from '../domain/sign-in.ts'
import { findFactors, findPendingStep, findSignInName } from '../queries/find-sign-in.ts'
import { secondFactorRequired } from '../queries/sign-in-settings.ts'
import { deleteRecoveryCodes, replaceRecoveryCodes } from '../store/recovery-codes.ts'
import { spendStep } from '../store/sign-in-steps.ts'
import { confirmTotp, deleteTotp, findTotp, offerTotp } from '../store/totp.ts'
import { letIn, newcomer, type LetIn } from './let-in-session.ts'
import { totpPlace } from '../queries/sealed-places.ts'
import { tellSignInChange } from './tell-sign-in-change.ts'

/** Whose second factor is set up, and where they stand: in a session, or before it because the house asks for one. */
export interface Enrolling {
  readonly actor: Actor & { kind: 'staff' }
  readonly email: string
  /** The step that waits for it; undefined inside a session. */
  readonly stepToken?: string | undefined
  readonly ip: string
  readonly userAgent?: string | undefined
  readonly requestId?: string | undefined
}

/** Somebody in a session, or who the step of this browser waits for. */
export async function findEnrolling(
  house: House,
  asked: Omit<Enrolling, 'actor' | 'email'> & { actor?: Enrolling['actor'] },
): Promise<Result<Enrolling>> {
  if (asked.actor) {
    const person = await findSignInName(house.database, asked.actor.id)
    return person ? ok({ ...asked, actor: asked.actor, email: person.email }) : refusals.not_found()
  }
  const pending = await findPendingStep(house, 'enrolment', asked.stepToken)
  if (!pending) return refusals.sign_in_expired()
  return ok({ ...asked, actor: newcomer({ id: pending.staffId, name: pending.name }), email: pending.email })
}

export interface TotpOffer {
  readonly secret: string
  readonly uri: string
  readonly qrSvg: string
}

/** A new seed for the authenticator app. Nothing depends on it until a code proves that the app has it. */
export async function offerSecondFactor(house: House, enrolling: Enrolling): Promise<Result<TotpOffer>> {
  const { actor, email, requestId } = enrolling
  const secret = newTotpSecret()
  const kept = await runCommand(house, { actor, requestId }, async (ctx) =>
    (await offerTotp(ctx, actor.id, sealText(house, totpPlace(actor.id), secret))) ? ok() : refusals.second_factor_on(),
  )
  if (!kept.ok) return kept
  return ok({ secret, ...totpEnrolment({ issuer: house.organisation.name, account: email, secret }) })
}

export interface Enrolled {
  /** Shown once; only their hashes are kept. */
  readonly recoveryCodes: readonly string[]
  /** Where the house had asked for it before letting in. */
  readonly letIn?: LetIn
}

/** The first code proves that the app has the seed: from now on it is asked for. Answers the recovery codes. */
export async function confirmSecondFactor(house: House, enrolling: Enrolling, code: string): Promise<Result<Enrolled>> {
  const { actor, ip, requestId } = enrolling
  const outcome = await guess(house, {
    account: `second factor ${actor.id}`,
    ip,
    check: () => stepOfOffered(house, actor.id, code),
  })
  if (outcome.kind === 'wait') return refusals.too_many_attempts({ params: { seconds: outcome.seconds } })
  if (outcome.kind === 'wrong') return refusals.wrong_code({ field: 'code' })
  return runCommand(house, { actor, requestId }, (ctx) => takeIntoUse(ctx, house, { enrolling, step: outcome.owner }))
}

async function stepOfOffered(house: House, staffId: string, code: string): Promise<number | undefined> {
  const totp = await findTotp(house.database, staffId)
  if (!totp || totp.confirmed) return undefined
  return totpStep(unsealText(house, totpPlace(staffId), totp.secret), code.replaceAll(/\s/g, ''), house.clock.now())
}

async function takeIntoUse(
  ctx: Context,
  house: House,
  { enrolling, step }: { enrolling: Enrolling; step: number },
): Promise<Result<Enrolled>> {
  const { actor, email, stepToken, userAgent } = enrolling
  if (stepToken !== undefined && !(await spendStep(ctx, 'enrolment', stepToken))) return refusals.sign_in_expired()
  if (!(await confirmTotp(ctx, actor.id, step))) return refusals.second_factor_on()
  const recoveryCodes = keepNewCodes(ctx, house, actor.id)
  await tellSignInChange(ctx, house, { staffId: actor.id, what: 'second_factor_on' })
  if (stepToken === undefined) return ok({ recoveryCodes })
  return ok({ recoveryCodes, letIn: letIn(ctx, { id: actor.id, email }, { userAgent, by: 'enrolment' }) })
}

function keepNewCodes(ctx: Context, house: House, staffId: string): string[] {
  const codes = newRecoveryCodes()
  replaceRecoveryCodes(
    ctx,
    staffId,
    codes.map((code) => hashRecoveryCode(house, staffId, code)),
  )
  return codes
}

/** New codes, for who has used up the old ones or lost the paper: those are worth nothing any more. */
export async function renewRecoveryCodes(ctx: Context, house: House, staffId: string): Promise<Result<string[]>> {
  const factors = await findFactors(ctx.tx, staffId)
  if (!factors?.totp) return refusals.no_second_factor()
  const codes = keepNewCodes(ctx, house, staffId)
  await tellSignInChange(ctx, house, { staffId, what: 'recovery_codes' })
  return ok(codes)
}

/** Turns the app's codes off, with the recovery codes. Not where the house asks for a second factor and there is no other. */
export async function turnSecondFactorOff(ctx: Context, house: House, staffId: string): Promise<Result<void>> {
  const factors = await findFactors(ctx.tx, staffId)
  if (!factors?.totp) return refusals.no_second_factor()
  const required = mustHaveSecondFactor(factors, await readSetting(ctx.tx, secondFactorRequired))
  if (required && factors.passkeys === 0) return refusals.second_factor_needed()
  deleteTotp(ctx, staffId)
  deleteRecoveryCodes(ctx, staffId)
  await tellSignInChange(ctx, house, { staffId, what: 'second_factor_off' })
  return ok()
}
