import { html, type Html } from '../../host/http/html.ts'
import type { ProductPage } from '../views.ts'
import { href, type Visit } from '../visit.ts'

const isUnion = ({ market }: Visit) => market.lawPack === 'eu'

/**
 * Before somebody is bound, they are reminded of the legal guarantee of conformity with its two years, in a prominent place:
 * Directive 2011/83/EU art. 6(1)(l) as amended by Directive (EU) 2024/825, in force since 27 September 2026. Its words stand on a page
 * of their own. A voucher is no good: there is nothing that could lack conformity. What Implementing Regulation (EU) 2025/1960 has drawn is not redrawn here: it is published by the Commission.
 */
export function legalGuarantee(visit: Visit, { vouchersAlone }: { readonly vouchersAlone: boolean }): Html | undefined {
  if (!isUnion(visit) || vouchersAlone) return undefined
  const { t } = visit
  return html`<aside class="guarantee" aria-label="${t('guarantee.legal')}">
    <strong>${t('guarantee.legal')}</strong>
    <p>${t('guarantee.legal_text')} <a href="${href(visit, '/guarantee')}">${t('guarantee.read')}</a></p>
  </aside>`
}

/**
 * A producer's guarantee of durability of more than two years, of the whole good and at no cost: Directive 2011/83/EU art. 6(1)(la).
 * Who gives it, for what and how long; and that the law's own guarantee holds beside it.
 */
export function durabilityGuarantee(visit: Visit, { name, vendor, safety }: ProductPage): Html | undefined {
  const { durabilityYears, maker } = safety
  const producer = maker?.name ?? vendor
  if (durabilityYears === null || producer === '') return undefined
  const { t } = visit
  return html`<aside class="guarantee durability" aria-label="${t('guarantee.durability')}">
    <span class="guarantee-years">${t('safety.years', { count: durabilityYears })}</span>
    <strong>${t('guarantee.durability')}</strong>
    <p>${t('guarantee.durability_text', { producer, name })}${isUnion(visit) && html` ${t('guarantee.beside')}`}</p>
  </aside>`
}
