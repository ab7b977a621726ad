import { html, type Html } from '../../host/http/html.ts'
import type { BalanceShown } from '../reads/read-balance.ts'
import { isZero } from '../../kernel/money.ts'
import { localDateIn } from '../../kernel/time.ts'
import { href, showDateTime, showDay, showMoney, type Visit } from '../visit.ts'
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
      ${
        balance.rest
          ? restWords(visit, balance, balance.rest)
          : html`<h2 id="balance">${t('order.balance.title', { amount: showMoney(visit, amount) })}</h2>
              <p>${t('order.balance.text', { total: showMoney(visit, total), until: showDateTime(visit, until) })}</p>`
      }
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

// i18n-dynamic: storefront.order.rest.*
/** Nothing is asked for as long as the goods are not there. */
function restWords(visit: Visit, { amount, total, until }: BalanceShown, { paid, readyOn, isDue }: Rest): Html {
  const { t } = visit
  const values = { amount: showMoney(visit, amount), total: showMoney(visit, total), paid: showMoney(visit, paid) }
  const kind = isZero(paid) ? 'all' : 'rest'
  // It ends with its last day: the end is the first instant of the next.
  const day = isDue ? localDateIn(new Date(until.getTime() - 1), visit.market.timeZone) : readyOn
  const words = { ...values, day: showDay(visit, day) }
  return html`<h2 id="balance">${t(isDue ? 'order.rest.due_title' : 'order.rest.title', words)}</h2>
    <p>${t(isDue ? `order.rest.due_${kind}` : `order.rest.${kind}`, words)}</p>`
}

type Rest = NonNullable<BalanceShown['rest']>
