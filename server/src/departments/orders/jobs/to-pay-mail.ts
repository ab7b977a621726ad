import { runCommand, system, type Context } from '../../../host/context.ts'
import { formatDateTime, formatMoney } from '../../../host/i18n/format.ts'
import { defineMail, mailLocale } from '../../../host/mail/mail-kind.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { money } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { findDeferral } from '../queries/balances.ts'
import { findLockedOrder } from '../queries/get-locked-order.ts'
import { getOrder, type OrderDetail } from '../queries/read-orders.ts'
import { orderPage } from '../use-cases/order-page.ts'
import { dayIn } from './late-mail.ts'
import { mailLines } from './mail-lines.ts'

const offer = {
  name: 'text',
  number: 'text',
  total: 'text',
  due: 'text',
  covered: 'text',
  later: 'text',
  ready: 'text',
  until: 'text',
  again: 'text',
  link: 'link',
  lines: 'lines',
} as const

/** Staff took an order for somebody: here they see it whole and confirm it by paying (Directive 2011/83/EU, art. 8(2) and 8(6)). */
export const toPayMail = defineMail({
  kind: 'order-to-pay',
  audience: 'customer',
  nature: 'transactional',
  values: offer,
  required: { lines: 'law', total: 'law', link: 'function' },
  // i18n-dynamic: orders.to_pay_mail.*
  words: 'orders.to_pay_mail',
  template: {
    subject: 'subject',
    preheader: 'preheader',
    blocks: [
      { type: 'heading', text: 'greeting' },
      { type: 'paragraph', text: 'opening', when: { value: 'again', is: 'missing' } },
      { type: 'paragraph', text: 'reminding', when: { value: 'again', is: 'there' } },
      { type: 'lines', value: 'lines' },
      { type: 'paragraph', text: 'costs' },
      { type: 'paragraph', text: 'left', when: { value: 'covered', is: 'there' } },
      { type: 'paragraph', text: 'deposit', when: { value: 'later', is: 'there' } },
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
      due: price(3_850n),
      covered: price(1_000n),
      later: '',
      ready: '',
      again: '',
      until: formatDateTime(new Date('2027-03-03T12:00:00Z'), locale, 'Europe/Rome'),
      link: 'https://shop.example/orders/1042',
      lines: [{ what: 'Tazza «Onda»', quantity: 2, total: price(3_600n) }],
    }
  },
})

/**
 * Once for each time that it was sent; not where it was paid, cleared or called off before anybody wrote, nor where its money comes by another
 * way. `due`: what gift cards leave, or what of pre-ordered goods is paid now.
 */
export const askPaymentJob: JobDefinition = {
  kind: 'ask-payment',
  run: async (house, job) => {
    const order = await getOrder(house.database, job.ref ?? '')
    if (!order.ok || order.value.state !== 'awaiting_payment') return
    const { id, email, market, name, number, expiresAt } = order.value
    const locale = mailLocale(order.value.locale)
    const time = Number(job.payload['time'] ?? 1)
    await runCommand(house, { actor: system('ask-payment') }, async (ctx) => {
      const known = await findLockedOrder(ctx, id)
      if (!known || known.cleared !== null) return ok()
      await writeMail(ctx, house, {
        kind: toPayMail,
        locale,
        market,
        dedupKey: time === 1 ? `order-to-pay ${id}` : `order-to-pay ${id} ${time}`,
        ref: id,
        recipient: email,
        values: {
          name,
          number,
          ...(await amountsOf(ctx, order.value, job.payload['due'])),
          until: formatDateTime(new Date(expiresAt), locale, known.timeZone),
          again: time === 1 ? '' : String(time),
          link: orderPage(house, { id, locale }),
        },
      })
      return ok()
    })
  },
}

/** Of a pre-order the order is worth what is paid now: what it costs in all stands in what it will be. */
async function amountsOf(ctx: Context, { id, locale: said, total, lines }: OrderDetail, asked: unknown) {
  const locale = mailLocale(said)
  const deferral = await findDeferral(ctx.tx, id)
  const price = (amount: number) => formatMoney(money(amount, total.currency), locale)
  const whole = total.amount + (deferral?.later ?? 0)
  const due = typeof asked === 'number' ? asked : total.amount
  const covered = total.amount - due
  const priced = deferral?.lines ?? lines.map((line) => ({ ...line, total: line.total.amount }))
  return {
    total: price(whole),
    due: price(due),
    covered: covered > 0 ? price(covered) : '',
    later: deferral ? price(deferral.later) : '',
    ready: deferral ? dayIn(deferral.readyOn, locale) : '',
    lines: mailLines(priced, price),
  }
}
