import { html, type Html } from '../../../host/http/html.ts'
import { formatDate, formatMoney } from '../../../host/i18n/format.ts'
import { isLocale, type Locale } from '../../../host/i18n/locales.ts'
import type { Translations } from '../../../host/i18n/translate.ts'
import { moneyFromJson, type MoneyJson } from '../../../kernel/money.ts'
import type { Intangibles } from '../use-cases/view-intangibles.ts'
import { intangibleWords } from './intangible-words.ts'
import type { OrderDetail } from '../queries/read-orders.ts'

interface MailParts {
  readonly shopName: string
  readonly link: string
  /** The terms on a durable medium: each version under the address that stays. */
  readonly policies: readonly { readonly kind: string; readonly number: number; readonly url: string }[]
  /** What of it is downloaded or done for the buyer. */
  readonly intangibles?: Intangibles | undefined
  readonly translations: Translations
}

export interface MailText {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** The confirmation in the order's own language, as plain text and as a quiet page that every mail program can show. */
export function confirmationMail(
  order: OrderDetail,
  { shopName, link, policies, intangibles, translations }: MailParts,
): MailText {
  const locale: Locale = isLocale(order.locale) ? order.locale : 'en'
  const translate = translations.for(locale)
  // i18n-dynamic: orders.confirmation.*
  const t = (key: string, values?: Record<string, string | number>) => translate(`orders.confirmation.${key}`, values)
  const price = (amount: MoneyJson) => formatMoney(moneyFromJson(amount), locale)
  const day = (date: string) => formatDate(new Date(`${date}T12:00:00Z`), locale, 'UTC')
  const named = (line: OrderDetail['lines'][number]) => (line.options ? `${line.name} (${line.options})` : line.name)
  const rows = [
    ...order.lines
      .filter(({ bundle }) => bundle === null)
      .map((line) => ({ what: named(line), quantity: line.quantity, total: price(line.total) })),
    ...order.bundles.map(({ name, quantity, total }, at) => {
      const parts = order.lines.filter(({ bundle }) => bundle === at)
      const inside = parts.map((line) => `${line.quantity} × ${named(line)}`).join(', ')
      return { what: `${name}: ${inside}`, quantity, total: price(total) }
    }),
  ]
  const discounts = order.discounts.map(({ promotion, names, amount }) => ({
    label: names[locale] ?? names['en'] ?? promotion,
    amount: price({ ...amount, amount: -amount.amount }),
  }))
  const { promisedFrom, promisedTo } = order.delivery
  const delivered = promisedFrom !== null && promisedTo !== null
  const totals = [
    { label: t('goods'), amount: price(order.goods) },
    ...discounts.map(({ label, amount }) => ({ label: t('counted', { name: label }), amount })),
    ...(delivered ? [{ label: t('delivery'), amount: price(order.delivery.total) }] : []),
    { label: t(order.pricesIncludeTax ? 'tax_included' : 'tax'), amount: price(order.tax) },
    { label: t('total'), amount: price(order.total) },
  ]
  const { address } = order
  const addressLines = [
    address.name,
    address.company,
    address.street,
    address.street2,
    [address.postcode, address.city, address.region].filter(Boolean).join(' '),
    new Intl.DisplayNames(locale, { type: 'region' }).of(address.country) ?? address.country,
  ].filter((line): line is string => Boolean(line))
  const texts = {
    greeting: t('greeting', { name: order.name }),
    opening: t('opening', { shop: shopName, number: order.number }),
    promise: delivered ? t('promise', { from: day(promisedFrom), to: day(promisedTo) }) : t('nothing_sent'),
    deliverTo: t(delivered ? 'deliver_to' : 'bought_by'),
    follow: t('follow'),
    closing: t('closing', { shop: shopName }),
  }
  const notes = intangibles ? intangibleWords(intangibles, { locale, translate }) : []
  // i18n-dynamic: legal.kinds.*
  const terms = policies.map(({ kind, number, url }) => ({
    label: translate('legal.version_of', { kind: translate(`legal.kinds.${kind}`), number }),
    url,
  }))
  const toTerms = { words: t('terms'), terms }
  const subject = t('subject', { shop: shopName, number: order.number })
  return {
    subject,
    text: plainText({ texts, rows, totals, addressLines, link, notes, toTerms }),
    html: page({ subject, locale, texts, rows, totals, addressLines, link, notes, toTerms }).text,
  }
}

interface Body {
  readonly texts: Readonly<Record<'greeting' | 'opening' | 'promise' | 'deliverTo' | 'follow' | 'closing', string>>
  readonly rows: readonly { what: string; quantity: number; total: string }[]
  readonly totals: readonly { label: string; amount: string }[]
  readonly addressLines: readonly string[]
  readonly link: string
  /** Files, services, and what the buyer agreed to (art. 8 (7) (b)). */
  readonly notes: readonly string[]
  readonly toTerms: { readonly words: string; readonly terms: readonly { label: string; url: string }[] }
}

function plainText({ texts, rows, totals, addressLines, link, notes, toTerms }: Body): string {
  return [
    texts.greeting,
    '',
    texts.opening,
    '',
    ...rows.map((row) => `${row.quantity} x ${row.what}: ${row.total}`),
    '',
    ...totals.map(({ label, amount }) => `${label}: ${amount}`),
    '',
    texts.promise,
    '',
    texts.deliverTo,
    ...addressLines,
    '',
    ...notes.flatMap((note) => [note, '']),
    texts.follow,
    link,
    '',
    ...(toTerms.terms.length > 0
      ? [toTerms.words, ...toTerms.terms.map(({ label, url }) => `${label}: ${url}`), '']
      : []),
    texts.closing,
  ].join('\n')
}

/** Mail programs drop style sheets, so this one page carries the few attributes that all of them understand. */
function page({
  subject,
  locale,
  texts,
  rows,
  totals,
  addressLines,
  link,
  notes,
  toTerms,
}: Body & { subject: string; locale: string }): Html {
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${subject}</title>
      </head>
      <body bgcolor="#f7f3ec">
        <table role="presentation" align="center" width="600" cellpadding="32" cellspacing="0" bgcolor="#ffffff">
          <tr>
            <td>
              <font face="Georgia, serif" size="5" color="#12343b">${texts.greeting}</font>
              <p><font face="Arial, sans-serif" color="#22282b">${texts.opening}</font></p>
              <table width="100%" cellpadding="8" cellspacing="0">
                ${rows.map(
                  (row) =>
                    html`<tr>
                      <td><font face="Arial, sans-serif" color="#22282b">${row.quantity} × ${row.what}</font></td>
                      <td align="right"><font face="Arial, sans-serif" color="#22282b">${row.total}</font></td>
                    </tr>`,
                )}
              </table>
              <hr size="1" color="#e4ddd0" />
              <table width="100%" cellpadding="4" cellspacing="0">
                ${totals.map(
                  ({ label, amount }) =>
                    html`<tr>
                      <td><font face="Arial, sans-serif" color="#22282b">${label}</font></td>
                      <td align="right"><font face="Arial, sans-serif" color="#22282b">${amount}</font></td>
                    </tr>`,
                )}
              </table>
              <p><font face="Arial, sans-serif" color="#22282b">${texts.promise}</font></p>
              <p>
                <font face="Arial, sans-serif" color="#22282b"
                  ><b>${texts.deliverTo}</b><br />
                  ${addressLines.map((line) => html`${line}<br />`)}</font
                >
              </p>
              ${notes.map((note) => html`<p><font face="Arial, sans-serif" color="#22282b">${note}</font></p>`)}
              <p>
                <a href="${link}"><font face="Arial, sans-serif" color="#0b5563">${texts.follow}</font></a>
              </p>
              ${
                toTerms.terms.length > 0 &&
                html`<p>
                  <font face="Arial, sans-serif" color="#22282b"
                    >${toTerms.words}<br />
                    ${toTerms.terms.map(({ label, url }) => html`<a href="${url}">${label}</a><br />`)}</font
                  >
                </p>`
              }
              <p><font face="Arial, sans-serif" color="#22282b">${texts.closing}</font></p>
            </td>
          </tr>
        </table>
      </body>
    </html>`
}
