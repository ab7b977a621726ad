import { addressLines } from '../../../host/i18n/address-lines.ts'
import { formatDate, formatMoney } from '../../../host/i18n/format.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import type { Translate, Translations } from '../../../host/i18n/translate.ts'
import { defineMail, type MailValues } from '../../../host/mail/mail-kind.ts'
import { money, moneyFromJson, type MoneyJson } from '../../../kernel/money.ts'
import type { PickupAddress } from '../domain/dispatch-calendar.ts'
import type { DeferralOfOrder } from '../queries/balances.ts'
import { findExampleOrder } from '../queries/find-example-order.ts'
import type { OrderDetail } from '../queries/read-orders.ts'
import { mailLines, namedLine } from './mail-lines.ts'
import { findOrderToConfirm, type OrderToConfirm } from '../use-cases/find-order-to-confirm.ts'
import { intangibleWords } from './intangible-words.ts'
import { termsInMail } from '../use-cases/terms-in-mail.ts'

const offer = {
  name: 'text',
  number: 'text',
  paid: 'text',
  from: 'text',
  to: 'text',
  link: 'link',
  lines: 'lines',
  totals: 'totals',
  address: 'address',
  billing: 'address',
  agreed: 'notes',
  terms: 'links',
  contract: 'legal',
  preferences: 'links',
} as const

/** What was bought, agreed and promised has to be told on a durable medium (Directive 2011/83/EU, art. 8(7)). */
export const orderConfirmation = defineMail({
  kind: 'order-confirmation',
  audience: 'customer',
  nature: 'transactional',
  values: offer,
  required: { lines: 'law', totals: 'law', agreed: 'law', terms: 'law', contract: 'law', link: 'function' },
  // i18n-dynamic: orders.confirmation.*
  words: 'orders.confirmation',
  template: {
    subject: 'subject',
    preheader: 'preheader',
    blocks: [
      { type: 'heading', text: 'greeting' },
      { type: 'paragraph', text: 'opening', when: { value: 'paid', is: 'there' } },
      { type: 'paragraph', text: 'opening_unpaid', when: { value: 'paid', is: 'missing' } },
      { type: 'lines', value: 'lines' },
      { type: 'totals', value: 'totals' },
      { type: 'paragraph', text: 'promise' },
      { type: 'paragraph', text: 'nothing_sent', when: { value: 'from', is: 'missing' } },
      { type: 'address', text: 'deliver_to', value: 'address', when: { value: 'from', is: 'there' } },
      { type: 'address', text: 'bought_by', value: 'address', when: { value: 'from', is: 'missing' } },
      { type: 'address', text: 'billed_to', value: 'billing', when: { value: 'billing', is: 'there' } },
      { type: 'notes', value: 'agreed' },
      { type: 'button', text: 'follow', value: 'link' },
      { type: 'links', text: 'terms', value: 'terms' },
      { type: 'links', text: 'preferences', value: 'preferences', when: { value: 'preferences', is: 'there' } },
      { type: 'paragraph', text: 'closing' },
      { type: 'legal', value: 'contract' },
    ],
  },
  sample: (locale, translate) => {
    const price = (amount: bigint) => formatMoney(money(amount, 'EUR'), locale)
    return {
      name: 'Mirandolina',
      number: '1042',
      paid: price(4_850n),
      from: day('2027-03-03', locale),
      to: day('2027-03-05', locale),
      link: 'https://shop.example/orders/1042',
      lines: [
        { what: 'Tazza «Onda»', quantity: 2, total: price(3_600n) },
        { what: 'Quaderno', quantity: 1, total: price(1_250n) },
      ],
      totals: [{ label: translate('orders.confirmation.total'), amount: price(4_850n) }],
      address: ['Mirandolina Locandiera', 'Calle dei Fabbri 12', '30124 Venezia'],
      billing: ['Locanda Mirandolina S.r.l.', 'Piazza della Signoria 4', '50122 Firenze'],
      agreed: [],
      terms: [
        {
          label: translate('legal.version_of', { kind: translate('legal.kinds.sales'), number: 1 }),
          url: 'https://shop.example/policies/1',
        },
      ],
      contract: [
        translate('legal.version_of', { kind: translate('legal.kinds.sales'), number: 1 }).toLocaleUpperCase(locale),
      ],
      preferences: [{ label: translate('orders.confirmation.manage'), url: 'https://shop.example/consents' }],
    }
  },
  example: {
    permission: 'orders:read',
    find: async (house, { number, locale }) => {
      const id = await findExampleOrder(house.database, number)
      const found = id === undefined ? undefined : await findOrderToConfirm(house, id)
      if (!found) return undefined
      const { translations, publicUrl } = house
      const { order } = found
      const values = confirmationValues(found, {
        link: publicUrl,
        preferences: publicUrl,
        locale,
        translations,
        publicUrl,
      })
      return { label: order.number, locale: order.locale, market: order.market, values }
    },
  },
})

export interface Around {
  readonly locale: Locale
  readonly link: string
  /** The page of what the shop may send them. */
  readonly preferences: string
  readonly publicUrl: string
  readonly translations: Translations
}

/** The order in the words of a language. */
export function confirmationValues(
  { order, policies, terms, seller, intangibles, awaited, deferral, asked }: OrderToConfirm,
  { locale, link, preferences, publicUrl, translations }: Around,
): MailValues<typeof offer> {
  const translate = translations.for(locale)
  const { promisedFrom, promisedTo, pickup } = order.delivery
  const isBrought = !pickup && promisedFrom !== null && promisedTo !== null
  // i18n-dynamic: legal.kinds.*
  const kindOf = (kind: string) => translate(`legal.kinds.${kind}`)
  return {
    name: order.name,
    number: order.number,
    paid: order.paidAt === null || deferral?.today === 0 ? '' : formatMoney(moneyFromJson(order.total), locale),
    from: isBrought ? day(promisedFrom, locale) : '',
    to: isBrought ? day(promisedTo, locale) : '',
    link,
    lines: linesOf(order, locale),
    totals: totalsOf(order, { locale, translations }),
    address: addressLines(order.address, locale),
    billing: order.billing ? addressLines(order.billing, locale) : [],
    agreed: [
      ...(deferral ? [deferralWords(deferral, { locale, translate })] : []),
      ...awaited.map(({ variantId, quantity: count, shipsOn }) => {
        const name = order.lines.find((line) => line.variantId === variantId)?.name ?? ''
        return translate('orders.confirmation.late', { name, count, day: day(shipsOn, locale) })
      }),
      ...(pickup && promisedTo !== null
        ? [translate('orders.confirmation.ready', readyOf(pickup, promisedTo, locale))]
        : []),
      ...(intangibles ? intangibleWords(intangibles, { locale, translate }) : []),
      ...(order.giftMessage === null ? [] : [translate('orders.confirmation.gift', { words: order.giftMessage })]),
    ],
    terms: policies.map(({ id, kind, number }) => ({
      label: translate('legal.version_of', { kind: kindOf(kind), number }),
      // Each version under the address that stays.
      url: `${publicUrl}/${locale}/policies/${id}`,
    })),
    contract: termsInMail({ terms, seller }, { locale, translate }),
    preferences: asked === undefined ? [] : [{ label: translate('orders.confirmation.manage'), url: preferences }],
  }
}

/** What is paid when, and what becomes of it otherwise. */
function deferralWords(
  { today, later, currency, readyOn, payDays: days }: DeferralOfOrder,
  { locale, translate }: { readonly locale: Locale; readonly translate: Translate },
): string {
  const price = (amount: number) => formatMoney(money(amount, currency), locale)
  const values = { today: price(today), later: price(later), day: day(readyOn, locale), days }
  return translate(today === 0 ? 'orders.confirmation.all_later' : 'orders.confirmation.rest_later', values)
}

/** Where it is collected, until when it is there, and when the place is open. */
function readyOf({ name, street, postcode, city, hours }: PickupAddress, by: string, locale: Locale) {
  const place = `${name}, ${street}, ${postcode} ${city}`
  return { day: day(by, locale), place, hours: hours[locale] ?? hours['en'] ?? '' }
}

const day = (date: string, locale: Locale) => formatDate(new Date(`${date}T12:00:00Z`), locale, 'UTC')

function linesOf(order: OrderDetail, locale: Locale) {
  const price = (amount: MoneyJson) => formatMoney(moneyFromJson(amount), locale)
  return [
    ...mailLines(
      order.lines.filter(({ bundle }) => bundle === null),
      price,
    ),
    ...order.bundles.map(({ name, quantity, total }, at) => {
      const parts = order.lines.filter(({ bundle }) => bundle === at)
      const inside = parts.map((line) => `${line.quantity} × ${namedLine(line)}`).join(', ')
      return { what: `${name}: ${inside}`, quantity, total: price(total) }
    }),
  ]
}

function totalsOf(order: OrderDetail, { locale, translations }: Pick<Around, 'locale' | 'translations'>) {
  const translate = translations.for(locale)
  const t = (key: string, values?: Record<string, string>) => translate(`orders.confirmation.${key}`, values)
  const price = (amount: MoneyJson) => formatMoney(moneyFromJson(amount), locale)
  const { promisedFrom, promisedTo, total: delivery } = order.delivery
  return [
    { label: t('goods'), amount: price(order.goods) },
    ...order.discounts.map(({ promotion, names, amount }) => ({
      label: t('counted', { name: names[locale] ?? names['en'] ?? promotion }),
      amount: price({ ...amount, amount: -amount.amount }),
    })),
    ...(promisedFrom !== null && promisedTo !== null ? [{ label: t('delivery'), amount: price(delivery) }] : []),
    { label: t(order.pricesIncludeTax ? 'tax_included' : 'tax'), amount: price(order.tax) },
    { label: t('total'), amount: price(order.total) },
  ]
}
