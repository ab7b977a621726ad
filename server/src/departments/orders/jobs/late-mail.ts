import { formatDate } from '../../../host/i18n/format.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { defineMail, type MailValues } from '../../../host/mail/mail-kind.ts'
import { localDate, type LocalDate } from '../../../kernel/time.ts'
import type { OrderDetail } from '../queries/read-orders.ts'
import { namedLine } from './mail-lines.ts'

const offer = { name: 'text', number: 'text', what: 'text', before: 'text', ships_on: 'text', link: 'link' } as const

export const dayIn = (day: LocalDate, locale: Locale): string => formatDate(new Date(`${day}T00:00:00Z`), locale, 'UTC')

/** A day that was promised slipped: who waits learns the new one, and that they need not wait. */
export const orderLate = defineMail({
  kind: 'order-late',
  audience: 'customer',
  nature: 'transactional',
  values: offer,
  required: { ships_on: 'law', link: 'function' },
  // i18n-dynamic: orders.late_mail.*
  words: 'orders.late_mail',
  template: {
    subject: 'subject',
    preheader: 'preheader',
    blocks: [
      { type: 'heading', text: 'greeting' },
      { type: 'paragraph', text: 'late' },
      { type: 'paragraph', text: 'said', when: { value: 'before', is: 'there' } },
      { type: 'paragraph', text: 'choice' },
      { type: 'button', text: 'follow', value: 'link' },
      { type: 'paragraph', text: 'closing' },
    ],
  },
  sample: (locale) => ({
    name: 'Mirandolina',
    number: '1042',
    what: 'Tazza «Onda»',
    before: dayIn(localDate('2027-03-05'), locale),
    ships_on: dayIn(localDate('2027-03-12'), locale),
    link: 'https://shop.example/orders/1042',
  }),
})

interface Slipped {
  readonly variantId: string
  readonly shipsOn: LocalDate
  readonly toldOn: LocalDate | null
}

export function lateValues(
  { name, number, lines }: OrderDetail,
  { variantId, shipsOn, toldOn }: Slipped,
  { locale, link }: { readonly locale: Locale; readonly link: string },
): MailValues<typeof offer> {
  const line = lines.find((one) => one.variantId === variantId)
  return {
    name,
    number,
    what: line ? namedLine(line) : '',
    before: toldOn === null ? '' : dayIn(toldOn, locale),
    ships_on: dayIn(shipsOn, locale),
    link,
  }
}
