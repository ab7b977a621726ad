import { exponentOf, isCurrencyCode } from '../../kernel/currency.ts'
import { money, toDecimal } from '../../kernel/money.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import type { Amount, Session } from './model.ts'
import type { Tongue } from './words.ts'

export const providerName = 'Devpay (test payments)'

export interface Page {
  status: number
  title: string
  body: Html
  /** Where its forms may lead besides this server: browsers hold the redirect after a form to the policy, too. */
  leadsTo: readonly string[]
}

/** Digits follow ISO 4217; Intl follows CLDR, which differs for RSD and others. Exact: no float is made of the amount. */
export function showAmount({ amount, currency }: Amount, { locale }: Tongue): string {
  const digits = isCurrencyCode(currency) ? exponentOf(currency) : 2
  const options = { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const
  const decimal = toDecimal(money(amount, currency)) as `${number}`
  return new Intl.NumberFormat(locale, options).format(decimal)
}

export function renderPage(page: Page, { language, words }: Tongue): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title} · ${providerName}</title>
        <link rel="stylesheet" href="/assets/devpay.css" />
        <link rel="icon" href="/assets/devpay.svg" type="image/svg+xml" />
      </head>
      <body>
        <header>
          <div class="top">
            <div class="inside brand">
              <img src="/assets/devpay.svg" alt="" width="32" height="32" />
              <span><b>Devpay</b> (test payments)</span>
            </div>
          </div>
          <p class="notice"><span class="inside">${words.notice}</span></p>
        </header>
        <main class="inside">${page.body}</main>
      </body>
    </html>`.html
}

/** One message and one way out. */
export function messagePage(tongue: Tongue, say: { status: number; title: string; text: string; back?: string }): Page {
  const back = say.back === undefined ? null : html`<a class="button" href="${say.back}">${tongue.words.back}</a>`
  return {
    status: say.status,
    title: say.title,
    leadsTo: [],
    body: html`<section class="card message">
      <h1>${say.title}</h1>
      <p>${say.text}</p>
      ${back}
    </section>`,
  }
}

export function closedPage(session: Session, tongue: Tongue): Page {
  const { words } = tongue
  if (session.status === 'completed') {
    const back = withSession(session.returnUrl, session.id)
    return messagePage(tongue, { status: 200, title: words.completedTitle, text: words.completedText, back })
  }
  const back = withSession(session.cancelUrl, session.id)
  return session.status === 'cancelled'
    ? messagePage(tongue, { status: 410, title: words.cancelledTitle, text: words.cancelledText, back })
    : messagePage(tongue, { status: 410, title: words.expiredTitle, text: words.expiredText, back })
}

/** The shop's address with the session's id in its query. */
export function withSession(address: string, sessionId: string): string {
  const url = new URL(address)
  url.searchParams.set('session', sessionId)
  return url.href
}
