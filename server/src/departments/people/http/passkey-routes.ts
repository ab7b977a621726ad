import { Type } from 'typebox'
import { CEREMONY_COOKIE, PENDING_COOKIE } from '../../../host/http/cookies.ts'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema } from '../../../host/http/schemas.ts'
import { staffOf } from '../../../host/http/staff-of.ts'
import { ok } from '../../../kernel/result.ts'
import { requireConfirmed } from '../use-cases/confirm-session.ts'
import { addPasskey, beginPasskey, namePasskey, removePasskey } from '../use-cases/keep-passkey.ts'
import { askPasskey, signInWithPasskey } from '../use-cases/sign-in-with-passkey.ts'
import { carryCeremony, carryIn } from './sign-in-cookies.ts'
import { newPasskeyBody, passkeyAnswerBody, passkeyNameBody, questionSchema } from './sign-in-schemas.ts'

export const passkeyRoutes: readonly Route[] = [
  command({
    method: 'POST',
    path: '/session/passkey/question',
    operationId: 'askPasskey',
    summary: 'What the browser asks its passkeys in order to sign in',
    permission: 'public',
    own: 'link',
    rateLimit: { perMinute: 60 },
    response: questionSchema,
    command: async (ctx, _input, call) => {
      const asked = await askPasskey(ctx, call.house, call.cookie(PENDING_COOKIE))
      if (!asked.ok) return asked
      carryCeremony(call, asked.value.stepToken)
      return ok({ question: asked.value.question })
    },
  }),
  // `query`: the challenge is spent whatever comes of it.
  query({
    method: 'POST',
    path: '/session/passkey',
    operationId: 'signInWithPasskey',
    summary: 'Sign in by the answer of a passkey: instead of the password, or after it',
    permission: 'public',
    own: 'link',
    rateLimit: { perMinute: 60 },
    body: passkeyAnswerBody,
    response: Type.Void(),
    status: 204,
    answer: async (call, { body: { response } }) => {
      const { house, userAgent, requestId, actor } = call
      const stepToken = call.cookie(CEREMONY_COOKIE)
      const sessionToken = actor.kind === 'staff' ? call.sessionToken : undefined
      const answer = { stepToken, credentialId: response.id, response, sessionToken, userAgent, requestId }
      return carryIn(call, await signInWithPasskey(house, answer))
    },
  }),
  command({
    method: 'POST',
    path: '/session/passkeys/question',
    operationId: 'beginPasskey',
    summary: 'What the browser asks its device in order to make a passkey',
    permission: 'public',
    own: 'self',
    rateLimit: { perMinute: 60 },
    response: questionSchema,
    command: async (ctx, _input, call) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const confirmed = await requireConfirmed(ctx, call.sessionToken)
      if (!confirmed.ok) return confirmed
      const asked = await beginPasskey(ctx, call.house, staff.value)
      if (!asked.ok) return asked
      carryCeremony(call, asked.value.stepToken)
      return ok({ question: asked.value.question })
    },
  }),
  command({
    method: 'POST',
    path: '/session/passkeys',
    operationId: 'addPasskey',
    summary: 'Keep the passkey that the device has made',
    permission: 'public',
    own: 'self',
    body: newPasskeyBody,
    response: Type.Object({ id: idSchema }),
    status: 201,
    command: async (ctx, { body }, call) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const confirmed = await requireConfirmed(ctx, call.sessionToken)
      if (!confirmed.ok) return confirmed
      const stepToken = call.cookie(CEREMONY_COOKIE)
      return addPasskey(ctx, call.house, { ...body, staff: staff.value, stepToken })
    },
  }),
  command({
    method: 'PATCH',
    path: '/session/passkeys/:id',
    operationId: 'namePasskey',
    summary: 'Give a passkey another name',
    permission: 'public',
    own: 'self',
    params: idParams,
    body: passkeyNameBody,
    response: Type.Void(),
    status: 204,
    command: async (ctx, { params, body }, call) => {
      const staff = staffOf(call)
      return staff.ok ? namePasskey(ctx, staff.value, { id: params.id, name: body.name }) : staff
    },
  }),
  command({
    method: 'DELETE',
    path: '/session/passkeys/:id',
    operationId: 'removePasskey',
    summary: 'Take a passkey away',
    permission: 'public',
    own: 'self',
    params: idParams,
    response: Type.Void(),
    status: 204,
    command: async (ctx, { params }, call) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const confirmed = await requireConfirmed(ctx, call.sessionToken)
      return confirmed.ok ? removePasskey(ctx, call.house, { staff: staff.value, id: params.id }) : confirmed
    },
  }),
]
