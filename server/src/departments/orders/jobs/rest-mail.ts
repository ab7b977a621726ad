import { runCommand, system } from '../../../host/context.ts'
import { formatDate, formatMoney } from '../../../host/i18n/format.ts'
import { defineMail, mailLocale } from '../../../host/mail/mail-kind.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { money } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { findBalanceDue } from '../queries/balances.ts'
import { findLockedOrder } from '../queries/get-locked-order.ts'
import { getOrder } from '../queries/read-orders.ts'
import { orderPage } from '../use-cases/order-page.ts'
import { mailLines } from './mail-lines.ts'

const offer = {
  name: 'text',
  number: 'text',
  amount: 'text',
  paid: 'text',
  until: 'text',
  reminder: 'text',
  link: 'link',
  lines: 'lines',
} as const

/** Pre-ordered goods are there: the rest is asked for, and once more before the time for it is over. */
export const restMail = defineMail({
  kind: 'order-rest',
  audience: 'customer',
  nature: 'transactional',
  values: offer,
  required: { lines: 'law', amount: 'law', until: 'law', link: 'function' },
  // i18n-dynamic: orders.rest_mail.*
  words: 'orders.rest_mail',
  template: {
    subject: 'subject',
    preheader: 'preheader',
    blocks: [
      { type: 'heading', text: 'greeting' },
      { type: 'paragraph', text: 'opening', when: { value: 'reminder', is: 'missing' } },
      { type: 'paragraph', text: 'reminding', when: { value: 'reminder', is: 'there' } },
      { type: 'lines', value: 'lines' },
      { type: 'paragraph', text: 'rest', when: { value: 'paid', is: 'there' } },
      { type: 'paragraph', text: 'whole', when: { value: 'paid', is: 'missing' } },
      { type: 'button', text: 'pay', value: 'link' },
      { type: 'paragraph', text: 'otherwise' },
      { type: 'paragraph', text: 'closing' },
    ],
  },
  sample: (locale) => {
    const price = (amount: bigint) => formatMoney(money(amount, 'EUR'), locale)
    return {
      name: 'Mirandolina',
      number: '1042',
      amount: price(4_890n),
      paid: price(1_080n),
      until: formatDate(new Date('2027-03-17T12:00:00Z'), locale, 'Europe/Rome'),
      reminder: '',
      link: 'https://shop.example/orders/1042',
      lines: [{ what: 'Tazza «Onda»', quantity: 3, total: price(5_400n) }],
    }
  },
})

/** Asks for the rest, or reminds of it, once each; not where it was settled before anybody wrote. */
export const tellRestJob: JobDefinition = {
  kind: 'tell-rest',
  run: async (house, job) => {
    const isReminder = job.payload['reminder'] === true
    const order = await getOrder(house.database, job.ref ?? '')
    const due = order.ok ? await findBalanceDue(house.database, order.value.id) : undefined
    if (!order.ok || due?.kind !== 'rest' || due.dueSince === null) return
    const { id, email, market, name, number, total } = order.value
    const locale = mailLocale(order.value.locale)
    const price = (amount: number) => formatMoney(money(amount, due.currency), locale)
    await runCommand(house, { actor: system('tell-rest') }, async (ctx) => {
      const { timeZone = 'UTC' } = (await findLockedOrder(ctx, id)) ?? {}
      await writeMail(ctx, house, {
        kind: restMail,
        locale,
        market,
        dedupKey: `order-rest ${due.id} ${isReminder ? 'reminder' : 'asked'}`,
        ref: id,
        recipient: email,
        values: {
          ...{ name, number, amount: price(due.amount), paid: total.amount === 0 ? '' : price(total.amount) },
          // It ends with its last day: the end is the first instant of the next.
          until: formatDate(new Date(due.expiresAt.getTime() - 1), locale, timeZone),
          reminder: isReminder ? number : '',
          link: orderPage(house, { id, locale }),
          lines: mailLines(due.after.lines, price),
        },
      })
      return ok()
    })
  },
}
