import { formatMoney } from '../../../host/i18n/format.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { defineMail, type MailValues } from '../../../host/mail/mail-kind.ts'
import { money } from '../../../kernel/money.ts'
import type { MinorUnits } from '../domain/order-content.ts'
import type { Amendment } from '../queries/list-amendments.ts'
import type { OrderDetail } from '../queries/read-orders.ts'
import { mailLines } from './mail-lines.ts'

const offer = {
  name: 'text',
  number: 'text',
  before: 'text',
  total: 'text',
  back: 'text',
  due: 'text',
  link: 'link',
  lines: 'lines',
} as const

/** What was agreed has become something else: who bought it has to know what, and what becomes of the money. */
export const orderChanged = defineMail({
  kind: 'order-changed',
  audience: 'customer',
  nature: 'transactional',
  values: offer,
  required: { lines: 'law', link: 'function' },
  // i18n-dynamic: orders.changed_mail.*
  words: 'orders.changed_mail',
  template: {
    subject: 'subject',
    preheader: 'preheader',
    blocks: [
      { type: 'heading', text: 'greeting' },
      { type: 'paragraph', text: 'opening' },
      { type: 'lines', value: 'lines' },
      { type: 'paragraph', text: 'costs' },
      { type: 'paragraph', text: 'goes_back', when: { value: 'back', is: 'there' } },
      { type: 'paragraph', text: 'to_pay', when: { value: 'due', is: 'there' } },
      { type: 'button', text: 'follow', value: 'link' },
      { type: 'paragraph', text: 'closing' },
    ],
  },
  sample: (locale) => {
    const price = (amount: bigint) => formatMoney(money(amount, 'EUR'), locale)
    return {
      name: 'Mirandolina',
      number: '1042',
      before: price(4_850n),
      total: price(3_600n),
      back: price(1_250n),
      due: '',
      link: 'https://shop.example/orders/1042',
      lines: [{ what: 'Tazza «Onda»', quantity: 2, total: price(3_600n) }],
    }
  },
})

/** What the order holds since a change of it, and what is given back or asked for. */
export function changedValues(
  order: OrderDetail,
  { before, after, paid }: Amendment,
  { locale, link }: { readonly locale: Locale; readonly link: string },
): MailValues<typeof offer> {
  const price = (amount: MinorUnits) => formatMoney(money(amount, order.total.currency), locale)
  const less = before.total - after.total
  return {
    name: order.name,
    number: order.number,
    before: price(before.total),
    total: price(after.total),
    back: paid && less > 0 ? price(less) : '',
    due: paid ? '' : price(after.total),
    link,
    lines: mailLines(after.lines, price),
  }
}
