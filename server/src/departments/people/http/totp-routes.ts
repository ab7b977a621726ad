import { Type } from 'typebox'
import { confirmedUntil } from '../../../host/auth/sessions.ts'
import { PENDING_COOKIE } from '../../../host/http/cookies.ts'
import { command, query, type Call, type Route } from '../../../host/http/route.ts'
import { idParams } from '../../../host/http/schemas.ts'
import { staffOf } from '../../../host/http/staff-of.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { readSecurity } from '../queries/read-sign-in.ts'
import { requireConfirmed, requireConfirmedCall } from '../use-cases/confirm-session.ts'
import {
  confirmSecondFactor,
  findEnrolling,
  offerSecondFactor,
  renewRecoveryCodes,
  turnSecondFactorOff,
  type Enrolling,
} from '../use-cases/keep-totp.ts'
import { resetSecondFactor } from '../use-cases/reset-totp.ts'
import { signInWithCode } from '../use-cases/sign-in-with-totp.ts'
import { reasonSchema } from './people-schemas.ts'
import { carryIn } from './sign-in-cookies.ts'
import { codeBody, recoveryCodesSchema, securitySchema, totpOfferSchema } from './sign-in-schemas.ts'

export const totpRoutes: readonly Route[] = [
  // `query`, as with the password: the record of a failed guess must outlive its refusal.
  query({
    method: 'POST',
    path: '/session/second-factor',
    operationId: 'showSecondFactor',
    summary: 'The second step of signing in: a code of the app, or a recovery code',
    permission: 'public',
    own: 'link',
    rateLimit: { perMinute: 60 },
    body: codeBody,
    response: Type.Void(),
    status: 204,
    answer: async (call, { body }) => {
      const { house, ip, userAgent, requestId } = call
      const stepToken = call.cookie(PENDING_COOKIE)
      return carryIn(call, await signInWithCode(house, { ...body, stepToken, ip, userAgent, requestId }))
    },
  }),
  query({
    method: 'GET',
    path: '/session/security',
    operationId: 'getSecurity',
    summary: 'How one proves who one is',
    permission: 'public',
    own: 'self',
    response: securitySchema,
    answer: async (call) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const until = await confirmedUntil(call.house.database, call.sessionToken ?? '')
      return readSecurity(call.house, staff.value.id, until)
    },
  }),
  query({
    method: 'POST',
    path: '/session/totp',
    operationId: 'offerTotp',
    summary: 'A new seed for an authenticator app, in a session or where signing in waits for it',
    permission: 'public',
    own: 'link',
    rateLimit: { perMinute: 30 },
    response: totpOfferSchema,
    answer: async (call) => {
      const enrolling = await enrollingOf(call)
      return enrolling.ok ? offerSecondFactor(call.house, enrolling.value) : enrolling
    },
  }),
  query({
    method: 'PUT',
    path: '/session/totp',
    operationId: 'confirmTotp',
    summary: 'Take the app into use by its first code; answers the recovery codes',
    permission: 'public',
    own: 'link',
    rateLimit: { perMinute: 60 },
    body: codeBody,
    response: recoveryCodesSchema,
    answer: async (call, { body }) => {
      const enrolling = await enrollingOf(call)
      if (!enrolling.ok) return enrolling
      const enrolled = await confirmSecondFactor(call.house, enrolling.value, body.code)
      if (!enrolled.ok) return enrolled
      if (enrolled.value.letIn) carryIn(call, ok(enrolled.value.letIn))
      return ok({ recoveryCodes: [...enrolled.value.recoveryCodes] })
    },
  }),
  command({
    method: 'DELETE',
    path: '/session/totp',
    operationId: 'removeTotp',
    summary: 'Turn the codes of the app off',
    permission: 'public',
    own: 'self',
    response: Type.Void(),
    status: 204,
    command: async (ctx, _input, call) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const confirmed = await requireConfirmed(ctx, call.sessionToken)
      return confirmed.ok ? turnSecondFactorOff(ctx, call.house, staff.value.id) : confirmed
    },
  }),
  command({
    method: 'POST',
    path: '/session/recovery-codes',
    operationId: 'renewRecoveryCodes',
    summary: 'New recovery codes, in the place of all that there were',
    permission: 'public',
    own: 'self',
    response: recoveryCodesSchema,
    command: async (ctx, _input, call) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const confirmed = await requireConfirmed(ctx, call.sessionToken)
      if (!confirmed.ok) return confirmed
      const codes = await renewRecoveryCodes(ctx, call.house, staff.value.id)
      return codes.ok ? ok({ recoveryCodes: codes.value }) : codes
    },
  }),
  command({
    method: 'POST',
    path: '/staff/:id/second-factor-reset',
    operationId: 'resetSecondFactor',
    summary: 'Take a lost second factor from a member of staff: app, recovery codes and passkeys',
    permission: 'people:write',
    own: 'any',
    params: idParams,
    body: Type.Object({ reason: reasonSchema }, { additionalProperties: false }),
    response: Type.Void(),
    status: 204,
    command: async (ctx, { params, body }, call) => {
      const confirmed = await requireConfirmed(ctx, call.sessionToken)
      return confirmed.ok ? resetSecondFactor(ctx, call.house, { staffId: params.id, reason: body.reason }) : confirmed
    },
  }),
]

/** In a session whose proof is fresh; or in the browser whose sign-in waits for just this. */
async function enrollingOf(call: Call): Promise<Result<Enrolling>> {
  const { house, actor, ip, userAgent, requestId } = call
  if (actor.kind !== 'staff') {
    return findEnrolling(house, { stepToken: call.cookie(PENDING_COOKIE), ip, userAgent, requestId })
  }
  const confirmed = await requireConfirmedCall(house, call.sessionToken)
  if (!confirmed.ok) return confirmed
  return findEnrolling(house, { actor, ip, userAgent, requestId })
}
