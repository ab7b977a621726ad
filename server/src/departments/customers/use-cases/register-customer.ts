import { findPasswordWeakness } from '../../../host/auth/password-rules.ts'
import { hashPassword } from '../../../host/auth/passwords.ts'
import { issueSingleUseToken } from '../../../host/auth/sessions.ts'
import { runCommand, type House } from '../../../host/context.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { isEmail } from '../../../kernel/text.ts'
import { networkOf } from '../domain/consent.ts'
import { normalEmail } from '../domain/customer.ts'
import { refusals } from '../domain/refusals.ts'
import { findCredentials } from '../queries/find-credentials.ts'
import { accountConfirmation, accountKnown } from './account-mails.ts'
import { deleteOldRegistrations, insertRegistration, type RegisteredConsent } from '../store/registrations.ts'

export const REGISTRATION = 'customer-registration'

export interface RegisterCustomerInput {
  readonly email: string
  readonly name: string
  readonly password: string
  readonly locale: Locale
  readonly requestId?: string | undefined
  /** Boxes that were ticked; they count once the address is confirmed. */
  readonly contactConsents?: readonly RegisteredConsent[] | undefined
  readonly ip?: string | undefined
}

/**
 * Opens nothing yet: the answer is the same whether the address is known or not, and after the same work; what follows goes
 * to the address by mail. So nobody learns who is a customer, and nobody gets at the orders of an address that is not theirs.
 * Takes the house, not a context, so that argon2 computes before the transaction begins.
 */
export async function registerCustomer(house: House, input: RegisterCustomerInput): Promise<Result<void>> {
  const email = normalEmail(input.email)
  if (!isEmail(email)) return refusals.invalid_email({ field: 'email' })
  const weakness = findPasswordWeakness(input.password, email)
  if (weakness) return refusals.weak_password({ field: 'password', params: { ...weakness } })
  const passwordHash = await hashPassword(input.password)
  const name = input.name.trim()
  return runCommand(house, { actor: { kind: 'guest' }, requestId: input.requestId }, async (ctx) => {
    const known = await findCredentials(ctx.tx, email)
    const id = ctx.newId<'registration'>()
    const envelope = { locale: input.locale, dedupKey: `registration:${id}`, recipient: email }
    if (known && known.passwordHash !== null) {
      await writeMail(ctx, house, { ...envelope, kind: accountKnown, values: { name: known.owner.name } })
      return ok()
    }
    deleteOldRegistrations(ctx)
    const { locale, contactConsents = [], ip } = input
    const network = ip === undefined || contactConsents.length === 0 ? null : networkOf(ip)
    insertRegistration(ctx, id, { email, name, locale, passwordHash, contactConsents, network })
    const token = issueSingleUseToken(ctx, REGISTRATION, id)
    const link = `${house.publicUrl}/${input.locale}/account/confirm?token=${token}`
    await writeMail(ctx, house, { ...envelope, kind: accountConfirmation, values: { name, link } })
    return ok()
  })
}
