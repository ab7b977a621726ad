import type { BasketView } from '../../departments/orders/index.ts'
import { html, type Html } from '../../host/http/html.ts'
import { moneyFromJson, type MoneyJson } from '../../kernel/money.ts'
import { picture } from '../partials/picture.ts'
import { renderPage } from '../layout.ts'
import { showDateTime, showMoney, type Visit } from '../visit.ts'

export interface SharedBasketView {
  readonly basket: BasketView
  readonly expiresAt: Date
  readonly path: string
}

/** What somebody shared, at the prices of now; one button makes it part of one's own basket. */
export function sharedBasketPage(visit: Visit, { basket, expiresAt, path }: SharedBasketView): string {
  const { t } = visit
  const goods = [...basket.lines, ...basket.bundles]
  const canTake = goods.some(({ problem }) => problem === null)
  return renderPage(visit, {
    title: t('share.title'),
    noindex: true,
    body: html`<div class="wide">
      <h1>${t('share.title')}</h1>
      <p>${t('share.intro')}</p>
      <div class="two">
        <section aria-label="${t('basket.lines')}">
          <ul class="small-lines">
            ${goods.map((line) => lineOf(visit, line))}
          </ul>
        </section>
        <section class="summary" aria-label="${t('basket.summary')}">
          <dl class="totals">
            <div class="grand">
              <dt>${t('totals.goods')}</dt>
              <dd>${showMoney(visit, moneyFromJson(basket.goods))}</dd>
            </div>
          </dl>
          <form method="post" action="${path}">
            <button class="button wide-button" type="submit" ${!canTake && html` disabled`}>${t('share.take')}</button>
          </form>
          <p class="fine-print">${t('share.until', { when: showDateTime(visit, expiresAt) })}</p>
        </section>
      </div>
    </div>`,
  })
}

type Line = Pick<BasketView['lines'][number], 'name' | 'imageFileId' | 'quantity' | 'problem'> & {
  readonly total: MoneyJson | null
  readonly options?: string | null
}

function lineOf(visit: Visit, { name, options, imageFileId, quantity, total, problem }: Line): Html {
  const { t } = visit
  return html`<li>
    <span class="box">${picture(imageFileId, { alt: '', sizes: '56px' })}</span
    ><span
      ><span class="small-name">${name ?? t('basket.gone')}</span
      >${options && html`<span class="options">${options}</span>`}<span class="options"
        >${t('order.quantity', { count: quantity })}</span
      >${problem !== null && html`<span class="problem">${t('share.not_whole')}</span>`}</span
    ><span class="small-total">${total && showMoney(visit, moneyFromJson(total))}</span>
  </li>`
}
