import type { Debit } from '../../departments/bank/index.ts'
import { html, type Html } from '../../host/http/html.ts'
import { money } from '../../kernel/money.ts'
import { showDate, showDay, showMoney, type Visit } from '../visit.ts'

/** What is collected, when, and under what; where the bank did not, that. */
export function directDebit(visit: Visit, debit: Debit | undefined): Html | undefined {
  if (!debit || debit.state === 'cancelled') return undefined
  const { t } = visit
  const { mandate, state } = debit
  const isBack = state === 'rejected' || state === 'returned'
  const rows = [
    [t('order.debit.amount'), showMoney(visit, money(debit.amount, 'EUR'))],
    !isBack && [t('order.debit.day'), showDay(visit, debit.collectsOn ?? debit.dueOn)],
    [t('order.debit.account'), `${mandate.holder}, •••• ${mandate.ibanEndsOn}`],
    [t('order.debit.mandate'), mandate.reference],
    [t('order.debit.creditor'), `${mandate.creditorName}, ${mandate.creditorId}`],
  ].filter((row) => row !== false)
  return html`<section class="transfer" aria-labelledby="debit">
    <h2 id="debit">${t('order.debit.title')}</h2>
    ${isBack && debit.owed > 0n && html`<p>${t('order.debit.back')}</p>`}
    <dl>
      ${rows.map(
        ([label, value]) =>
          html`<dt>${label}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    <details>
      <summary>${t('order.debit.signed', { day: showDate(visit, mandate.signedOn) })}</summary>
      ${mandate.text.split('\n\n').map((paragraph) => html`<p class="fine-print">${paragraph}</p>`)}
    </details>
  </section>`
}
