import { Type } from 'typebox'
import { CEREMONY_COOKIE } from '../../../host/http/cookies.ts'
import { command, query, steps, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import { listOfferedProviders, listProviders } from '../queries/oidc-providers.ts'
import { requireConfirmed } from '../use-cases/confirm-session.ts'
import { changeProvider, createProvider, tryIssuer } from '../use-cases/keep-oidc-provider.ts'
import { askProvider, returnUri, signInWithProvider } from '../use-cases/sign-in-with-oidc.ts'
import {
  answerBody,
  askBody,
  askedSchema,
  discoveredSchema,
  enteredSchema,
  issuerBody,
  newProviderBody,
  offeredSchema,
  providerBody,
  providersSchema,
} from './oidc-schemas.ts'
import { carryCeremony, carryStep } from './sign-in-cookies.ts'

const writing = { permission: 'people:write', own: 'any' } as const

export const oidcRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/session/providers',
    operationId: 'listOfferedProviders',
    summary: 'By which providers one can sign in',
    permission: 'public',
    own: 'none',
    response: offeredSchema,
    answer: async ({ house }) => ok({ items: await listOfferedProviders(house.database) }),
  }),
  steps({
    method: 'POST',
    path: '/session/providers/:id',
    operationId: 'askProvider',
    summary: 'Begin to sign in by a provider: where the browser goes',
    permission: 'public',
    own: 'none',
    rateLimit: { perMinute: 60 },
    params: idParams,
    body: askBody,
    response: askedSchema,
    answer: async (call, { params, body }) => {
      const { house, requestId } = call
      const asked = await askProvider(house, { providerId: params.id, next: body.next, requestId })
      if (!asked.ok) return asked
      carryCeremony(call, asked.value.stepToken)
      return ok({ url: asked.value.url })
    },
  }),
  steps({
    method: 'POST',
    path: '/session/provider',
    operationId: 'signInWithProvider',
    summary: 'Sign in by what the provider answered: sets the session cookie, or says what else must be shown',
    permission: 'public',
    own: 'link',
    rateLimit: { perMinute: 60 },
    body: answerBody,
    response: enteredSchema,
    answer: async (call, { body }) => {
      const { house, userAgent, requestId } = call
      const stepToken = call.cookie(CEREMONY_COOKIE)
      const entered = await signInWithProvider(house, { ...body, stepToken, userAgent, requestId })
      if (!entered.ok) return entered
      const carried = carryStep(call, entered)
      return carried.ok ? ok({ ...carried.value, to: entered.value.to }) : carried
    },
  }),
  query({
    method: 'GET',
    path: '/sign-in-providers',
    operationId: 'listSignInProviders',
    summary: 'The providers by which staff sign in, and the address to give them',
    permission: 'people:read',
    own: 'any',
    response: providersSchema,
    answer: async ({ house }) =>
      ok({
        returnUri: returnUri(house),
        scimBase: `${house.publicUrl}/api/scim/v2`,
        items: await listProviders(house.database),
      }),
  }),
  command({
    ...writing,
    method: 'POST',
    path: '/sign-in-providers',
    operationId: 'createSignInProvider',
    summary:
      'Let staff sign in by a provider: it vouches for everybody of its domains, so only who may do everything adds one',
    body: newProviderBody,
    response: Type.Object({ id: idSchema }),
    status: 201,
    command: async (ctx, { body }, call) => {
      const confirmed = await requireConfirmed(ctx, call.sessionToken)
      return confirmed.ok ? createProvider(ctx, call.house, withUsual(body)) : confirmed
    },
  }),
  command({
    ...writing,
    method: 'PUT',
    path: '/sign-in-providers/:id',
    operationId: 'changeSignInProvider',
    summary: 'Change a provider, or turn it off (If-Match: version)',
    params: idParams,
    body: providerBody,
    response: Type.Object({ version: Type.Integer() }),
    etag: 'version',
    command: async (ctx, { params, body }, call) => {
      const confirmed = await requireConfirmed(ctx, call.sessionToken)
      return confirmed.ok
        ? changeProvider(ctx, call.house, { ...withUsual(body), id: params.id, version: call.ifMatch })
        : confirmed
    },
  }),
  steps({
    ...writing,
    method: 'POST',
    path: '/sign-in-providers/discovery',
    operationId: 'tryIssuer',
    summary: 'Ask an issuer what it publishes; nothing is kept',
    rateLimit: { perMinute: 20 },
    body: issuerBody,
    response: discoveredSchema,
    answer: (call, { body }) => tryIssuer(call.house, call.actor, body.issuer),
  }),
]

/** What is left out is off. */
function withUsual<Body extends { addressesVerified?: boolean }>(body: Body) {
  return { ...body, addressesVerified: body.addressesVerified ?? false }
}
