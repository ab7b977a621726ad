import { formatMoney } from '../../../host/i18n/format.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { defineMail, type MailValues } from '../../../host/mail/mail-kind.ts'
import { money } from '../../../kernel/money.ts'
import type { Amendment } from '../queries/list-amendments.ts'
import type { OrderDetail } from '../queries/read-orders.ts'
import { mailLines } from './mail-lines.ts'

const offer = { name: 'text', number: 'text', amount: 'text', total: 'text', link: 'link', lines: 'lines' } as const

/** The rest of a pre-ordered order is there, or was let go: nothing is to be paid any more. */
export const restPaidMail = defineMail({
  kind: 'order-rest-paid',
  audience: 'customer',
  nature: 'transactional',
  values: offer,
  required: { lines: 'law', total: 'law', link: 'function' },
  // i18n-dynamic: orders.rest_paid_mail.*
  words: 'orders.rest_paid_mail',
  template: {
    subject: 'subject',
    preheader: 'preheader',
    blocks: [
      { type: 'heading', text: 'greeting' },
      { type: 'paragraph', text: 'received', when: { value: 'amount', is: 'there' } },
      { type: 'lines', value: 'lines' },
      { type: 'paragraph', text: 'whole' },
      { type: 'button', text: 'follow', value: 'link' },
      { type: 'paragraph', text: 'closing' },
    ],
  },
  sample: (locale) => {
    const price = (amount: bigint) => formatMoney(money(amount, 'EUR'), locale)
    return {
      name: 'Mirandolina',
      number: '1042',
      amount: price(4_890n),
      total: price(5_970n),
      link: 'https://shop.example/orders/1042',
      lines: [{ what: 'Tazza «Onda»', quantity: 3, total: price(5_400n) }],
    }
  },
})

export function restPaidValues(
  { name, number, total: { currency } }: OrderDetail,
  { before, after }: Amendment,
  { locale, link }: { readonly locale: Locale; readonly link: string },
): MailValues<typeof offer> {
  const price = (amount: number) => formatMoney(money(amount, currency), locale)
  const more = after.total - before.total
  const lines = mailLines(after.lines, price)
  return { name, number, amount: more > 0 ? price(more) : '', total: price(after.total), link, lines }
}
