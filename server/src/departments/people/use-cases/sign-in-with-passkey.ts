import { askForPasskey, judgePasskey, type PasskeyQuestion } from '../../../host/auth/passkeys.ts'
import { endSession } from '../../../host/auth/sessions.ts'
import { runCommand, system, type Context, type House } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { findPendingStep } from '../queries/find-sign-in.ts'
import { findPasskey, listCredentialNames, type KnownPasskey } from '../queries/list-passkeys.ts'
import { countPasskeyUse } from '../store/passkeys.ts'
import { insertStep, spendStep } from '../store/sign-in-steps.ts'
import { letIn, newcomer, type LetIn } from './let-in-session.ts'
import { tellSignInChange } from './tell-sign-in-change.ts'

export interface AskedPasskey {
  readonly question: PasskeyQuestion
  readonly stepToken: string
}

/**
 * A question to whatever passkey the browser holds; after a right password only to those of that person. Answered the same
 * whoever asks: nobody learns who has a passkey.
 */
export async function askPasskey(ctx: Context, house: House, pendingToken?: string): Promise<Result<AskedPasskey>> {
  const pending = await findPendingStep(house, 'second-factor', pendingToken)
  const has = pending && (await listCredentialNames(ctx.tx, pending.staffId))
  const question = await askForPasskey(house, has)
  const { challenge } = question
  const stepToken = insertStep(ctx, { kind: 'passkey', staffId: pending?.staffId, data: { challenge } })
  return ok({ question, stepToken })
}

export interface PasskeyAnswer {
  readonly stepToken: string | undefined
  readonly credentialId: string
  readonly response: unknown
  /** The session that this sign-in replaces, where somebody confirms that it is still they. */
  readonly sessionToken?: string | undefined
  readonly userAgent?: string | undefined
  readonly requestId?: string | undefined
}

/**
 * Signs in without a password, or as its second factor. The challenge is spent first, in a transaction of its own: an answer
 * is looked at once, right or wrong.
 */
export async function signInWithPasskey(house: House, answer: PasskeyAnswer): Promise<Result<LetIn>> {
  const { stepToken, credentialId, response, requestId } = answer
  const asked = await runCommand(house, { actor: system('sign-in'), requestId }, async (ctx) =>
    ok(stepToken === undefined ? undefined : await spendStep(ctx, 'passkey', stepToken)),
  )
  const step = asked.ok ? asked.value : undefined
  if (!step) return refusals.passkey_expired()
  const passkey = await findPasskey(house.database, credentialId, house.clock.now())
  // Of nobody who may come in, or not of the person whose password was right.
  if (!passkey || (step.staffId !== undefined && step.staffId !== passkey.staffId)) return refusals.passkey_refused()
  const verdict = await judgePasskey(house, passkey, { challenge: step.data['challenge'] ?? '', response })
  if (verdict.kind === 'wrong') return refusals.passkey_refused()
  if (verdict.kind === 'counted_back') return suspect(house, passkey, requestId)
  const person = { id: passkey.staffId, name: passkey.name, email: passkey.email }
  return runCommand(house, { actor: newcomer(person), requestId }, async (ctx) => {
    if (!(await countPasskeyUse(ctx, passkey.id, verdict.counter))) return refusals.passkey_refused()
    if (answer.sessionToken !== undefined) endSession(ctx, answer.sessionToken)
    return ok(letIn(ctx, person, { ...answer, by: 'passkey' }))
  })
}

/** WebAuthn Level 3, 6.1.1: the figure went back, so the key may have a copy. Refused, written down, and its owner told. */
async function suspect(house: House, passkey: KnownPasskey, requestId: string | undefined): Promise<Result<LetIn>> {
  await runCommand(house, { actor: system('sign-in'), requestId }, async (ctx) => {
    await tellSignInChange(ctx, house, { staffId: passkey.staffId, what: 'passkey_suspicious' })
    return ok()
  })
  return refusals.passkey_refused()
}
