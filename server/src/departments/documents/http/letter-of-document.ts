import type { House } from '../../../host/context.ts'
import { html } from '../../../host/http/html.ts'
import { isLocale, type Locale } from '../../../host/i18n/locales.ts'
import type { Write } from '../use-cases/mail-document.ts'

/** A few words in the language of the order, and the way to its page. */
export function letterOfDocument({ translations, publicUrl }: Pick<House, 'translations' | 'publicUrl'>): Write {
  return ({ kind, label, buyer, order, language }, shop, token) => {
    const locale: Locale = isLocale(language) ? language : 'en'
    const translate = translations.for(locale)
    const values = {
      name: buyer.name,
      kind: translate(`documents.kinds.${kind}`),
      number: label,
      order: order.number,
      shop,
    }
    // i18n-dynamic: documents.mail.*
    const t = (key: string) => translate(`documents.mail.${key}`, values)
    const link = `${publicUrl}/${locale}/orders/${token}`
    return {
      subject: t('subject'),
      text: [t('greeting'), '', t('opening'), '', link, '', t('closing')].join('\n'),
      html: html`<!doctype html>
        <html lang="${locale}">
          <head>
            <meta charset="utf-8" />
            <title>${t('subject')}</title>
          </head>
          <body>
            <p>${t('greeting')}</p>
            <p>${t('opening')}</p>
            <p><a href="${link}">${t('open')}</a></p>
            <p>${t('closing')}</p>
          </body>
        </html>`.text,
    }
  }
}
