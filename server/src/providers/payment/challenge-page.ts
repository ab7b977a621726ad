import { html } from './html.ts'
import type { Session } from './model.ts'
import { showAmount } from './page.ts'
import type { Page } from './page.ts'
import type { Tongue } from './words.ts'

/** The step that the card holder's bank would show (3-D Secure). */
export function challengePage(session: Session, challenge: NonNullable<Session['challenge']>, tongue: Tongue): Page {
  const { words } = tongue
  const amount = showAmount(session.amount, tongue)
  return {
    status: 200,
    title: words.secureTitle,
    leadsTo: [session.returnUrl],
    body: html`<section class="card message">
      <h1>${words.secureTitle}</h1>
      <p>${words.secureText}</p>
      <dl>
        <div>
          <dt>${words.toPay}</dt>
          <dd class="whole">${amount}</dd>
        </div>
        <div>
          <dt>${words.secureMerchant}</dt>
          <dd>${session.description}</dd>
        </div>
        <div>
          <dt>${words.secureCard}</dt>
          <dd>Visa •••• ${challenge.card.last4}</dd>
        </div>
      </dl>
      <form method="post" action="/pay/${session.id}/challenge">
        <input type="hidden" name="token" value="${challenge.token}" />
        <button class="button" type="submit" name="answer" value="confirm">${words.confirm}</button>
        <button class="quiet" type="submit" name="answer" value="refuse">${words.refuse}</button>
      </form>
    </section>`,
  }
}
