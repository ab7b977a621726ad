import type { PolicyKind } from '../../departments/legal/index.ts'
import { html, type Html } from '../../host/http/html.ts'
import { isPositive } from '../../kernel/money.ts'
import type { CheckoutForm, CheckoutView } from '../pages/checkout.ts'
import { totalOf } from '../pages/basket.ts'
import { policyTitle } from '../pages/policy.ts'
import type { BasketPage } from '../views.ts'
import { href, showMoney, type Visit } from '../visit.ts'
import { latePiecesOf } from './availability.ts'
import { codesInCheckout } from './codes-in-checkout.ts'
import { consentBoxes } from './consents.ts'
import { cardWords, creditChoice, goesTo } from './gift-cards.ts'
import { legalGuarantee } from './guarantee.ts'
import { icons } from './icons.ts'
import { partsOf } from './parts-of.ts'
import { thenPay } from './payment-ways.ts'
import { paysLater } from './pays-later.ts'
import { picture } from './picture.ts'
import { earnsLine } from './points.ts'
import { totals } from './totals.ts'
import { untaxedBecause } from './untaxed-because.ts'
import { priceBefore } from './what-changed.ts'

/**
 * On a small screen, where the summary stands below everything: what is owed, in sight all the way, and the way there. It sticks to
 * the steps and so ends where the summary begins; its words are not those of the button that orders.
 */
export function owedBar(visit: Visit, { basket }: CheckoutView): Html {
  const { t } = visit
  const { giftCards, paysLater: later, total } = basket
  const [label, owed] = later
    ? [t('pays.today'), later.today]
    : isPositive(giftCards.covered)
      ? [cardWords(visit, 'due'), giftCards.due]
      : [t('totals.total'), total]
  return html`<div class="owed-bar">
    <p><span>${label}</span> <strong>${showMoney(visit, owed)}</strong></p>
    <a class="button small" href="#sum">${t('checkout.to_summary')}</a>
  </div>`
}

/** What is ordered and owed stands right above the button that orders it (Directive 2011/83/EU art. 8(2)). */
export function checkoutSummary(visit: Visit, view: CheckoutView): Html {
  const { basket, policies } = view
  const { t } = visit
  const next = thenPay(visit, { ways: basket.waysToPay, chosen: view.form.payment })
  return html`<section class="summary" aria-labelledby="sum">
    <h2 id="sum" tabindex="-1">${t('checkout.summary')}</h2>
    <ul class="small-lines">
      ${basket.lines.map(
        (line) =>
          html`<li>
            <span class="box">${picture(line.imageFileId, { alt: '', sizes: '56px' })}</span
            ><span
              ><span class="small-name">${line.name}</span
              >${line.options !== '' && html`<span class="options">${line.options}</span>`}<span class="options"
                >${t('order.quantity', { count: line.quantity })}</span
              >${latePiecesOf(visit, line)}${goesTo(visit, line)}${line.bundle && partsOf(visit, line.bundle.parts)}</span
            ><span class="small-total">${totalOf(visit, line)}</span
            >${priceBefore(visit, basket, line.bundle?.id ?? line.variantId)}
          </li>`,
      )}
    </ul>
    <p><a class="text-link" href="${href(visit, '/basket')}">${t('checkout.change_basket')}</a></p>
    ${codesInCheckout(visit, view)} ${creditChoice(visit, basket.giftCards, 'act')}
    ${totals(visit, { ...basket, delivery: basket.deliveryPrice })}
    <div class="earns">${earnsLine(visit, basket.earns)}</div>
    ${paysLater(visit, { later: basket.paysLater, isMixed: basket.isMixed, isDeliveryKnown: basket.deliveryPrice !== undefined })}
    ${untaxedBecause(visit, basket)}
    ${legalGuarantee(visit, { vouchersAlone: basket.lines.length > 0 && basket.lines.every(({ isVoucher }) => isVoucher) })}
    ${consents(visit, basket.consentsAsked, view.form)}
    <p class="fine-print">${t('checkout.agree')} ${agreed(visit, policies)}</p>
    <button class="button wide-button" type="submit" name="act" value="order" ${!basket.orderable && html` disabled`}>
      ${t('checkout.order')}
    </button>
    ${next !== undefined && html`<p class="fine-print with-icon then-pay">${icons.lock}<span>${next}</span></p>`}
  </section>`
}

/** Above the button, and never in its way: who does not agree orders all the same. */
function consents(visit: Visit, asked: BasketPage['consentsAsked'], form: CheckoutForm): Html | undefined {
  if (asked.length === 0) return undefined
  const given = asked.filter((kind) => form[`consent_${kind}`] === 'yes')
  return html`<fieldset class="consents">
    <legend>${visit.t('checkout.consents')}</legend>
    ${consentBoxes(visit, asked, given)}
    <p class="fine-print">${visit.t('checkout.consents_hint')}</p>
  </fieldset>`
}

/** What binds most stands first. */
const WEIGHT: readonly PolicyKind[] = ['sales', 'returns', 'shipping', 'warranty', 'discounts', 'privacy']

/** The very versions that the order will keep; of what the shop has not published, the pages that stand in for it. */
function agreed(visit: Visit, policies: CheckoutView['policies']): Html[] {
  const { t } = visit
  const inOrder = policies.toSorted((one, other) => WEIGHT.indexOf(one.kind) - WEIGHT.indexOf(other.kind))
  const links = inOrder.map(({ id, kind }) => ({ path: `/policies/${id}`, words: policyTitle(visit, kind) }))
  const has = (wanted: PolicyKind) => policies.some(({ kind }) => kind === wanted)
  if (!has('sales')) links.unshift({ path: '/terms', words: t('plain.terms.title') })
  if (!has('privacy')) links.push({ path: '/privacy', words: t('plain.privacy.title') })
  return links.map(({ path, words }, index) => html`${index > 0 && ' · '}<a href="${href(visit, path)}">${words}</a>`)
}
