import { html, type Html } from '../../../host/http/html.ts'
import { formatDate, formatMoney } from '../../../host/i18n/format.ts'
import { isLocale, type Locale } from '../../../host/i18n/locales.ts'
import type { Translations } from '../../../host/i18n/translate.ts'
import { money } from '../../../kernel/money.ts'
import type { Card } from '../queries/read-cards.ts'

interface Around {
  readonly shopName: string
  readonly link: string
  readonly translations: Translations
}

/** Who gives what, their own words, and the way to the code, in the language of the order. */
export function letterOfCard(card: Card, { shopName, link, translations }: Around) {
  const locale: Locale = isLocale(card.locale) ? card.locale : 'en'
  const translate = translations.for(locale)
  const values = {
    name: card.recipientName,
    sender: card.senderName,
    shop: shopName,
    amount: formatMoney(money(card.initial, card.currency), locale),
    day: card.expiresOn === null ? '' : formatDate(new Date(`${card.expiresOn}T12:00:00Z`), locale, 'UTC'),
  }
  // i18n-dynamic: gift-cards.mail.*
  const t = (key: string) => translate(`gift-cards.mail.${key}`, values)
  const parts = {
    greeting: t(card.recipientName === '' ? 'greeting_nameless' : 'greeting'),
    opening: t(card.senderName === '' ? 'opening' : 'opening_from'),
    message: card.message,
    open: t('open'),
    until: t(card.expiresOn === null ? 'for_ever' : 'until'),
    use: t('use'),
    closing: t('closing'),
  }
  const subject = t(card.senderName === '' ? 'subject' : 'subject_from')
  const quoted = parts.message === '' ? [] : [parts.message, '']
  return {
    subject,
    text: [
      parts.greeting,
      '',
      parts.opening,
      '',
      ...quoted,
      parts.open,
      link,
      '',
      parts.until,
      parts.use,
      '',
      parts.closing,
    ].join('\n'),
    html: html`<!doctype html>
      <html lang="${locale}">
        <head>
          <meta charset="utf-8" />
          <title>${subject}</title>
        </head>
        <body>
          <p>${parts.greeting}</p>
          <p>${parts.opening}</p>
          ${parts.message !== '' && html`<blockquote>${linesOf(parts.message)}</blockquote>`}
          <p><a href="${link}">${parts.open}</a></p>
          <p>${parts.until} ${parts.use}</p>
          <p>${parts.closing}</p>
        </body>
      </html>`.text,
  }
}

const linesOf = (text: string): Html[] => text.split('\n').map((line, at) => html`${at > 0 && html`<br />`}${line}`)
