import { findPasswordWeakness } from '../../../host/auth/password-rules.ts'
import { hashPassword } from '../../../host/auth/passwords.ts'
import { endSessionsOf, openSession, spendSingleUseToken } from '../../../host/auth/sessions.ts'
import { runCommand, type House } from '../../../host/context.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { CustomerId } from '../domain/customer.ts'
import { refusals } from '../domain/refusals.ts'
import { lockCustomer, readContact, storeRegistered } from '../store/customers.ts'
import { accountPasswordChanged } from './account-mails.ts'
import { NEW_PASSWORD } from './ask-new-password.ts'
import { sortCustomer } from './sort-customers.ts'

export interface SetNewPasswordInput {
  readonly token: string
  readonly password: string
  readonly locale: Locale
  readonly userAgent?: string | undefined
  readonly requestId?: string | undefined
}

/**
 * Spends the link, ends every session and signs in. Whoever had ordered as a guest is registered by it. A password that is too weak spends
 * nothing: the same link takes a better one. Takes the house, so that argon2 computes before the transaction begins.
 */
export async function setNewPassword(
  house: House,
  { token, password, locale, userAgent, requestId }: SetNewPasswordInput,
): Promise<Result<{ customerId: CustomerId; sessionToken: string }>> {
  const weak = findPasswordWeakness(password, '')
  if (weak) return refusals.weak_password({ field: 'password', params: { ...weak } })
  const passwordHash = await hashPassword(password)
  return runCommand(house, { actor: { kind: 'guest' }, requestId }, async (ctx) => {
    const id = await spendSingleUseToken(ctx, NEW_PASSWORD, token)
    const customer = id === undefined ? undefined : await lockCustomer(ctx.tx, id)
    const contact = customer && (await readContact(ctx.tx, customer.id))
    if (!customer || !contact) return refusals.password_link_spent({ field: 'token' })
    const telling = findPasswordWeakness(password, contact.email)
    if (telling) return refusals.weak_password({ field: 'password', params: { ...telling } })
    storeRegistered(ctx, customer.id, { name: contact.name, passwordHash })
    endSessionsOf(ctx, 'customer', customer.id)
    const sessionToken = openSession(ctx, { kind: 'customer', id: customer.id }, userAgent)
    ctx.audit({
      action: 'customers:change-password',
      objectType: 'customer',
      objectId: customer.id,
      version: customer.version + 1,
      changes: [{ field: 'password' }],
    })
    // Whoever did not ask for it learns of it at once.
    await writeMail(ctx, house, {
      ...{ locale, dedupKey: `customer-password-changed:${ctx.newId()}`, recipient: contact.email },
      ...{ kind: accountPasswordChanged, values: { name: contact.name } },
    })
    await sortCustomer(ctx, customer.id)
    return ok({ customerId: customer.id, sessionToken })
  })
}
