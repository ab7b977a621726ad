import { runCommand, system } from '../../../host/context.ts'
import { formatDate, formatMoney } from '../../../host/i18n/format.ts'
import { defineMail } from '../../../host/mail/mail-kind.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { money } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { findTransferToTell } from '../use-cases/find-transfer-to-tell.ts'

const offer = {
  name: 'text',
  number: 'text',
  amount: 'text',
  until: 'text',
  account: 'address',
  link: 'link',
} as const

/** Where the money of an order is to go, on a durable medium: it goes out when an order by transfer is placed. */
export const transferMail = defineMail({
  kind: 'transfer-instructions',
  audience: 'customer',
  nature: 'transactional',
  values: offer,
  required: { account: 'function', link: 'function' },
  // i18n-dynamic: payments.transfer_mail.*
  words: 'payments.transfer_mail',
  template: {
    subject: 'subject',
    blocks: [
      { type: 'heading', text: 'greeting' },
      { type: 'paragraph', text: 'opening' },
      { type: 'address', text: 'to', value: 'account' },
      { type: 'paragraph', text: 'reference' },
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

/** Nothing is sent where no transfer is awaited any more. The mail's key is the order: however often it runs, it is read once. */
export const sendTransferMail: JobDefinition = {
  kind: 'transfer-instructions',
  run: async (house, job) => {
    const orderId = job.ref ?? ''
    const found = await findTransferToTell(house, orderId)
    if (!found) return
    const { transfer, account, link, locale } = found
    const { name, number, market, email, expiresAt } = found.order
    // The last instant of the last day is the first of the next.
    const last = new Date(Date.parse(expiresAt) - 1)
    await runCommand(house, { actor: system('transfer-instructions') }, async (ctx) => {
      await writeMail(ctx, house, {
        kind: transferMail,
        locale,
        market,
        dedupKey: `transfer-instructions ${orderId}`,
        ref: orderId,
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
  },
}
