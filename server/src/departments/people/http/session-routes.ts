import { Type } from 'typebox'
import { scopeOf } from '../../../host/actor.ts'
import { listOpenSessions } from '../../../host/auth/sessions.ts'
import { carrySession, dropSession } from '../../../host/auth/session-cookie.ts'
import { KNOWN_COOKIE } from '../../../host/http/cookies.ts'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema } from '../../../host/http/schemas.ts'
import { staffOf } from '../../../host/http/staff-of.ts'
import { closedWithin } from '../../../host/lists/closed-within.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok } from '../../../kernel/result.ts'
import { findStaff } from '../queries/list-staff.ts'
import { activateStaff } from '../use-cases/activate-staff.ts'
import { changePassword } from '../use-cases/change-password.ts'
import { confirmIdentity } from '../use-cases/confirm-session.ts'
import { endOwnOtherSessions, endOwnSession, endSessionsOfStaff } from '../use-cases/end-sessions.ts'
import { signIn } from '../use-cases/sign-in.ts'
import { signOut } from '../use-cases/sign-out.ts'
import { activationBody, passwordBody, sessionSchema, signInBody } from './schemas.ts'
import { carryStep } from './sign-in-cookies.ts'
import { confirmationBody, devicesSchema, nextStepSchema } from './sign-in-schemas.ts'

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
      const scope = scopeOf(actor)
      const beyond = scope ? closedWithin(house.ports?.approvable?.routes.values() ?? [], scope) : new Set()
      const held = [...actor.permissions].sort()
      const closed = held.filter((permission) => beyond.has(permission))
      const permissions = held.filter((permission) => !beyond.has(permission))
      return ok({ staff: { id, name, email, locale }, permissions, closed, organisation: { name: shop, slug, demo } })
    },
  }),
  // `query`, since a command's refusal would take the record of the failed attempt back with it.
  query({
    method: 'POST',
    path: '/session',
    operationId: 'signIn',
    summary: 'Sign in: sets the session cookie, or says what else must be shown',
    permission: 'public',
    own: 'none',
    rateLimit: { perMinute: 60 },
    body: signInBody,
    response: nextStepSchema,
    answer: async (call, { body }) => {
      const { house, ip, userAgent, requestId } = call
      const known = call.cookie(KNOWN_COOKIE)
      return carryStep(call, await signIn(house, { ...body, ip, known, userAgent, requestId }))
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
      dropSession(call, 'staff')
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
    response: nextStepSchema,
    command: async (ctx, { body }, call) =>
      carryStep(call, await activateStaff(ctx, { ...body, userAgent: call.userAgent })),
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
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const changed = await changePassword(house, staff.value, { ...body, ip, userAgent, requestId })
      return carrySession(call, 'staff', changed)
    },
  }),
  query({
    method: 'POST',
    path: '/session/confirmation',
    operationId: 'confirmSession',
    summary: 'Prove that it is still you, before a change of who may come in',
    permission: 'public',
    own: 'self',
    rateLimit: { perMinute: 30 },
    body: confirmationBody,
    response: Type.Void(),
    status: 204,
    answer: async (call, { body }) => {
      const { house, ip, requestId, sessionToken } = call
      const staff = staffOf(call)
      if (!staff.ok || sessionToken === undefined) return staff.ok ? hostRefusals.not_signed_in() : staff
      const confirmed = await confirmIdentity(house, staff.value, { ...body, sessionToken, ip, requestId })
      return carrySession(call, 'staff', confirmed)
    },
  }),
  query({
    method: 'GET',
    path: '/session/devices',
    operationId: 'listDevices',
    summary: 'Where one is signed in',
    permission: 'public',
    own: 'self',
    response: devicesSchema,
    answer: async (call) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const items = await listOpenSessions(call.house, { kind: 'staff', id: staff.value.id }, call.sessionToken)
      return ok({ items })
    },
  }),
  command({
    method: 'DELETE',
    path: '/session/devices',
    operationId: 'endOtherDevices',
    summary: 'Sign out everywhere but here',
    permission: 'public',
    own: 'self',
    response: Type.Void(),
    status: 204,
    command: async (ctx, _input, call) => {
      const staff = staffOf(call)
      return staff.ok ? endOwnOtherSessions(ctx, staff.value.id, call.sessionToken ?? '') : staff
    },
  }),
  command({
    method: 'DELETE',
    path: '/session/devices/:id',
    operationId: 'endDevice',
    summary: 'Sign out on one device',
    permission: 'public',
    own: 'self',
    params: idParams,
    response: Type.Void(),
    status: 204,
    command: async (ctx, { params }, call) => {
      const staff = staffOf(call)
      return staff.ok ? endOwnSession(ctx, staff.value.id, params.id) : staff
    },
  }),
  query({
    method: 'GET',
    path: '/staff/:id/sessions',
    operationId: 'listSessionsOfStaff',
    summary: 'Where a member of staff is signed in',
    permission: 'people:write',
    own: 'any',
    params: idParams,
    response: devicesSchema,
    answer: async (call, { params }) =>
      ok({ items: await listOpenSessions(call.house, { kind: 'staff', id: params.id }, call.sessionToken) }),
  }),
  command({
    method: 'DELETE',
    path: '/staff/:id/sessions',
    operationId: 'endSessionsOfStaff',
    summary: 'Sign a member of staff out everywhere',
    permission: 'people:write',
    own: 'any',
    params: idParams,
    response: Type.Void(),
    status: 204,
    command: (ctx, { params }) => endSessionsOfStaff(ctx, { staffId: params.id }),
  }),
  command({
    method: 'DELETE',
    path: '/staff/:id/sessions/:sessionId',
    operationId: 'endSessionOfStaff',
    summary: 'Sign a member of staff out on one device',
    permission: 'people:write',
    own: 'any',
    params: Type.Object({ id: idSchema, sessionId: idSchema }),
    response: Type.Void(),
    status: 204,
    command: (ctx, { params }) => endSessionsOfStaff(ctx, { staffId: params.id, sessionId: params.sessionId }),
  }),
]
