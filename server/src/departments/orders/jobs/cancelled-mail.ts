import { formatDateTime, formatMoney } from '../../../host/i18n/format.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { defineMail, type MailValues } from '../../../host/mail/mail-kind.ts'
import { money, moneyFromJson } from '../../../kernel/money.ts'
import type { OrderDetail } from '../queries/read-orders.ts'
import { mailLines } from './mail-lines.ts'

const offer = {
  name: 'text',
  number: 'text',
  cancelled_at: 'text',
  by_buyer: 'text',
  back: 'text',
  reason: 'notes',
  lines: 'lines',
  link: 'link',
} as const

/** That an order is called off, by whom, and what becomes of the money: for who did it themselves the receipt of it. */
export const orderCancelled = defineMail({
  kind: 'order-cancelled',
  audience: 'customer',
  nature: 'transactional',
  values: offer,
  required: { cancelled_at: 'law', back: 'law' },
  // i18n-dynamic: orders.cancelled_mail.*
  words: 'orders.cancelled_mail',
  template: {
    subject: 'subject',
    preheader: 'preheader',
    blocks: [
      { type: 'heading', text: 'greeting' },
      { type: 'paragraph', text: 'by_you', when: { value: 'by_buyer', is: 'there' } },
      { type: 'paragraph', text: 'by_us', when: { value: 'by_buyer', is: 'missing' } },
      { type: 'paragraph', text: 'held' },
      { type: 'lines', value: 'lines' },
      { type: 'paragraph', text: 'why', when: { value: 'reason', is: 'there' } },
      { type: 'notes', value: 'reason' },
      { type: 'paragraph', text: 'goes_back', when: { value: 'back', is: 'there' } },
      { type: 'paragraph', text: 'nothing_charged', when: { value: 'back', is: 'missing' } },
      { type: 'button', text: 'follow', value: 'link' },
      { type: 'paragraph', text: 'closing' },
    ],
  },
  sample: (locale) => ({
    name: 'Mirandolina',
    number: '1042',
    cancelled_at: formatDateTime(new Date('2027-03-03T09:12:00Z'), locale, 'Europe/Rome'),
    by_buyer: '',
    back: formatMoney(money(4_850n, 'EUR'), locale),
    reason: [],
    lines: [{ what: 'Tazza «Onda»', quantity: 2, total: formatMoney(money(3_600n, 'EUR'), locale) }],
    link: 'https://shop.example/orders/1042',
  }),
})

/** What staff write as a reason is theirs; what the buyer wrote is said back to them. */
export function cancelledValues(
  order: OrderDetail,
  { locale, link, zone }: { readonly locale: Locale; readonly link: string; readonly zone: string },
): MailValues<typeof offer> {
  const { cancellation, paidAt, lines, name, number, total } = order
  const byBuyer = cancellation !== null && isBuyer(cancellation.actor)
  const at = new Date(cancellation?.at ?? order.placedAt)
  return {
    name,
    number,
    cancelled_at: formatDateTime(at, locale, zone),
    by_buyer: byBuyer ? name : '',
    back: paidAt === null || total.amount === 0 ? '' : formatMoney(moneyFromJson(total), locale),
    reason: byBuyer && cancellation.reason !== '' ? [cancellation.reason] : [],
    lines: mailLines(lines, (one) => formatMoney(moneyFromJson(one), locale)),
    link,
  }
}

/** As the row of the cancellation says who did it. */
const isBuyer = (actor: string): boolean => actor === 'guest' || actor.startsWith('customer:')
