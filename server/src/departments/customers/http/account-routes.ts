import { Type } from 'typebox'
import type { Id } from '../../../kernel/ids.ts'
import { carrySession, dropSession } from '../../../host/auth/session-cookie.ts'
import { command, query, type Call, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema } from '../../../host/http/schemas.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { getCustomer } from '../queries/list-customers.ts'
import { askNewPassword } from '../use-cases/ask-new-password.ts'
import { confirmRegistration } from '../use-cases/confirm-registration.ts'
import { forgetAddress, keepAddress } from '../use-cases/keep-address.ts'
import { registerCustomer } from '../use-cases/register-customer.ts'
import { setNewPassword } from '../use-cases/set-new-password.ts'
import { signIn } from '../use-cases/sign-in.ts'
import { signOut } from '../use-cases/sign-out.ts'
import {
  addressBody,
  confirmationBody,
  customerWithAddressesSchema,
  newPasswordBody,
  passwordLinkBody,
  registrationBody,
  signInBody,
} from './schemas.ts'

/** What shoppers do with their own account. */
export const accountRoutes: readonly Route[] = [
  // `query`, since the password is hashed before the transaction begins.
  query({
    method: 'POST',
    path: '/customers',
    operationId: 'registerCustomer',
    summary: 'Register: what follows goes to the address by mail, the answer is always the same',
    permission: 'public',
    own: 'none',
    rateLimit: { perMinute: 10 },
    body: registrationBody,
    response: Type.Object({}),
    status: 202,
    answer: async ({ house, locale, requestId, ip }, { body }) => {
      const registered = await registerCustomer(house, { ...body, locale, requestId, ip })
      return registered.ok ? ok({}) : registered
    },
  }),
  command({
    method: 'POST',
    path: '/customers/confirmation',
    operationId: 'confirmRegistration',
    summary: 'Confirm a registration by the link from the mail, and sign in',
    permission: 'public',
    own: 'link',
    rateLimit: { perMinute: 30 },
    body: confirmationBody,
    response: Type.Void(),
    status: 204,
    command: async (ctx, { body }, call) =>
      carrySession(call, 'customer', await confirmRegistration(ctx, { ...body, userAgent: call.userAgent })),
  }),
  // `query`, since the password is hashed before the transaction begins; the other waits, so that its time tells nothing.
  query({
    method: 'POST',
    path: '/customers/password-link',
    operationId: 'askNewPassword',
    summary: 'Ask for a link to choose a new password: it goes to the address by mail, the answer is always the same',
    permission: 'public',
    own: 'none',
    rateLimit: { perMinute: 10 },
    body: passwordLinkBody,
    response: Type.Object({}),
    status: 202,
    answer: async ({ house, locale, requestId }, { body }) => {
      const asked = await askNewPassword(house, { ...body, locale, requestId })
      return asked.ok ? ok({}) : asked
    },
  }),
  query({
    method: 'POST',
    path: '/customers/password',
    operationId: 'setNewPassword',
    summary: 'Choose a new password by the link from the mail, and sign in; all other sessions end',
    permission: 'public',
    own: 'link',
    rateLimit: { perMinute: 30 },
    body: newPasswordBody,
    response: Type.Void(),
    status: 204,
    answer: async (call, { body }) => {
      const { house, locale, userAgent, requestId } = call
      return carrySession(call, 'customer', await setNewPassword(house, { ...body, locale, userAgent, requestId }))
    },
  }),
  // `query`, since a command's refusal would take the record of the failed attempt back with it.
  query({
    method: 'POST',
    path: '/customer-session',
    operationId: 'signInCustomer',
    summary: 'Sign in as a shopper: sets the session cookie',
    permission: 'public',
    own: 'none',
    rateLimit: { perMinute: 60 },
    body: signInBody,
    response: Type.Void(),
    status: 204,
    answer: async (call, { body }) => {
      const { house, ip, userAgent, requestId } = call
      return carrySession(call, 'customer', await signIn(house, { ...body, ip, userAgent, requestId }))
    },
  }),
  command({
    method: 'DELETE',
    path: '/customer-session',
    operationId: 'signOutCustomer',
    summary: 'Sign out as a shopper',
    permission: 'public',
    own: 'self',
    response: Type.Void(),
    status: 204,
    command: async (ctx, _input, call) => {
      if (call.actor.kind !== 'customer' || call.sessionToken === undefined) return hostRefusals.not_allowed()
      dropSession(call, 'customer')
      return signOut(ctx, call.sessionToken)
    },
  }),
  query({
    method: 'GET',
    path: '/customer',
    operationId: 'getOwnCustomer',
    summary: "The shopper's own data",
    permission: 'public',
    own: 'self',
    response: customerWithAddressesSchema,
    answer: async (call) => {
      const self = selfOf(call)
      return self.ok ? getCustomer(call.house.database, self.value) : self
    },
  }),
  command({
    method: 'POST',
    path: '/customer/addresses',
    operationId: 'keepAddress',
    summary: 'Keep an address for the next purchase',
    permission: 'public',
    own: 'self',
    idempotent: true,
    body: addressBody,
    response: Type.Object({ id: idSchema }),
    status: 201,
    command: async (ctx, { body }, call) => {
      const self = selfOf(call)
      return self.ok ? keepAddress(ctx, { customerId: self.value, address: body }) : self
    },
  }),
  command({
    method: 'DELETE',
    path: '/customer/addresses/:id',
    operationId: 'forgetAddress',
    summary: 'Forget a kept address',
    permission: 'public',
    own: 'self',
    params: idParams,
    response: Type.Void(),
    status: 204,
    command: async (ctx, { params }, call) => {
      const self = selfOf(call)
      return self.ok ? forgetAddress(ctx, { customerId: self.value, addressId: params.id }) : self
    },
  }),
]

/** Staff have no account to shop with: what is "their own" here is nothing. */
function selfOf({ actor }: Call): Result<Id<'customer'>> {
  return actor.kind === 'customer' ? ok(actor.id) : hostRefusals.not_allowed()
}
