import type { PriceTier } from '../../departments/pricing/index.ts'
import { html, type Html } from '../../host/http/html.ts'
import type { Money } from '../../kernel/money.ts'
import type { UnitPrice } from '../../kernel/unit-price.ts'
import { showMoney, showPrice, type Visit } from '../visit.ts'

export interface PriceToShow {
  readonly price: Money | undefined
  /** Where it is finer than the minor unit. */
  readonly exactPrice?: UnitPrice | undefined
  readonly compareAt: Money | undefined
  /** The lowest of the thirty days before the reduction. */
  readonly lowest?: Money | undefined
  readonly isFrom?: boolean
}

/** The price, and the struck former one named as such for those who do not see the line. */
export function priceOf(visit: Visit, { price, exactPrice, compareAt, lowest, isFrom }: PriceToShow): Html {
  const { t } = visit
  if (!price) return html`<span class="price none">${t('price.none')}</span>`
  const shown = showPrice(visit, price, exactPrice)
  const now = isFrom ? t('price.from', { price: shown }) : shown
  if (!compareAt) return html`<span class="price">${now}</span>`
  return html`<span class="price reduced"><span class="unseen">${t('price.now')} </span>${now}</span>
    <s class="former"><span class="unseen">${t('price.before')} </span>${showMoney(visit, compareAt)}</s
    >${lowest && html` <small class="lowest">${lowestWords(visit, lowest)}</small>`}`
}

/** Directive 98/6/EC art. 6a: each announced reduction names the lowest price of the thirty days before it. */
export function lowestWords(visit: Visit, lowest: Money): string {
  return visit.t('price.lowest', { price: showMoney(visit, lowest) })
}

/** "From 100 pieces: 0.0110 € each", for each step; empty where quantity changes nothing. */
export function tierWords(visit: Visit, tiers: readonly PriceTier[]): string[] {
  return tiers.map(({ from, price, exactPrice }) =>
    visit.t('price.tier', { from, price: showPrice(visit, price, exactPrice) }),
  )
}

/** Directive 98/6/EC and 2011/83/EU art. 6(1)(e): the price a consumer sees says what it holds. */
export function taxNote({ market, t }: Visit): string {
  return market.pricesIncludeTax ? t('price.tax_included') : t('price.tax_added')
}
