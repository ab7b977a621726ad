/**
 * A real OpenID provider on loopback, at which whoever comes is signed in at once:
 *
 *   const stand = await openOidcStand({ returnUri })
 *   stand.accounts.set('sub-1', { email: 'anna@bottega.example', email_verified: true, name: 'Anna' })
 *   const answer = await stand.visit(url, 'sub-1')             // the query with which it leads the browser back
 */
import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Asking } from 'oidc-provider'
import { atTheEnd } from '../../../testing/at-the-end.ts'

export const CLIENT = { clientId: 'fondaco', clientSecret: 'a secret that only the two of them know' } as const

const open = new Set<() => Promise<void>>()
atTheEnd(async () => {
  for (const close of open) await close()
  open.clear()
})

export interface StandOptions {
  readonly returnUri: string
  /** Claims of scopes are told by the UserInfo endpoint alone, as the standard has it. */
  readonly claimsApart?: boolean
  readonly authMethod?: 'client_secret_basic' | 'client_secret_post'
}

export async function openOidcStand({
  returnUri,
  claimsApart = false,
  authMethod = 'client_secret_basic',
}: StandOptions) {
  const accounts = new Map<string, Readonly<Record<string, unknown>>>()
  let login: { accountId: string; amr?: string[]; acr?: string } = { accountId: '' }
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined
  const server = createServer((request, response) => answer(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [returnUri],
        token_endpoint_auth_method: authMethod,
      },
    ],
    clientAuthMethods: [authMethod],
    pkce: { required: () => true },
    claims: { openid: ['sub', 'amr'], acr: null, email: ['email', 'email_verified', 'xms_edov'], profile: ['name'] },
    acrValues: ['https://refeds.org/profile/mfa'],
    conformIdTokenClaims: claimsApart,
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['of the stand'] },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, id: string) =>
      accounts.has(id) ? { accountId: id, claims: () => ({ sub: id, ...accounts.get(id) }) } : undefined,
    loadExistingGrant: async ({ oidc }: Asking) => {
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  const others = provider.callback()
  answer = (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return others(request, response)
    void provider.interactionFinished(request, response, { login })
  }
  const close = async () => {
    open.delete(close)
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
  open.add(close)
  return {
    issuer,
    accounts,
    close,
    /** Whom it knows from here on, whoever's browser comes. */
    greet: (accountId: string) => void (login = { accountId }),
    async visit(url: string, accountId: string, more: { amr?: string[]; acr?: string } = {}): Promise<string> {
      login = { accountId, ...more }
      const jar = new Map<string, string>()
      let at = url
      for (let hops = 0; hops < 8; hops += 1) {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
        const told = await fetch(at, { redirect: 'manual', headers: { cookie } })
        for (const line of told.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
          jar.set(name, value)
        }
        const to = told.headers.get('location')
        assert.ok(to, `${told.status} ${await told.text()}`)
        at = new URL(to, at).href
        if (at.startsWith(returnUri)) return new URL(at).search
      }
      return assert.fail('the provider leads in circles')
    },
  }
}

export type OidcStand = Awaited<ReturnType<typeof openOidcStand>>
