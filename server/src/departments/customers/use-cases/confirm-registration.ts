import { endSessionsOf, openSession, spendSingleUseToken } from '../../../host/auth/sessions.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { CustomerId } from '../domain/customer.ts'
import { refusals } from '../domain/refusals.ts'
import { lockCustomer, storeRegistered } from '../store/customers.ts'
import { takeRegistration } from '../store/registrations.ts'
import { recordTickedConsents } from './record-consents.ts'
import { recordCustomer } from './record-customer.ts'
import { REGISTRATION } from './register-customer.ts'
import { sortCustomer } from './sort-customers.ts'

/** Spends the link, makes the address its owner's (with what they ordered as a guest) and signs in. */
export async function confirmRegistration(
  ctx: Context,
  input: { token: string; userAgent?: string | undefined },
): Promise<Result<{ customerId: CustomerId; sessionToken: string }>> {
  const subject = await spendSingleUseToken(ctx, REGISTRATION, input.token)
  const registration = subject === undefined ? undefined : await takeRegistration(ctx, subject)
  if (!registration) return refusals.link_spent({ field: 'token' })
  const id = await recordCustomer(ctx, registration)
  const customer = await lockCustomer(ctx.tx, id)
  // Confirmed through another link meanwhile: that password stands.
  if (!customer || customer.registered) return refusals.link_spent({ field: 'token' })
  storeRegistered(ctx, id, registration)
  endSessionsOf(ctx, 'customer', id)
  const sessionToken = openSession(ctx, { kind: 'customer', id }, input.userAgent)
  ctx.audit({
    action: 'customers:register',
    objectType: 'customer',
    objectId: id,
    version: customer.version + 1,
    changes: [{ field: 'name' }, { field: 'password' }],
  })
  const { contactConsents: wishes, network, locale } = registration
  const said = { customerId: id, wishes, locale, proved: true, network: network ?? undefined }
  await recordTickedConsents(ctx, said, { place: 'registration' })
  await sortCustomer(ctx, id)
  return ok({ customerId: id, sessionToken })
}
