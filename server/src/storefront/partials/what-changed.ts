// i18n-dynamic: storefront.basket.changed.*
import { html, type Html } from '../../host/http/html.ts'
import type { BasketChange, BasketPage } from '../views.ts'
import { showMoney, type Visit } from '../visit.ts'
import { notice } from './notice.ts'

/** What changed since the shopper last looked, each by its name, and a button that says "seen" (inside a form of its own or of the page). */
export function whatChanged(visit: Visit, { changes }: Pick<BasketPage, 'changes'>, button: Html): Html | undefined {
  const { t } = visit
  if (changes.length === 0) return undefined
  return notice(
    'warning',
    html`<p class="notice-title">${t('basket.changed.title', { count: changes.length })}</p>
      <ul>
        ${changes.map((change) => html`<li>${changeWords(visit, change)}</li>`)}
      </ul>
      ${button}`,
  )
}

function changeWords(visit: Visit, { kind, name, from, to }: BasketChange): string {
  const amounts = { from: from ? showMoney(visit, from) : '', to: to ? showMoney(visit, to) : '' }
  return visit.t(`basket.changed.${kind}`, { name, ...amounts })
}

/** Beside the price of a line: what it was when they last looked. */
export function priceBefore(visit: Visit, { changes }: Pick<BasketPage, 'changes'>, line: string): Html | undefined {
  const from = changes.find((change) => change.line === line)?.from
  return from && html`<p class="fine-print">${visit.t('basket.changed.was', { price: showMoney(visit, from) })}</p>`
}
