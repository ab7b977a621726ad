import { disputeWords } from './dispute-words.ts'
import { html, type Html } from './html.ts'
import { disputeReasons, type Payment, type Session } from './model.ts'
import { showAmount, withSession, type Page } from './page.ts'
import type { Tongue } from './words.ts'

/** A payment that was made: the way back, and, since this is a test, what a shopper could do at their bank. */
export function completedPage(session: Session, payment: Payment, tongue: Tongue): Page {
  const { words } = tongue
  return {
    status: 200,
    title: words.completedTitle,
    leadsTo: [],
    body: html`<section class="card message">
        <h1>${words.completedTitle}</h1>
        <p>${words.completedText}</p>
        <a class="button" href="${withSession(session.returnUrl, session.id)}">${words.back}</a>
      </section>
      ${disputeCard(session, payment, tongue)}`,
  }
}

function disputeCard(session: Session, payment: Payment, tongue: Tongue): Html | null {
  const words = disputeWords(tongue)
  const dispute = payment.disputes?.at(-1)
  if (!dispute && payment.captured <= payment.refunded) return null
  const amount = dispute?.amount ?? payment.captured - payment.refunded
  return html`<section class="card message">
    <h2>${words.title} · ${showAmount({ amount, currency: payment.currency }, tongue)}</h2>
    <p>${dispute ? words.states[dispute.status] : words.hint}</p>
    ${dispute ? verdictForm(session, dispute.status, tongue) : disputeForm(session, tongue)}
  </section>`
}

function disputeForm(session: Session, tongue: Tongue): Html {
  const words = disputeWords(tongue)
  const options = disputeReasons.map((reason) => html`<option value="${reason}">${words.reasons[reason]}</option>`)
  return html`<form method="post" action="/pay/${session.id}/dispute">
    <label for="reason">${words.reason}</label>
    <select id="reason" name="reason">
      ${options}
    </select>
    <button class="quiet" type="submit">${words.dispute}</button>
  </form>`
}

function verdictForm(session: Session, status: string, tongue: Tongue): Html | null {
  const words = disputeWords(tongue)
  if (status === 'won' || status === 'lost') return null
  return html`<form method="post" action="/pay/${session.id}/verdict">
    <button class="quiet" type="submit" name="outcome" value="won">${words.won}</button>
    <button class="quiet" type="submit" name="outcome" value="lost">${words.lost}</button>
  </form>`
}
