import { runCommand, system } from '../../../host/context.ts'
import { defaultLocale, isLocale } from '../../../host/i18n/locales.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { ok } from '../../../kernel/result.ts'
import { findReceipt } from '../use-cases/find-receipt.ts'
import { receiptValues, withdrawalReceipt } from './withdrawal-mail.ts'

/** Mails the receipt to the address that was given; the mail's key is the withdrawal, so that it goes once. */
export const acknowledgeWithdrawal: JobDefinition = {
  kind: 'acknowledge-withdrawal',
  run: async (house, job) => {
    const found = await findReceipt(house.database, job.ref ?? '')
    if (!found) throw new Error('the withdrawal of this receipt does not exist')
    const { withdrawal, zone } = found
    const locale = isLocale(withdrawal.locale) ? withdrawal.locale : defaultLocale
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
      return ok()
    })
  },
}
