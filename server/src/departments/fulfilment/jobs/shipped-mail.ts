import { addressLines } from '../../../host/i18n/address-lines.ts'
import { formatDate } from '../../../host/i18n/format.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { defineMail, type MailValues } from '../../../host/mail/mail-kind.ts'
import type { LeftParcel } from '../use-cases/finish-leaving.ts'

const offer = {
  name: 'text',
  number: 'text',
  parcel: 'text',
  shipped_on: 'text',
  carrier: 'text',
  tracking: 'text',
  more: 'text',
  follow: 'link',
  link: 'link',
  inside: 'address',
  address: 'address',
} as const

/** What left, with whom, and how it can be followed. */
export const parcelShipped = defineMail({
  kind: 'parcel-shipped',
  audience: 'customer',
  nature: 'transactional',
  values: offer,
  required: { inside: 'function', link: 'function' },
  // i18n-dynamic: fulfilment.shipped_mail.*
  words: 'fulfilment.shipped_mail',
  template: {
    subject: 'subject',
    preheader: 'preheader',
    blocks: [
      { type: 'heading', text: 'greeting' },
      { type: 'paragraph', text: 'opening' },
      { type: 'paragraph', text: 'carried', when: { value: 'carrier', is: 'there' } },
      { type: 'paragraph', text: 'numbered', when: { value: 'tracking', is: 'there' } },
      { type: 'button', text: 'follow', value: 'follow' },
      { type: 'address', text: 'inside', value: 'inside' },
      { type: 'paragraph', text: 'rest', when: { value: 'more', is: 'there' } },
      { type: 'address', text: 'deliver_to', value: 'address' },
      { type: 'button', text: 'open', value: 'link' },
      { type: 'paragraph', text: 'closing' },
    ],
  },
  sample: (locale) => ({
    name: 'Mirandolina',
    number: '1042',
    parcel: '1042-1',
    shipped_on: day(new Date('2027-03-03T12:00:00Z'), locale, 'UTC'),
    carrier: 'DHL Express',
    tracking: '3318810025',
    more: '',
    follow: 'https://carrier.example/3318810025',
    link: 'https://shop.example/orders/1042',
    inside: ['2 × Tazza «Onda»', '1 × Quaderno'],
    address: ['Mirandolina Locandiera', 'Calle dei Fabbri 12', '30124 Venezia'],
  }),
})

/** The parcel in the words of a language; it is followed at its carrier, and on the page of its order. */
export function shippedValues({
  parcel,
  detail,
  pieces,
  timeZone,
  isLast,
  link,
  locale,
}: LeftParcel): MailValues<typeof offer> {
  return {
    name: detail.name,
    number: detail.number,
    parcel: parcel.label,
    shipped_on: day(parcel.shippedAt ?? parcel.madeAt, locale, timeZone),
    carrier: parcel.carrier ?? '',
    tracking: parcel.trackingNumber ?? '',
    more: isLast ? '' : detail.number,
    follow: parcel.trackingUrl ?? '',
    link,
    inside: pieces.map(({ quantity, name }) => `${quantity} × ${name}`),
    address: addressLines(detail.address, locale),
  }
}

const day = (at: Date, locale: Locale, zone: string) => formatDate(at, locale, zone)
