import { html, type Html } from '../../host/http/html.ts'
import { isZero, negate, type Money } from '../../kernel/money.ts'
import type { CardsOfBasket, DiscountLine, TaxLine } from '../views.ts'
import { showMoney, type Visit } from '../visit.ts'
import { cardRows } from './gift-cards.ts'

export interface Totals {
  readonly discounts: readonly DiscountLine[]
  readonly before: { readonly goods: Money; readonly delivery: Money | undefined }
  readonly goods: Money
  /** Undefined while no delivery is chosen. */
  readonly delivery: Money | undefined
  /** By rate; or all of it in one sum. */
  readonly taxes: readonly TaxLine[] | Money
  readonly pricesIncludeTax: boolean
  readonly total: Money
  readonly giftCards?: CardsOfBasket
  /** Nothing of it is asked for any more. */
  readonly isPaid?: boolean
}

export function totals(visit: Visit, it: Totals): Html {
  const { t } = visit
  const { taxes, pricesIncludeTax, discounts, total } = it
  // Where tax is added, prices are shown without it and sums with it: promotions then stand as notes below.
  const { goods, delivery } = pricesIncludeTax && discounts.length > 0 ? it.before : it
  const rows = pricesIncludeTax ? included(visit, taxes) : added(visit, taxes)
  return html`<dl class="totals">
    <div>
      <dt>${t('totals.goods')}</dt>
      <dd>${showMoney(visit, goods)}</dd>
    </div>
    ${
      delivery &&
      html`<div>
        <dt>${t('totals.delivery')}</dt>
        <dd>${isZero(delivery) ? t('totals.free') : showMoney(visit, delivery)}</dd>
      </div>`
    }
    ${pricesIncludeTax && discounts.map((one) => discountRow(visit, one))}${!pricesIncludeTax && rows}
    <div class="grand">
      <dt>${t(discounts.some(({ isLater }) => isLater) ? 'totals.deposit' : 'totals.total')}</dt>
      <dd>${showMoney(visit, total)}</dd>
    </div>
    ${it.giftCards && cardRows(visit, it.giftCards, it.isPaid)}${pricesIncludeTax && rows}${!pricesIncludeTax && discounts.map((one) => discountRow(visit, one))}
  </dl>`
}

function discountRow(visit: Visit, { name, amount, isLater }: DiscountLine): Html {
  return html`<div class="${isLater ? '' : 'saved'}">
    <dt>${name}</dt>
    <dd>${showMoney(visit, negate(amount))}</dd>
  </div>`
}

function included(visit: Visit, taxes: Totals['taxes']): Html[] {
  const { t } = visit
  if ('amount' in taxes) return [taxRow(visit, taxes, t('totals.taxes_included'))]
  return taxes.map((line) =>
    taxRow(
      visit,
      line.tax,
      line.name === undefined
        ? t('totals.tax_included', { percent: percentOf(visit, line) })
        : t('totals.tax_named_included', { percent: percentOf(visit, line), name: line.name }),
    ),
  )
}

function added(visit: Visit, taxes: Totals['taxes']): Html[] {
  const { t } = visit
  if ('amount' in taxes) return [taxRow(visit, taxes, t('totals.taxes_added'))]
  return taxes.map((line) =>
    taxRow(
      visit,
      line.tax,
      line.name === undefined
        ? t('totals.tax_added', { percent: percentOf(visit, line) })
        : t('totals.tax_named_added', { percent: percentOf(visit, line), name: line.name }),
    ),
  )
}

function taxRow(visit: Visit, tax: Money, words: string): Html {
  return html`<div class="minor">
    <dt>${words}</dt>
    <dd>${showMoney(visit, tax)}</dd>
  </div>`
}

function percentOf({ locale }: Visit, { percent }: TaxLine): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(percent as `${number}`)
}
