import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

/** What somebody sets about a provider; the secret apart. */
export interface ProviderTerms {
  /** On the button. */
  readonly name: string
  readonly clientId: string
  /** Of e-mail addresses, in lower case. */
  readonly domains: readonly string[]
  /** Whoever it vouches for and nobody knows yet becomes a member of staff, with `roles`. */
  readonly createsPeople: boolean
  readonly roles: readonly string[]
  /** Whoever has an address of these domains comes in by this provider, not with a password; owners all the same. */
  readonly passwordsOff: boolean
  /** Where it says nothing of an address, its one tenant has verified it: Entra ID sends no `email_verified`. */
  readonly addressesVerified: boolean
  readonly enabled: boolean
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** OpenID Connect Discovery 1.0, 3: https, without query or fragment. A demo may try one on the same machine. */
export function decideIssuer(text: string, { demo }: { demo: boolean }): Result<string> {
  const url = URL.parse(text.trim())
  const plain = url !== null && url.protocol === 'http:' && demo && LOOPBACK.test(url.hostname)
  const safe = url !== null && (url.protocol === 'https:' || plain)
  if (!safe || url.search !== '' || url.hash !== '' || url.username !== '') {
    return refusals.issuer_not_safe({ field: 'issuer' })
  }
  return ok(text.trim())
}

const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/

export function decideTerms(terms: ProviderTerms, issuer: string): Result<ProviderTerms> {
  const domains = [...new Set(terms.domains.map((one) => one.trim().toLowerCase().replace(/^@/, '')))].sort()
  const wrong = domains.find((one) => !DOMAIN.test(one))
  if (wrong !== undefined) return refusals.invalid_domain({ field: 'domains', params: { domain: wrong } })
  if (terms.createsPeople && terms.roles.length === 0) return refusals.provider_needs_roles({ field: 'roles' })
  if (terms.addressesVerified && isOfManyTenants(issuer)) {
    return refusals.issuer_of_many_tenants({ field: 'addressesVerified' })
  }
  const roles = [...new Set(terms.roles)].sort()
  return ok({ ...terms, name: terms.name.trim(), clientId: terms.clientId.trim(), domains, roles })
}

/** Of private accounts at Microsoft: everybody's, so nobody's tenant. */
const CONSUMERS = '9188040d-6c67-4c5b-b112-36a304b66dad'

/**
 * Issuers that speak for strangers too, where somebody's own tenant could say any address of anybody. Entra ID's name the tenant in their
 * path (Microsoft identity platform, "Validate the issuer"); Google's and private accounts' name none.
 */
function isOfManyTenants(issuer: string): boolean {
  const { hostname = '', pathname = '' } = URL.parse(issuer) ?? {}
  if (hostname === 'accounts.google.com') return true
  const words = pathname.toLowerCase().split('/')
  return ['common', 'organizations', 'consumers', '{tenantid}', '%7btenantid%7d', CONSUMERS].some((word) =>
    words.includes(word),
  )
}

export interface Vouched {
  readonly email: string | undefined
  /** Undefined where the provider says nothing. */
  readonly emailVerified: boolean | undefined
}

/** Whether what a provider says of an address may be believed: verified by it, and of a domain that it speaks for. */
export function decideVouched(
  { email, emailVerified }: Vouched,
  { domains, addressesVerified }: Pick<ProviderTerms, 'domains' | 'addressesVerified'>,
): Result<string> {
  if (email === undefined || !(emailVerified ?? addressesVerified)) return refusals.email_unverified()
  const address = email.trim().toLowerCase()
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return domains.includes(domain) ? ok(address) : refusals.domain_not_allowed({ params: { domain } })
}

/** Where to, once in: a path of the office. `//other.example` is none. */
export function ownPathOf(text: string | undefined): string {
  return text !== undefined && /^\/(?![/\\])/.test(text) ? text : '/'
}
