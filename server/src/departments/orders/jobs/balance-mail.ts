import { runCommand, system } from '../../../host/context.ts'
import { formatDate, formatMoney } from '../../../host/i18n/format.ts'
import { defineMail, mailLocale } from '../../../host/mail/mail-kind.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { money } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { findBalance } from '../queries/balances.ts'
import { findLockedOrder } from '../queries/get-locked-order.ts'
import { getOrder } from '../queries/read-orders.ts'
import { orderPage } from '../use-cases/order-page.ts'
import { mailLines } from './mail-lines.ts'

const offer = {
  name: 'text',
  number: 'text',
  amount: 'text',
  total: 'text',
  until: 'text',
  link: 'link',
  lines: 'lines',
} as const

/** A change makes a paid order dearer: who bought it agrees by paying the difference, or leaves it, and is told until when. */
export const balanceMail = defineMail({
  kind: 'order-balance',
  audience: 'customer',
  nature: 'transactional',
  values: offer,
  required: { lines: 'law', amount: 'law', link: 'function' },
  // i18n-dynamic: orders.balance_mail.*
  words: 'orders.balance_mail',
  template: {
    subject: 'subject',
    preheader: 'preheader',
    blocks: [
      { type: 'heading', text: 'greeting' },
      { type: 'paragraph', text: 'opening' },
      { type: 'lines', value: 'lines' },
      { type: 'paragraph', text: 'costs' },
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
      amount: price(1_250n),
      total: price(6_100n),
      until: formatDate(new Date('2027-03-03T12:00:00Z'), locale, 'Europe/Rome'),
      link: 'https://shop.example/orders/1042',
      lines: [{ what: 'Tazza «Onda»', quantity: 3, total: price(6_100n) }],
    }
  },
})

/** Asks for the difference, once; not where it was settled before anybody wrote. */
export const askBalanceJob: JobDefinition = {
  kind: 'ask-balance',
  run: async (house, job) => {
    const order = await getOrder(house.database, job.ref ?? '')
    const balance = await findBalance(house.database, String(job.payload['balanceId'] ?? ''))
    if (!order.ok || !balance || balance.outcome !== null) return
    const { id, email, market, name, number } = order.value
    const locale = mailLocale(order.value.locale)
    const price = (amount: number) => formatMoney(money(amount, balance.currency), locale)
    await runCommand(house, { actor: system('ask-balance') }, async (ctx) => {
      const { timeZone = 'UTC' } = (await findLockedOrder(ctx, id)) ?? {}
      await writeMail(ctx, house, {
        kind: balanceMail,
        locale,
        market,
        dedupKey: `order-balance ${balance.id}`,
        ref: id,
        recipient: email,
        values: {
          name,
          number,
          amount: price(balance.amount),
          total: price(balance.after.total),
          until: formatDate(balance.expiresAt, locale, timeZone),
          link: orderPage(house, { id, locale }),
          lines: mailLines(balance.after.lines, price),
        },
      })
      return ok()
    })
  },
}
