import { html, type Html } from '../../host/http/html.ts'
import type { BalanceShown } from '../reads/read-balance.ts'
import { href, showDateTime, showMoney, type Visit } from '../visit.ts'
import { transfer } from './transfer.ts'

/**
 * A change of a paid order, and what it costs more: agreed to by paying it, so that the button says so (Directive 2011/83/EU, art. 8(2)).
 */
export function balanceDue(visit: Visit, balance: BalanceShown, linkToken: string): Html {
  const { t } = visit
  const { amount, total, until, lines, isPaidOnline } = balance
  const pay = html`<p>
    <a class="button" href="${href(visit, `/orders/${linkToken}/pay`)}">${t('checkout.order')}</a>
  </p>`
  return html`<section class="balance-due" aria-labelledby="balance">
      <h2 id="balance">${t('order.balance.title', { amount: showMoney(visit, amount) })}</h2>
      <p>${t('order.balance.text', { total: showMoney(visit, total), until: showDateTime(visit, until) })}</p>
      ${
        lines.length > 0 &&
        html`<ul>
          ${lines.map((line) => html`<li>${t('order.balance.line', line)}</li>`)}
        </ul>`
      }
      ${isPaidOnline && pay}
    </section>
    ${balance.transfer && transfer(visit, balance.transfer)}`
}
