import { addressLines } from '../../../host/i18n/address-lines.ts'
import { formatDate, formatMoney } from '../../../host/i18n/format.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import type { Translations } from '../../../host/i18n/translate.ts'
import { defineMail, type MailValues } from '../../../host/mail/mail-kind.ts'
import { currencyCode } from '../../../kernel/currency.ts'
import { money } from '../../../kernel/money.ts'
import { localDate, type LocalDate } from '../../../kernel/time.ts'
import type { Withdrawal } from '../queries/read-withdrawals.ts'
import type { LetterOfWithdrawal } from '../use-cases/find-letter.ts'

const dayIn = (day: LocalDate, locale: Locale): string => formatDate(new Date(`${day}T00:00:00Z`), locale, 'UTC')

type Made = Withdrawal['decisions'][number]

interface Words {
  readonly locale: Locale
  readonly translations: Translations
}

const common = { name: 'text', number: 'text', order: 'text', note: 'notes' } as const

function commonOf({ withdrawal: { name, number, orderTyped } }: LetterOfWithdrawal, { note }: Made) {
  return { name, number: `W-${number}`, order: orderTyped, note: note === '' ? [] : [note] }
}

const sampleOf = { name: 'Mirandolina', number: 'W-1001', order: '100042' }

const accepted = { ...common, send_back_by: 'text', send_to: 'address', exempt: 'notes' } as const

/** That it is accepted: where the goods go and by when, and what of it has no such right (Directive 2011/83/EU, art. 13, 14 and 16). */
export const withdrawalAccepted = defineMail({
  kind: 'withdrawal-accepted',
  audience: 'customer',
  nature: 'transactional',
  values: accepted,
  required: { send_back_by: 'law', send_to: 'function', exempt: 'law' },
  // i18n-dynamic: returns.accepted_mail.*
  words: 'returns.accepted_mail',
  template: {
    subject: 'subject',
    preheader: 'preheader',
    blocks: [
      { type: 'heading', text: 'greeting' },
      { type: 'paragraph', text: 'opening' },
      { type: 'paragraph', text: 'but', when: { value: 'exempt', is: 'there' } },
      { type: 'notes', value: 'exempt' },
      { type: 'paragraph', text: 'send', when: { value: 'send_back_by', is: 'there' } },
      { type: 'address', text: 'send_to', value: 'send_to', when: { value: 'send_to', is: 'there' } },
      { type: 'paragraph', text: 'waits', when: { value: 'send_back_by', is: 'there' } },
      { type: 'paragraph', text: 'nothing_to_send', when: { value: 'send_back_by', is: 'missing' } },
      { type: 'notes', value: 'note' },
      { type: 'paragraph', text: 'closing' },
    ],
  },
  sample: (locale) => ({
    ...sampleOf,
    note: [],
    send_back_by: dayIn(localDate('2027-03-17'), locale),
    send_to: ['Bottega Laguna', 'Calle dei Fabbri 12', '30124 Venezia'],
    exempt: [],
  }),
})

export function acceptedValues(letter: LetterOfWithdrawal, made: Made, words: Words): MailValues<typeof accepted> {
  const { sendBackBy, exempt = [] } = made.terms
  const { seller } = letter
  return {
    ...commonOf(letter, made),
    send_back_by: sendBackBy === undefined ? '' : dayIn(sendBackBy, words.locale),
    send_to:
      sendBackBy === undefined || !seller
        ? []
        : addressLines({ ...seller, name: seller.legalName, company: null, street2: null }, words.locale),
    exempt: exempt.map(({ name, reason }) => exemptWords(words, name, reason)),
  }
}

// i18n-dynamic: returns.exempt.*
function exemptWords({ locale, translations }: Words, name: string, reason: string): string {
  const translate = translations.for(locale)
  return translate('returns.exempt_line', { name, why: translate(`returns.exempt.${reason}`) })
}

/** That it is refused, and why: the buyer may ask, and so may a court. */
export const withdrawalRefused = defineMail({
  kind: 'withdrawal-refused',
  audience: 'customer',
  nature: 'transactional',
  values: common,
  required: { note: 'function' },
  // i18n-dynamic: returns.refused_mail.*
  words: 'returns.refused_mail',
  template: {
    subject: 'subject',
    preheader: 'preheader',
    blocks: [
      { type: 'heading', text: 'greeting' },
      { type: 'paragraph', text: 'opening' },
      { type: 'notes', value: 'note' },
      { type: 'paragraph', text: 'otherwise' },
      { type: 'paragraph', text: 'closing' },
    ],
  },
  sample: (_, translate) => ({ ...sampleOf, note: [translate('returns.exempt.sealed')] }),
})

export const refusedValues = (letter: LetterOfWithdrawal, made: Made): MailValues<typeof common> =>
  commonOf(letter, made)

const refunded = { ...common, total: 'text', parts: 'totals', lost_because: 'notes' } as const

/** That the money is back: how it adds up, and why something was kept (Directive 2011/83/EU, art. 13 (1) and 14 (2)). */
export const withdrawalRefunded = defineMail({
  kind: 'withdrawal-refunded',
  audience: 'customer',
  nature: 'transactional',
  values: refunded,
  required: { parts: 'law', lost_because: 'law' },
  // i18n-dynamic: returns.refunded_mail.*
  words: 'returns.refunded_mail',
  template: {
    subject: 'subject',
    preheader: 'preheader',
    blocks: [
      { type: 'heading', text: 'greeting' },
      { type: 'paragraph', text: 'paid_back', when: { value: 'total', is: 'there' } },
      { type: 'paragraph', text: 'settled', when: { value: 'total', is: 'missing' } },
      { type: 'totals', value: 'parts' },
      { type: 'paragraph', text: 'lost', when: { value: 'lost_because', is: 'there' } },
      { type: 'notes', value: 'lost_because' },
      { type: 'notes', value: 'note' },
      { type: 'paragraph', text: 'closing' },
    ],
  },
  sample: (locale, translate) => ({
    ...sampleOf,
    note: [],
    total: formatMoney(money(4_190n, 'EUR'), locale),
    parts: [
      { label: translate('returns.refunded_mail.goods'), amount: formatMoney(money(3_600n, 'EUR'), locale) },
      { label: translate('returns.refunded_mail.delivery'), amount: formatMoney(money(590n, 'EUR'), locale) },
    ],
    lost_because: [],
  }),
})

export function refundedValues(
  letter: LetterOfWithdrawal,
  made: Made,
  { locale, translations }: Words,
): MailValues<typeof refunded> {
  const { refund, currency } = made.terms
  const shared = commonOf(letter, made)
  if (!refund || currency === undefined) return { ...shared, total: '', parts: [], lost_because: [] }
  const translate = translations.for(locale)
  const price = (amount: number) => formatMoney(money(amount, currencyCode(currency)), locale)
  const parts = [
    { label: translate('returns.refunded_mail.goods'), amount: price(refund.goods) },
    { label: translate('returns.refunded_mail.delivery'), amount: price(refund.delivery) },
    ...(refund.valueLost > 0
      ? [{ label: translate('returns.refunded_mail.value_lost'), amount: price(-refund.valueLost) }]
      : []),
  ]
  const why = refund.lostWords.trim()
  return { ...shared, total: price(refund.total), parts, lost_because: why === '' ? [] : [why] }
}
