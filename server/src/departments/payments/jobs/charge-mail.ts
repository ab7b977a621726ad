import { runCommand, system } from '../../../host/context.ts'
import { formatMoney } from '../../../host/i18n/format.ts'
import { defineMail, mailLocale } from '../../../host/mail/mail-kind.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { money } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { findBalanceDue, getOrder, orderPage } from '../../orders/index.ts'
import { findPaymentAddress } from '../queries/find-payment.ts'

/** Their bank wants the customer before it pays: nothing was charged, and this leads them to the page on which they pay. */
export const chargeMail = defineMail({
  kind: 'charge-needs-you',
  audience: 'customer',
  values: { name: 'text', number: 'text', amount: 'text', link: 'link' },
  required: { amount: 'function', link: 'function' },
  // i18n-dynamic: payments.charge_mail.*
  words: 'payments.charge_mail',
  template: {
    subject: 'subject',
    blocks: [
      { type: 'heading', text: 'greeting' },
      { type: 'paragraph', text: 'opening' },
      { type: 'button', text: 'pay', value: 'link' },
      { type: 'paragraph', text: 'closing' },
    ],
  },
  sample: (locale) => ({
    name: 'Mirandolina',
    number: '100042',
    amount: formatMoney(money(1_250n, 'EUR'), locale),
    link: 'https://shop.example/orders/100042',
  }),
})

/** Once for each try; not where it was paid, or ended, before anybody wrote. */
export const askToConfirmJob: JobDefinition = {
  kind: 'ask-to-confirm',
  run: async (house, job) => {
    const payment = await findPaymentAddress(house.database, job.ref ?? '')
    const order = payment && (await getOrder(house.database, payment.orderId))
    if (!payment || !order?.ok) return
    const { id, name, number, email, market, state } = order.value
    const balance = await findBalanceDue(house.database, id)
    const waits = payment.balanceOf === null ? state === 'awaiting_payment' : balance?.id === payment.balanceOf
    if (!waits) return
    const locale = mailLocale(order.value.locale)
    await runCommand(house, { actor: system('ask-to-confirm') }, async (ctx) => {
      await writeMail(ctx, house, {
        kind: chargeMail,
        locale,
        market,
        dedupKey: `ask-to-confirm ${payment.id} ${String(job.payload['attempt'])}`,
        ref: id,
        recipient: email,
        values: {
          name,
          number,
          amount: formatMoney(money(payment.amount, payment.currency), locale),
          link: orderPage(house, { id, locale }),
        },
      })
      return ok()
    })
  },
}
