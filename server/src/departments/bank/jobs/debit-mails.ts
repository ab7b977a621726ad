import { runCommand, system } from '../../../host/context.ts'
import { formatDate, formatMoney } from '../../../host/i18n/format.ts'
import { defaultLocale } from '../../../host/i18n/locales.ts'
import { defineMail } from '../../../host/mail/mail-kind.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { money } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { findDebitToTell } from '../use-cases/announce-debit.ts'
import { askWhatNow, keepDebits } from '../use-cases/change-debits.ts'
import { reasonWords } from '../use-cases/reason-words.ts'

const DAY = new Date('2027-03-03T12:00:00Z')

/** What is collected, when, and under what: without it nothing may be collected (EPC016-06, 4.3.4). */
export const announcementMail = defineMail({
  kind: 'direct-debit-announced',
  audience: 'customer',
  nature: 'transactional',
  values: {
    name: 'text',
    number: 'text',
    amount: 'text',
    day: 'text',
    account: 'text',
    mandate: 'text',
    creditor: 'text',
    link: 'link',
  },
  required: { amount: 'law', day: 'law', mandate: 'law', creditor: 'law' },
  // i18n-dynamic: bank.announcement_mail.*
  words: 'bank.announcement_mail',
  template: {
    subject: 'subject',
    blocks: [
      { type: 'heading', text: 'greeting' },
      { type: 'paragraph', text: 'opening' },
      { type: 'paragraph', text: 'under' },
      { type: 'button', text: 'open', value: 'link' },
      { type: 'paragraph', text: 'closing' },
    ],
  },
  sample: (locale) => ({
    ...{ name: 'Mirandolina', number: '100042', amount: formatMoney(money(4_850n, 'EUR'), locale) },
    ...{
      day: formatDate(DAY, locale, 'UTC'),
      account: '3456',
      mandate: 'M-100042',
      creditor: 'IT66ZZZA1B2C3D4E5F6G7H8',
    },
    link: 'https://shop.example/orders/100042',
  }),
})

/** The bank did not collect, or took back. */
export const takenBackMail = defineMail({
  kind: 'direct-debit-back',
  audience: 'customer',
  nature: 'transactional',
  values: { name: 'text', number: 'text', amount: 'text', account: 'text', reason: 'text', link: 'link' },
  required: { amount: 'function' },
  // i18n-dynamic: bank.back_mail.*
  words: 'bank.back_mail',
  template: {
    subject: 'subject',
    blocks: [
      { type: 'heading', text: 'greeting' },
      { type: 'paragraph', text: 'opening' },
      { type: 'paragraph', text: 'next' },
      { type: 'button', text: 'open', value: 'link' },
      { type: 'paragraph', text: 'closing' },
    ],
  },
  sample: (locale) => ({
    ...{ name: 'Mirandolina', number: '100042', amount: formatMoney(money(4_850n, 'EUR'), locale) },
    ...{ account: '3456', reason: '·', link: 'https://shop.example/orders/100042' },
  }),
})

export const announceDirectDebit: JobDefinition = {
  kind: 'announce-direct-debit',
  run: async (house, job) => {
    const found = await findDebitToTell(house, job.ref ?? '')
    if (!found || found.debit.state !== 'due') return
    const { debit, order, locale, link } = found
    const { mandate, amount, dueOn } = debit
    await runCommand(house, { actor: system('announce-direct-debit') }, async (ctx) => {
      await writeMail(ctx, house, {
        ...{ kind: announcementMail, locale, market: order.market, ref: debit.orderId, recipient: order.email },
        dedupKey: `direct-debit-announced ${debit.id} ${amount} ${dueOn}`,
        values: {
          ...{ name: order.name, number: order.number, amount: formatMoney(money(amount, 'EUR'), locale), link },
          ...{ day: formatDate(new Date(`${dueOn}T12:00:00Z`), locale, 'UTC'), account: mandate.ibanEndsOn },
          ...{ mandate: mandate.reference, creditor: mandate.creditorId },
        },
      })
      return ok()
    })
  },
}

export const tellDirectDebitBack: JobDefinition = {
  kind: 'tell-direct-debit-back',
  run: async (house, job) => {
    const found = await findDebitToTell(house, job.ref ?? '')
    if (!found || found.debit.reason === null) return
    const { debit, order, locale, link } = found
    const { reason } = debit
    const said = reasonWords(house.translations.for(locale), reason)
    // To-dos are read by whoever takes them, so they are written in the house's own language.
    const translate = house.translations.for(defaultLocale)
    await runCommand(house, { actor: system('tell-direct-debit-back') }, async (ctx) => {
      await writeMail(ctx, house, {
        ...{ kind: takenBackMail, locale, market: order.market, ref: debit.orderId, recipient: order.email },
        dedupKey: `direct-debit-back ${debit.id}`,
        values: {
          ...{ name: order.name, number: order.number, amount: formatMoney(money(debit.amount, 'EUR'), locale), link },
          ...{ account: debit.mandate.ibanEndsOn, reason: said ?? reason ?? '' },
        },
      })
      return askWhatNow(ctx, debit.id, ({ orderNumber: number, amount }) => ({
        title: translate('bank.debits.todo', { number, amount: formatMoney(money(amount, 'EUR'), defaultLocale) }),
        note: reasonWords(translate, reason) ?? reason ?? '',
      }))
    })
  },
}

export const keepDirectDebits: JobDefinition = {
  kind: 'keep-direct-debits',
  schedule: '35 * * * *',
  run: (house) => keepDebits(house),
}
