import { runCommand, system } from '../../../host/context.ts'
import { formatDate, formatMoney } from '../../../host/i18n/format.ts'
import { defineMail } from '../../../host/mail/mail-kind.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { money } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { findTransfersToRemind } from '../use-cases/find-transfers-to-remind.ts'

const offer = {
  name: 'text',
  number: 'text',
  amount: 'text',
  until: 'text',
  account: 'address',
  link: 'link',
} as const

/** The money of an order by transfer is not here, and its time is nearly over. */
export const reminderMail = defineMail({
  kind: 'transfer-reminder',
  audience: 'customer',
  nature: 'transactional',
  values: offer,
  required: { account: 'function', link: 'function' },
  // i18n-dynamic: bank.reminder_mail.*
  words: 'bank.reminder_mail',
  template: {
    subject: 'subject',
    blocks: [
      { type: 'heading', text: 'greeting' },
      { type: 'paragraph', text: 'opening' },
      { type: 'address', text: 'to', value: 'account' },
      { type: 'paragraph', text: 'crossed' },
      { type: 'button', text: 'open', value: 'link' },
      { type: 'paragraph', text: 'closing' },
    ],
  },
  sample: (locale) => ({
    name: 'Mirandolina',
    number: '100042',
    amount: formatMoney(money(4_850n, 'EUR'), locale),
    until: formatDate(new Date('2027-03-03T12:00:00Z'), locale, 'UTC'),
    account: ['Bottega Laguna S.r.l.', 'IT60 X054 2811 1010 0000 0123 456', 'RF12 1000 42'],
    link: 'https://shop.example/orders/100042',
  }),
})

/** Each hour those whose time comes. The mail's key is the order: however often it runs, each is reminded once. */
export const remindOfTransfers: JobDefinition = {
  kind: 'remind-of-transfers',
  schedule: '20 * * * *',
  run: async (house) => {
    for (const { order, transfer, account, link, locale } of await findTransfersToRemind(house)) {
      const { id, name, number, market, email, expiresAt } = order
      // The last instant of the last day is the first of the next.
      const last = new Date(Date.parse(expiresAt) - 1)
      await runCommand(house, { actor: system('remind-of-transfers') }, async (ctx) => {
        await writeMail(ctx, house, {
          kind: reminderMail,
          locale,
          market,
          dedupKey: `transfer-reminder ${id}`,
          ref: id,
          recipient: email,
          values: {
            name,
            number,
            amount: formatMoney(transfer.amount, locale),
            until: formatDate(last, locale, transfer.timeZone),
            account: [...account],
            link,
          },
        })
        return ok()
      })
    }
  },
}
