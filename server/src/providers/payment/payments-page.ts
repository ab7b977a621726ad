import type { Desk } from './desk.ts'
import { disputeWords } from './dispute-words.ts'
import { html } from './html.ts'
import { showAmount, type Page } from './page.ts'
import type { Tongue } from './words.ts'

const most = 30

/**
 * The payments that were made last, each with the way to its page, where it can be disputed as at a shopper's bank. Whoever reads it
 * sits at this machine, and a page that was paid cannot be paid again.
 */
export function paymentsPage(desk: Desk, tongue: Tongue): Page {
  const words = disputeWords(tongue)
  const made = [...desk.book.payments.values()].filter(({ captured }) => captured > 0).toReversed()
  const time = new Intl.DateTimeFormat(tongue.locale, { dateStyle: 'medium', timeStyle: 'short' })
  const rows = made.slice(0, most).map(
    ({ sessionId, captured, currency, createdAt, card, disputes = [] }) =>
      html`<div>
        <dt><a href="/pay/${sessionId}">${time.format(new Date(createdAt))}</a> · •••• ${card.last4}</dt>
        <dd>
          ${showAmount({ amount: captured, currency }, tongue)} ${disputes.length > 0 ? ` · ${words.disputed}` : ''}
        </dd>
      </div>`,
  )
  return {
    status: 200,
    title: words.list,
    leadsTo: [],
    body: html`<section class="card message">
      <h1>${words.list}</h1>
      ${rows.length === 0 ? html`<p>${words.none}</p>` : html`<dl>${rows}</dl>`}
    </section>`,
  }
}
