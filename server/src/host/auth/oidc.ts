import { createHash } from 'node:crypto'
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  customFetch,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
  type Configuration,
  type IDToken,
} from 'openid-client'
import { isLoopback, providerFetch, ProviderSilent } from './oidc-fetch.ts'

/**
 * OpenID Connect Core 1.0 by the authorization code flow with PKCE (RFC 7636), state, nonce, and the issuer in the answer
 * (RFC 9207) where the provider names it. What a provider published is kept for minutes, so that a sign-in does not ask for it
 * twice; another secret or client begins anew.
 */
export interface OidcClient {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** What only this attempt knows: kept by the house, and never given to the browser but for what its address shows. */
export interface OidcAttempt {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export interface OidcClaims {
  readonly subject: string
  readonly email: string | undefined
  /** In so many words; undefined where it says nothing at all. */
  readonly emailVerified: boolean | undefined
  readonly name: string | undefined
  /** The provider asked for more than one factor. */
  readonly multiFactor: boolean
}

/** A provider that cannot be reached, or not understood, is `away`; one that answers no, or for somebody else, has `refused`. */
export type OidcOutcome<T> =
  | { readonly kind: 'told'; readonly value: T }
  | { readonly kind: 'away'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string }

export interface DiscoveredIssuer {
  readonly issuer: string
  readonly authorizationEndpoint: string
  readonly tokenEndpoint: string
  readonly pkce: boolean
}

export const newAttempt = (): OidcAttempt => ({
  state: randomState(),
  nonce: randomNonce(),
  verifier: randomPKCECodeVerifier(),
})

const SCOPE = 'openid email profile'

export function authorizationUrl(
  client: OidcClient,
  { redirectUri, ...attempt }: OidcAttempt & { redirectUri: string },
): Promise<OidcOutcome<string>> {
  return asking(async () => {
    const parameters = {
      redirect_uri: redirectUri,
      scope: SCOPE,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    }
    return buildAuthorizationUrl(await configurationOf(client), parameters).href
  })
}

/** Exchanges the code behind `answerUrl` and answers what the provider vouches for. */
export function readAnswer(
  client: OidcClient,
  { answerUrl, ...attempt }: OidcAttempt & { answerUrl: URL },
): Promise<OidcOutcome<OidcClaims>> {
  return asking(async () => {
    const configuration = await configurationOf(client)
    const tokens = await authorizationCodeGrant(configuration, answerUrl, {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.verifier,
      idTokenExpected: true,
    })
    const told = tokens.claims()
    if (!told) throw new ClientError('no ID token')
    // Core 1.0, 5.4: with a code, the claims of a scope may be told by the UserInfo endpoint alone.
    const more =
      told['email'] === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
        ? await fetchUserInfo(configuration, tokens.access_token, told.sub)
        : {}
    return claimsOf({ ...more, ...told })
  })
}

/** Asks an issuer, past whatever is kept, what it publishes. */
export function discoverIssuer(issuer: string): Promise<OidcOutcome<DiscoveredIssuer>> {
  return asking(async () => {
    const found = (await discover({ issuer, clientId: 'fondaco', clientSecret: 'unused' })).serverMetadata()
    return {
      issuer: found.issuer,
      authorizationEndpoint: found.authorization_endpoint ?? '',
      tokenEndpoint: found.token_endpoint ?? '',
      pkce: found.supportsPKCE('S256'),
    }
  })
}

/** PAPE 1.0 and REFEDS MFA: what providers answer as `acr`; `mfa` is RFC 8176's word of `amr`. */
const MULTI_FACTOR_ACR = new Set([
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
  'https://refeds.org/profile/mfa',
])

function claimsOf(told: Partial<IDToken> & Readonly<Record<string, unknown>>): OidcClaims {
  const { sub, email, name, amr, acr } = told
  return {
    subject: String(sub),
    email: typeof email === 'string' ? email : undefined,
    emailVerified: verifiedOf(told),
    name: typeof name === 'string' ? name : undefined,
    multiFactor: (Array.isArray(amr) && amr.includes('mfa')) || MULTI_FACTOR_ACR.has(String(acr)),
  }
}

/**
 * OpenID Connect Core 1.0, 5.1. Entra ID has no such claim: its optional `xms_edov` says that the owner of the address's domain has
 * verified it, as a boolean, a number or a text.
 */
function verifiedOf({
  email_verified: said,
  xms_edov: byDomain,
}: Readonly<Record<string, unknown>>): boolean | undefined {
  if (said !== undefined && said !== null) return said === true
  if (byDomain === undefined || byDomain === null) return undefined
  return [true, 1, '1', 'true'].includes(byDomain as string)
}

const KEPT_MS = 5 * 60_000
const MOST_KEPT = 100
const kept = new Map<string, { readonly found: Promise<Configuration>; readonly at: number }>()

function configurationOf(client: OidcClient): Promise<Configuration> {
  const key = createHash('sha256').update(JSON.stringify(client)).digest('base64url')
  const now = performance.now()
  const known = kept.get(key)
  if (known && now - known.at < KEPT_MS) return known.found
  if (kept.size >= MOST_KEPT) kept.clear()
  const found = discover(client)
  kept.set(key, { found, at: now })
  found.catch(() => kept.delete(key))
  return found
}

async function discover({ issuer, clientId, clientSecret }: OidcClient): Promise<Configuration> {
  const url = new URL(issuer)
  const plain = url.protocol === 'http:' && isLoopback(url)
  const asked = { [customFetch]: providerFetch, ...(plain ? { execute: [allowInsecureRequests] } : {}) }
  const first = await discovery(url, clientId, undefined, ClientSecretBasic(clientSecret), asked)
  const ways = first.serverMetadata().token_endpoint_auth_methods_supported
  if (!ways || ways.includes('client_secret_basic')) return first
  return discovery(url, clientId, undefined, ClientSecretPost(clientSecret), asked)
}

async function asking<T>(ask: () => Promise<T>): Promise<OidcOutcome<T>> {
  try {
    return { kind: 'told', value: await ask() }
  } catch (error) {
    if (isRefusal(error)) return { kind: 'refused', why: whyOf(error) }
    return { kind: 'away', why: whyOf(error) }
  }
}

/** What the provider said, or what does not belong to this attempt; a server's error, or no answer, is neither. */
function isRefusal(error: unknown): boolean {
  if (silenceIn(error)) return false
  if (error instanceof AuthorizationResponseError) {
    return error.error !== 'server_error' && error.error !== 'temporarily_unavailable'
  }
  if (error instanceof ResponseBodyError) return error.status < 500
  return error instanceof ClientError && !HAS_NO_ANSWER.has(String(error.code))
}

const HAS_NO_ANSWER = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
])

/** What asked may have put it into an error of its own. */
function silenceIn(error: unknown): ProviderSilent | undefined {
  if (error instanceof ProviderSilent) return error
  return error instanceof Error && error.cause !== undefined ? silenceIn(error.cause) : undefined
}

function whyOf(error: unknown): string {
  const silence = silenceIn(error)
  if (silence) return silence.message
  const { cause } = error as { cause?: unknown }
  const inner = cause instanceof Error ? `: ${cause.message}` : ''
  return `${error instanceof Error ? error.message : String(error)}${inner}`.slice(0, 300)
}
