import { formatDateTime } from '../../../host/i18n/format.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import type { Translations } from '../../../host/i18n/translate.ts'
import { defineMail, type MailValues } from '../../../host/mail/mail-kind.ts'
import type { Withdrawal } from '../queries/read-withdrawals.ts'

const offer = {
  name: 'text',
  number: 'text',
  order: 'text',
  received_at: 'text',
  from_all: 'text',
  goods: 'notes',
} as const

/** The receipt on a durable medium, with what was stated and when it came (Directive 2011/83/EU, art. 11a (4)). */
export const withdrawalReceipt = defineMail({
  kind: 'withdrawal-receipt',
  audience: 'customer',
  nature: 'transactional',
  values: offer,
  required: { received_at: 'law', order: 'law', name: 'law', goods: 'law' },
  // i18n-dynamic: returns.receipt_mail.*
  words: 'returns.receipt_mail',
  template: {
    subject: 'subject',
    preheader: 'preheader',
    blocks: [
      { type: 'heading', text: 'greeting' },
      { type: 'paragraph', text: 'opening' },
      { type: 'paragraph', text: 'statement' },
      { type: 'paragraph', text: 'whole', when: { value: 'from_all', is: 'there' } },
      { type: 'paragraph', text: 'part', when: { value: 'from_all', is: 'missing' } },
      { type: 'notes', value: 'goods' },
      { type: 'paragraph', text: 'then' },
      { type: 'paragraph', text: 'closing' },
    ],
  },
  sample: (locale) => ({
    name: 'Mirandolina',
    number: 'W-1001',
    order: '100042',
    received_at: formatDateTime(new Date('2027-03-03T09:12:00Z'), locale, 'Europe/Rome'),
    from_all: '',
    goods: ['Tazza «Onda»'],
  }),
})

export function receiptValues(
  { name, number, orderTyped, receivedAt, goods }: Withdrawal,
  {
    locale,
    zone,
    translations,
  }: { readonly locale: Locale; readonly zone: string; readonly translations: Translations },
): MailValues<typeof offer> {
  return {
    name,
    number: `W-${number}`,
    order: orderTyped,
    received_at: formatDateTime(receivedAt, locale, zone),
    from_all: goods === '' ? translations.for(locale)('returns.shop.all') : '',
    goods: goods === '' ? [] : [goods],
  }
}
