import { guessPassword } from '../../../host/auth/guesses.ts'
import { confirmedUntil, confirmSession } from '../../../host/auth/sessions.ts'
import { runCommand, type Actor, type Context, type House } from '../../../host/context.ts'
import type { Database } from '../../../host/database/pool.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { opensTheDoor } from '../domain/roles.ts'
import { confirmMethods } from '../domain/sign-in.ts'
import { findCredentials } from '../queries/find-credentials.ts'
import { findFactors } from '../queries/find-sign-in.ts'
import { proveCode } from './prove-totp.ts'

export interface Confirmation {
  readonly sessionToken: string
  readonly password?: string | undefined
  readonly code?: string | undefined
  readonly ip: string
  readonly requestId?: string | undefined
}

/**
 * Somebody proves in the middle of a session that it is still they, by the strongest that they have: a session left open, or
 * stolen, must not change the ways in. Guesses are slowed as at sign-in. The session goes on under a new token.
 */
export async function confirmIdentity(
  house: House,
  actor: Actor & { kind: 'staff' },
  confirmation: Confirmation,
): Promise<Result<{ sessionToken: string }>> {
  const factors = await findFactors(house.database, actor.id)
  if (!factors) return refusals.not_found()
  const proved = await prove(house, actor.id, confirmation, confirmMethods(factors))
  if (!proved.ok) return proved
  const { sessionToken, requestId } = confirmation
  return runCommand(house, { actor, requestId }, async (ctx) => {
    const next = await confirmSession(ctx, sessionToken)
    return next === undefined ? refusals.sign_in_expired() : ok({ sessionToken: next })
  })
}

async function prove(
  house: House,
  staffId: string,
  { code, password, ip }: Confirmation,
  methods: readonly string[],
): Promise<Result<unknown>> {
  if (code !== undefined && methods.includes('code')) return proveCode(house, { staffId, code, ip })
  if (password === undefined || !methods.includes('password')) return refusals.confirm_otherwise()
  const outcome = await guessPassword(house, {
    account: `staff ${staffId}`,
    ip,
    password,
    find: () => findCredentials(house.database, { id: staffId }),
  })
  if (outcome.kind === 'wait') return refusals.too_many_attempts({ params: { seconds: outcome.seconds } })
  return outcome.kind === 'wrong' ? refusals.wrong_current_password({ field: 'password' }) : ok()
}

/**
 * For acts that change who may come in: the session's last proof must be minutes old. A program's key has no session, and so
 * never passes.
 */
export async function requireConfirmed(ctx: Context, sessionToken: string | undefined): Promise<Result<void>> {
  // Others agreed to what this person asked for, and proved then; it runs, or is looked at, without a session of theirs.
  if (ctx.guard?.mode !== undefined) return ok()
  return refuseStale(ctx.tx, sessionToken, ctx.now)
}

/** The same for giving somebody rights by which they could let others in. The program itself makes the first owner unasked. */
export async function requireConfirmedToGrant(
  ctx: Context,
  permissions: readonly string[],
  sessionToken: string | undefined,
): Promise<Result<void>> {
  if (ctx.actor.kind === 'system' || !opensTheDoor(permissions)) return ok()
  return requireConfirmed(ctx, sessionToken)
}

/** The same, where no transaction is open yet. */
export function requireConfirmedCall(house: House, sessionToken: string | undefined): Promise<Result<void>> {
  return refuseStale(house.database, sessionToken, house.clock.now())
}

async function refuseStale(reader: Pick<Database, 'row'>, sessionToken: string | undefined, now: Date) {
  const until = sessionToken === undefined ? undefined : await confirmedUntil(reader, sessionToken)
  return until !== undefined && until > now ? ok() : refusals.confirm_first()
}
