import { formatDate, formatMoney } from '../../../../host/i18n/format.ts'
import { isLocale, type Locale } from '../../../../host/i18n/locales.ts'
import type { Translations } from '../../../../host/i18n/translate.ts'
import { money } from '../../../../kernel/money.ts'
import type { DocumentLine, IssuedDocument, Party } from '../../domain/document.ts'

export interface PrintedLine {
  readonly name: string
  readonly note: string
  readonly quantity: string
  readonly unitPrice: string
  readonly tax: string
  readonly amount: string
}

/** A document in words: what stands on paper, before anything is placed on it. */
export interface PrintedDocument {
  readonly language: Locale
  readonly shop: string
  readonly title: string
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly seller: readonly string[]
  readonly buyer: readonly string[]
  readonly headings: Readonly<Record<'seller' | 'buyer' | 'item' | 'quantity' | 'unitPrice' | 'tax' | 'amount', string>>
  readonly priced: boolean
  readonly lines: readonly PrintedLine[]
  readonly totals: readonly { readonly label: string; readonly amount: string; readonly strong: boolean }[]
  readonly notes: readonly string[]
  readonly page: (page: number, pages: number) => string
}

// i18n-dynamic: documents.pdf.*
// i18n-dynamic: documents.kinds.*
export function wordsOfDocument(
  document: IssuedDocument,
  { translations, language, shop }: { translations: Translations; language?: string | undefined; shop: string },
): PrintedDocument {
  const wished = language ?? document.language
  const locale: Locale = isLocale(wished) ? wished : 'en'
  const translate = translations.for(locale)
  const t = (key: string, values?: Record<string, string | number>) => translate(`documents.pdf.${key}`, values)
  const price = (amount: number) => formatMoney(money(amount, document.currency), locale)
  const day = (on: string) => formatDate(new Date(`${on}T12:00:00Z`), locale, 'UTC')
  const kind = translate(`documents.kinds.${document.kind}`)
  const { order, delivery, credits, treatment, ground } = document
  const priced = document.kind !== 'packing_slip'
  const country = new Intl.DisplayNames(locale, { type: 'region' })
  const facts: [string, string][] = [
    [t('number'), document.label],
    [t('date'), day(document.issuedOn)],
    ...(credits ? [[t('credits'), `${credits.label}, ${day(credits.issuedOn)}`] as [string, string]] : []),
    [t('order'), `${order.number}, ${day(order.placedOn)}`],
    ...(order.paidOn === null || !priced ? [] : [[t('paid'), day(order.paidOn)] as [string, string]]),
    ...(delivery ? [[t('delivery'), `${day(delivery.from)} – ${day(delivery.to)}`] as [string, string]] : []),
  ]
  return {
    language: locale,
    shop,
    title: t('title', { kind, number: document.label }),
    facts,
    seller: addressOf(document.seller, { country, t, contact: true }),
    buyer: addressOf(document.buyer, { country, t, contact: false }),
    headings: {
      seller: t('seller'),
      buyer: t('buyer'),
      item: t('item'),
      quantity: t('quantity'),
      unitPrice: t('unit_price'),
      tax: t('tax_percent'),
      amount: t(document.pricesIncludeTax ? 'amount' : 'amount_net'),
    },
    priced,
    lines: document.lines.map((line) => lineOf(line, { t, price, document })),
    totals: priced ? totalsOf(document, { t, price }) : [],
    notes: [
      ...(treatment !== null && SAID.has(treatment) ? [t(`treatment.${treatment}`)] : []),
      ...(ground === null ? [] : [t('ground', { number: ground })]),
      ...(priced && credits === null && order.paidOn !== null ? [t('is_paid', { on: day(order.paidOn) })] : []),
    ],
    page: (page, pages) => t('page', { page, pages, number: document.label }),
  }
}

/** What the reader must be told: Directive 2006/112/EC, art. 226 (11) and (11a). */
const SAID = new Set(['reverse_charge', 'exempt', 'export', 'oss'])

type Say = (key: string, values?: Record<string, string | number>) => string

function addressOf(
  party: Party,
  { country, t, contact }: { country: Intl.DisplayNames; t: Say; contact: boolean },
): string[] {
  const town = [party.postcode, party.city, party.region].filter(Boolean).join(' ')
  return [
    party.company,
    party.name,
    party.street,
    party.street2,
    town,
    country.of(party.country) ?? party.country,
    party.vatNumber && t('vat_number', { number: party.vatNumber }),
    party.taxCode && t('tax_code', { number: party.taxCode }),
    contact ? party.email : null,
    contact ? party.phone : null,
  ].filter((line): line is string => Boolean(line))
}

function lineOf(
  line: DocumentLine,
  { t, price, document }: { t: Say; price: (amount: number) => string; document: IssuedDocument },
): PrintedLine {
  const notes = [
    line.sku,
    line.partOf && t('part_of', { bundle: line.partOf }),
    line.discount !== 0 && t('discount', { amount: price(0 - line.discount) }),
  ]
  return {
    name: nameOf(line, t),
    note: notes.filter(Boolean).join(' · '),
    quantity: line.kind === 'goods' ? String(line.quantity) : '',
    unitPrice: line.unitPrice === null ? '' : price(line.unitPrice),
    tax: line.percents.map((percent) => `${percent} %`).join(' + '),
    amount: price(document.pricesIncludeTax ? line.total : line.net),
  }
}

function nameOf({ kind, name, total }: DocumentLine, t: Say): string {
  if (kind === 'credit') return t('part_credited')
  // Taken off again where all of it is charged.
  return kind === 'advance' ? t(total < 0 ? 'advance_deducted' : 'advance', { name }) : name
}

function totalsOf(
  { net, taxes, tax, total }: IssuedDocument,
  { t, price }: { t: Say; price: (amount: number) => string },
) {
  const rows = taxes.map((row) => ({
    label: t(row.name === 'vat' ? 'vat_row' : 'tax_row', {
      name: row.name.toUpperCase(),
      percent: row.percent,
      net: price(row.net),
    }),
    amount: price(row.tax),
    strong: false,
  }))
  return [
    { label: t('net'), amount: price(net), strong: false },
    ...(rows.length > 0 ? rows : [{ label: t('tax'), amount: price(tax), strong: false }]),
    { label: t('total'), amount: price(total), strong: true },
  ]
}
