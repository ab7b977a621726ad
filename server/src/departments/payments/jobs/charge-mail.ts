import { runCommand, system } from '../../../host/context.ts'
import { formatMoney } from '../../../host/i18n/format.ts'
import { defineMail } from '../../../host/mail/mail-kind.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { money } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { findChargeToAsk } from '../use-cases/find-charge-to-ask.ts'

/** Their bank wants the customer before it pays: nothing was charged, and this leads them to the page on which they pay. */
export const chargeMail = defineMail({
  kind: 'charge-needs-you',
  audience: 'customer',
  nature: 'transactional',
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
    const paymentId = job.ref ?? ''
    const charge = await findChargeToAsk(house, paymentId)
    if (!charge) return
    const { orderId: ref, name, number, email: recipient, market, locale, link, amount } = charge
    await runCommand(house, { actor: system('ask-to-confirm') }, async (ctx) => {
      await writeMail(ctx, house, {
        kind: chargeMail,
        dedupKey: `ask-to-confirm ${paymentId} ${String(job.payload['attempt'])}`,
        ...{ locale, market, ref, recipient },
        values: { name, number, amount: formatMoney(amount, locale), link },
      })
      return ok()
    })
  },
}
