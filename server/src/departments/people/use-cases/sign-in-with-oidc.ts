import { authorizationUrl, newAttempt, readAnswer, type OidcClaims, type OidcOutcome } from '../../../host/auth/oidc.ts'
import { runCommand, system, type Context, type House } from '../../../host/context.ts'
import { Outage } from '../../../kernel/outage.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { decideVouched, ownPathOf } from '../domain/oidc-provider.ts'
import { refusals } from '../domain/refusals.ts'
import type { StaffId } from '../domain/staff.ts'
import { findPersonBy, findProviderClient, type ProviderClient } from '../queries/oidc-providers.ts'
import { insertLink, followLink } from '../store/oidc-links.ts'
import { lockProvider, type LockedProvider } from '../store/oidc-providers.ts'
import { insertStep, spendStep } from '../store/sign-in-steps.ts'
import { createStaff } from './create-staff.ts'
import { letIn, newcomer, takeNextStep, type SignInOutcome } from './let-in-session.ts'
import { tellSignInChange } from './tell-sign-in-change.ts'

/**
 * Signing in by a provider. The browser is sent to it with a step's token in its cookie; what the provider answers comes back to
 * a page of the office, which hands it on from this house's own pages: so the cookie need not travel from elsewhere (it stays
 * Strict), no address of the API takes a code, and the second factor follows on the same page. The step is spent before the
 * code is exchanged, in a transaction of its own: an answer is looked at once, right or wrong, and in the browser that asked.
 */
export const returnUri = ({ publicUrl }: Pick<House, 'publicUrl'>) => `${publicUrl}/office/sign-in/return`

export interface AskedProvider {
  readonly url: string
  readonly stepToken: string
}

export async function askProvider(
  house: House,
  { providerId, next, requestId }: { providerId: string; next?: string | undefined; requestId?: string | undefined },
): Promise<Result<AskedProvider>> {
  const provider = await findProviderClient(house, providerId)
  if (!provider) return refusals.provider_not_found()
  const attempt = newAttempt()
  const asked = heard(house, provider, await authorizationUrl(provider, { ...attempt, redirectUri: returnUri(house) }))
  if (!asked.ok) return asked
  return runCommand(house, { actor: system('sign-in'), requestId }, async (ctx) => {
    const data = { ...attempt, providerId, next: ownPathOf(next) }
    return ok({ url: asked.value, stepToken: insertStep(ctx, { kind: 'oidc', data }) })
  })
}

export interface ProviderAnswer {
  readonly stepToken: string | undefined
  /** The query of the address to which the provider led the browser back. */
  readonly answer: string
  readonly userAgent?: string | undefined
  readonly requestId?: string | undefined
}

/** In, or on to the second factor; and where the person wanted to. */
export type ProviderSignIn = SignInOutcome & { readonly to: string }

export async function signInWithProvider(house: House, told: ProviderAnswer): Promise<Result<ProviderSignIn>> {
  const { stepToken, requestId } = told
  const spent = await runCommand(house, { actor: system('sign-in'), requestId }, async (ctx) =>
    ok(stepToken === undefined ? undefined : await spendStep(ctx, 'oidc', stepToken)),
  )
  const step = spent.ok ? spent.value?.data : undefined
  if (!step) return refusals.sign_in_expired()
  const { state = '', nonce = '', verifier = '', providerId = '', next } = step
  const provider = await findProviderClient(house, providerId)
  if (!provider) return refusals.provider_not_found()
  const answerUrl = new URL(returnUri(house))
  answerUrl.search = told.answer
  if (answerUrl.searchParams.get('state') !== state) return refusals.sign_in_expired()
  const claims = heard(house, provider, await readAnswer(provider, { state, nonce, verifier, answerUrl }))
  if (!claims.ok) return claims
  const vouched = decideVouched(claims.value, provider)
  if (!vouched.ok) return vouched
  const entered = await enter(house, provider, { claims: claims.value, email: vouched.value, told })
  return entered.ok ? ok({ ...entered.value, to: ownPathOf(next) }) : entered
}

interface Entering {
  readonly claims: OidcClaims
  readonly email: string
  readonly told: ProviderAnswer
}

async function enter(house: House, { id }: ProviderClient, entering: Entering): Promise<Result<SignInOutcome>> {
  const { claims, told } = entering
  const found = await runCommand(house, { actor: system('sign-in'), requestId: told.requestId }, async (ctx) => {
    const provider = await lockProvider(ctx.tx, id)
    if (!provider?.enabled) return refusals.provider_not_found()
    return whoIsMeant(ctx, house, provider, entering)
  })
  if (!found.ok) return found
  return runCommand(house, { actor: newcomer(found.value), requestId: told.requestId }, async (ctx) => {
    const person = await findPersonBy(ctx.tx, { id: found.value.id }, ctx.now)
    if (!person?.works) return refusals.not_on_staff()
    const way = { userAgent: told.userAgent, by: 'provider' } as const
    return claims.multiFactor ? ok({ ...letIn(ctx, person, way), next: 'done' }) : takeNextStep(ctx, person, way)
  })
}

interface Meant {
  readonly id: StaffId
  readonly name: string
}

/** By the provider's subject; else by the address that it verified; else somebody new, where it may bring people. */
async function whoIsMeant(
  ctx: Context,
  house: House,
  provider: LockedProvider,
  { claims, email }: Entering,
): Promise<Result<Meant>> {
  const subject = { providerId: provider.id, subject: claims.subject }
  const linked = await followLink(ctx, subject)
  const person = await findPersonBy(ctx.tx, linked === undefined ? { email } : { id: linked }, ctx.now)
  if (person) {
    if (!person.works) return refusals.not_on_staff()
    if (linked !== undefined) return ok(person)
    insertLink(ctx, subject, person.id)
    await ctx.tx.flush()
    await tellSignInChange(ctx, house, { staffId: person.id, what: 'provider_linked' })
    return ok(person)
  }
  if (!provider.createsPeople) return refusals.not_on_staff()
  const name = claims.name?.trim().slice(0, 120) || email.slice(0, email.lastIndexOf('@'))
  const made = await createStaff(ctx, { name, email, roles: provider.roles })
  if (!made.ok) return made
  insertLink(ctx, subject, made.value.id)
  return ok({ id: made.value.id, name })
}

/** A provider that does not answer is an outage; one that says no, a refusal, whose cause is for who set it up. */
function heard<T>({ log }: House, provider: ProviderClient, outcome: OidcOutcome<T>): Result<T> {
  if (outcome.kind === 'away') throw new Outage('people.provider_away', outcome.why)
  if (outcome.kind === 'told') return ok(outcome.value)
  log.warn('sign_in.provider_refused', { provider: provider.id, why: outcome.why })
  return refusals.provider_refused()
}
