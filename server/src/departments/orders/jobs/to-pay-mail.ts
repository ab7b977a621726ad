import { runCommand, system } from '../../../host/context.ts'
import { formatDateTime, formatMoney } from '../../../host/i18n/format.ts'
import { defineMail, mailLocale } from '../../../host/mail/mail-kind.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { money, moneyFromJson } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { findLockedOrder } from '../queries/get-locked-order.ts'
import { getOrder } from '../queries/read-orders.ts'
import { orderPage } from '../use-cases/order-page.ts'
import { mailLines } from './mail-lines.ts'

const offer = { name: 'text', number: 'text', total: 'text', until: 'text', link: 'link', lines: 'lines' } as const

/** Staff took an order for somebody: here they see it whole and confirm it by paying (Directive 2011/83/EU, art. 8(2) and 8(6)). */
export const toPayMail = defineMail({
  kind: 'order-to-pay',
  audience: 'customer',
  values: offer,
  required: { lines: 'law', total: 'law', link: 'function' },
  // i18n-dynamic: orders.to_pay_mail.*
  words: 'orders.to_pay_mail',
  template: {
    subject: 'subject',
    preheader: 'preheader',
    blocks: [
      { type: 'heading', text: 'greeting' },
      { type: 'paragraph', text: 'opening' },
      { type: 'lines', value: 'lines' },
      { type: 'paragraph', text: 'costs' },
      { type: 'button', text: 'confirm', value: 'link' },
      { type: 'paragraph', text: 'otherwise' },
      { type: 'paragraph', text: 'closing' },
    ],
  },
  sample: (locale) => {
    const price = (amount: bigint) => formatMoney(money(amount, 'EUR'), locale)
    return {
      name: 'Mirandolina',
      number: '1042',
      total: price(4_850n),
      until: formatDateTime(new Date('2027-03-03T12:00:00Z'), locale, 'Europe/Rome'),
      link: 'https://shop.example/orders/1042',
      lines: [{ what: 'Tazza «Onda»', quantity: 2, total: price(3_600n) }],
    }
  },
})

/** Once; not where it was paid, cleared or called off before anybody wrote, nor where its money comes by another way. */
export const askPaymentJob: JobDefinition = {
  kind: 'ask-payment',
  run: async (house, job) => {
    const order = await getOrder(house.database, job.ref ?? '')
    if (!order.ok || order.value.state !== 'awaiting_payment') return
    const { id, email, market, name, number, total, expiresAt, lines } = order.value
    const locale = mailLocale(order.value.locale)
    await runCommand(house, { actor: system('ask-payment') }, async (ctx) => {
      const known = await findLockedOrder(ctx, id)
      if (!known || known.cleared !== null) return ok()
      await writeMail(ctx, house, {
        kind: toPayMail,
        locale,
        market,
        dedupKey: `order-to-pay ${id}`,
        ref: id,
        recipient: email,
        values: {
          name,
          number,
          total: formatMoney(moneyFromJson(total), locale),
          until: formatDateTime(new Date(expiresAt), locale, known.timeZone),
          link: orderPage(house, { id, locale }),
          lines: mailLines(lines, (one) => formatMoney(moneyFromJson(one), locale)),
        },
      })
      return ok()
    })
  },
}
