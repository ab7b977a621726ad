import { runCommand, system } from '../../../host/context.ts'
import { defaultLocale } from '../../../host/i18n/locales.ts'
import { mailLocale } from '../../../host/mail/mail-kind.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { ok } from '../../../kernel/result.ts'
import { askToDecide } from '../use-cases/ask-to-decide.ts'
import { findLetter } from '../use-cases/find-letter.ts'
import { receiptValues, withdrawalReceipt } from './withdrawal-mail.ts'

/** Mails the receipt to the address that was given, once: the mail's key is the withdrawal. And asks those who decide to look at it. */
export const acknowledgeWithdrawal: JobDefinition = {
  kind: 'acknowledge-withdrawal',
  run: async (house, job) => {
    const found = await findLetter(house.database, job.ref ?? '')
    if (!found) throw new Error('the withdrawal of this receipt does not exist')
    const { withdrawal, zone } = found
    const locale = mailLocale(withdrawal.locale)
    await runCommand(house, { actor: system('acknowledge-withdrawal') }, async (ctx) => {
      await writeMail(ctx, house, {
        kind: withdrawalReceipt,
        locale,
        market: withdrawal.market,
        dedupKey: `withdrawal-receipt ${withdrawal.id}`,
        ref: withdrawal.id,
        recipient: withdrawal.email,
        values: receiptValues(withdrawal, { locale, zone, translations: house.translations }),
      })
      await askToDecide(ctx, { withdrawal, translate: house.translations.for(defaultLocale) })
      return ok()
    })
  },
}
