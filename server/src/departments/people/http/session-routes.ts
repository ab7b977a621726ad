import { Type } from 'typebox'
import type { Actor } from '../../../host/context.ts'
import { STAFF_COOKIE } from '../../../host/http/cookies.ts'
import { command, query, type Call, type Route } from '../../../host/http/route.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { findStaff } from '../queries/list-staff.ts'
import { activateStaff } from '../use-cases/activate-staff.ts'
import { changePassword } from '../use-cases/change-password.ts'
import { signIn } from '../use-cases/sign-in.ts'
import { signOut } from '../use-cases/sign-out.ts'
import { activationBody, passwordBody, sessionSchema, signInBody } from './schemas.ts'

const COOKIE_SECONDS = 14 * 3600

export const sessionRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/session',
    operationId: 'getSession',
    summary: 'Who is signed in, and what they may do',
    permission: 'public',
    own: 'self',
    response: sessionSchema,
    answer: async (call) => {
      const { actor, house } = call
      const staff = actor.kind === 'staff' ? await findStaff(house.database, actor.id) : undefined
      if (actor.kind !== 'staff' || !staff) return hostRefusals.not_signed_in()
      const { id, name, email, locale } = staff
      const { slug, demo, name: shop } = house.organisation
      const permissions = [...actor.permissions].sort()
      return ok({ staff: { id, name, email, locale }, permissions, organisation: { name: shop, slug, demo } })
    },
  }),
  // `query`, since a command's refusal would take the record of the failed attempt back with it.
  query({
    method: 'POST',
    path: '/session',
    operationId: 'signIn',
    summary: 'Sign in: sets the session cookie',
    permission: 'public',
    own: 'none',
    rateLimit: { perMinute: 60 },
    body: signInBody,
    response: Type.Void(),
    status: 204,
    answer: async (call, { body }) => {
      const { house, ip, userAgent, requestId } = call
      return carry(call, await signIn(house, { ...body, ip, userAgent, requestId }))
    },
  }),
  command({
    method: 'DELETE',
    path: '/session',
    operationId: 'signOut',
    summary: 'Sign out',
    permission: 'public',
    own: 'self',
    response: Type.Void(),
    status: 204,
    command: async (ctx, _input, call) => {
      call.setCookie(STAFF_COOKIE, '', { maxAgeSeconds: 0 })
      return call.sessionToken === undefined ? ok() : signOut(ctx, call.sessionToken)
    },
  }),
  command({
    method: 'POST',
    path: '/session/activation',
    operationId: 'activateStaff',
    summary: 'Choose a password through a single-use link, and sign in',
    permission: 'public',
    own: 'link',
    rateLimit: { perMinute: 30 },
    body: activationBody,
    response: Type.Void(),
    status: 204,
    command: async (ctx, { body }, call) =>
      carry(call, await activateStaff(ctx, { ...body, userAgent: call.userAgent })),
  }),
  query({
    method: 'PUT',
    path: '/session/password',
    operationId: 'changePassword',
    summary: "Change one's own password: ends all other sessions",
    permission: 'public',
    own: 'self',
    rateLimit: { perMinute: 30 },
    body: passwordBody,
    response: Type.Void(),
    status: 204,
    answer: async (call, { body }) => {
      const { house, ip, userAgent, requestId } = call
      if (!isStaff(call.actor)) return hostRefusals.not_allowed()
      return carry(call, await changePassword(house, call.actor, { ...body, ip, userAgent, requestId }))
    },
  }),
]

function isStaff(actor: Actor): actor is Actor & { kind: 'staff' } {
  return actor.kind === 'staff'
}

/** The new token goes into the cookie and nowhere else: no script can read it there. */
function carry(call: Call, result: Result<{ sessionToken: string }>): Result<void> {
  if (!result.ok) return result
  call.setCookie(STAFF_COOKIE, result.value.sessionToken, { maxAgeSeconds: COOKIE_SECONDS })
  return ok()
}
