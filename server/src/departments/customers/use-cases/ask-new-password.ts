import { answerQuietly } from '../../../host/auth/quiet-answer.ts'
import { issueSingleUseToken } from '../../../host/auth/sessions.ts'
import { runCommand, type House } from '../../../host/context.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { isEmail } from '../../../kernel/text.ts'
import { normalEmail } from '../domain/customer.ts'
import { refusals } from '../domain/refusals.ts'
import { findCredentials } from '../queries/find-credentials.ts'
import { accountPassword } from './account-mails.ts'

export const NEW_PASSWORD = 'customer-password'

export interface AskNewPasswordInput {
  readonly email: string
  readonly locale: Locale
  readonly requestId?: string | undefined
}

/**
 * A link for whoever forgot their password, or ordered as a guest and wants an account: who reads the mail owns the address. To one that
 * is not known nothing goes; the answer is the same, after the same time.
 */
export async function askNewPassword(house: House, input: AskNewPasswordInput): Promise<Result<void>> {
  const email = normalEmail(input.email)
  if (!isEmail(email)) return refusals.invalid_email({ field: 'email' })
  return answerQuietly(mailLink(house, { ...input, email }))
}

function mailLink(house: House, { email, locale, requestId }: AskNewPasswordInput): Promise<Result<void>> {
  return runCommand(house, { actor: { kind: 'guest' }, requestId }, async (ctx) => {
    const known = await findCredentials(ctx.tx, email)
    if (!known) return ok()
    const token = issueSingleUseToken(ctx, NEW_PASSWORD, known.owner.id)
    const link = `${house.publicUrl}/${locale}/account/password/new?token=${token}`
    const dedupKey = `customer-password:${ctx.newId()}`
    await writeMail(ctx, house, {
      ...{ locale, dedupKey, recipient: email, kind: accountPassword },
      values: { name: known.owner.name, link },
    })
    return ok()
  })
}
