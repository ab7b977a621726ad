import { runCommand, system } from '../../../host/context.ts'
import { formatDate, formatMoney } from '../../../host/i18n/format.ts'
import { defineMail, mailLocale } from '../../../host/mail/mail-kind.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { money } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { lapseCredit } from '../use-cases/change-credit.ts'
import { findEnding, findLapsing, markReminded } from '../use-cases/tend-credit.ts'

const offer = { name: 'text', amount: 'text', day: 'text', link: 'link' } as const

/** What somebody has at the shop ends soon. */
export const creditEndsMail = defineMail({
  kind: 'store-credit-ends',
  audience: 'customer',
  nature: 'transactional',
  values: offer,
  required: { amount: 'function', day: 'function' },
  // i18n-dynamic: gift-cards.credit_mail.*
  words: 'gift-cards.credit_mail',
  template: {
    subject: 'subject',
    blocks: [
      { type: 'paragraph', text: 'greeting' },
      { type: 'paragraph', text: 'opening' },
      { type: 'paragraph', text: 'how' },
      { type: 'button', text: 'open', value: 'link' },
      { type: 'paragraph', text: 'closing' },
    ],
  },
  sample: (locale) => ({
    name: 'Mirandolina',
    amount: formatMoney(money(2_500n, 'EUR'), locale),
    day: formatDate(new Date('2027-03-03T12:00:00Z'), locale, 'UTC'),
    link: 'https://shop.example/account',
  }),
})

/**
 * Each hour: what is left on grants whose last day is over is owed no more, one transaction each; and whose last day comes near is
 * written to once, for all that ends on the same day.
 */
export const tendStoreCredit: JobDefinition = {
  kind: 'tend-store-credit',
  schedule: '35 * * * *',
  run: async (house) => {
    const actor = system('tend-store-credit')
    for (const id of await findLapsing(house)) await runCommand(house, { actor }, (ctx) => lapseCredit(ctx, id))
    for (const ending of await findEnding(house)) {
      const { customerId, entityId, currency, expiresOn, amount, name, email, market } = ending
      const locale = mailLocale(ending.locale)
      await runCommand(house, { actor }, async (ctx) => {
        markReminded(ctx, ending)
        await writeMail(ctx, house, {
          kind: creditEndsMail,
          locale,
          market,
          dedupKey: `store-credit-ends ${customerId} ${entityId} ${currency} ${expiresOn}`,
          ref: customerId,
          recipient: email,
          values: {
            name,
            amount: formatMoney(money(amount, currency), locale),
            day: formatDate(new Date(`${expiresOn}T12:00:00Z`), locale, 'UTC'),
            link: `${house.publicUrl}/${locale}/account`,
          },
        })
        return ok()
      })
    }
  },
}
