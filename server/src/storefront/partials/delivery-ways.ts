// i18n-dynamic: storefront.checkout.other.*
import { html, type Html } from '../../host/http/html.ts'
import { isZero } from '../../kernel/money.ts'
import type { BasketPage, DeliveryChoice, OtherDelivery, PickupPlace } from '../views.ts'
import { showDay, showMoney, type Visit } from '../visit.ts'

/** The ways of delivery to choose from, each with what it costs and promises; then those that do not take this basket. */
export function deliveryWays(visit: Visit, { deliveries, otherDeliveries }: BasketPage, chosen: string): Html {
  const { t } = visit
  return html`<div data-part="ways">
    ${deliveries.length === 0 ? html`<p>${t('checkout.no_delivery')}</p>` : html`<div class="ways">${deliveries.map((choice, index) => option(visit, choice, { checked: choice.code === chosen, id: index === 0 ? 'field-delivery' : `field-delivery-${index}` }))}</div>`}
    ${otherDeliveries.map((other) => html`<p class="fine-print">${t(`checkout.other.${other.because}`, valuesOf(visit, other))}</p>`)}
  </div>`
}

function option(visit: Visit, choice: DeliveryChoice, { checked, id }: { checked: boolean; id: string }): Html {
  const { t } = visit
  const { pickup } = choice
  return html`<label class="option${pickup ? ' collected' : ''}"
    ><input type="radio" id="${id}" name="delivery" value="${choice.code}" ${checked && html` checked`} />
    <span class="option-text"
      ><span class="option-name">${choice.name}</span
      ><span class="option-more">${promiseOf(visit, choice)}</span
      >${pickup && html`<span class="option-more">${placeLine(pickup)}</span><span class="option-more">${pickup.hours}</span>`}${choice.description !== '' && html`<span class="option-more">${choice.description}</span>`}</span
    >
    <span class="option-price">${isZero(choice.price) ? t('totals.free') : showMoney(visit, choice.price)}</span></label
  >`
}

/** Between which days it arrives, or by when it can be collected. */
export function promiseOf(
  visit: Visit,
  { earliestOn, latestOn, pickup }: Pick<DeliveryChoice, 'earliestOn' | 'latestOn' | 'pickup'>,
): string {
  const { t } = visit
  if (pickup) return t('delivery.ready', { day: showDay(visit, latestOn) })
  return earliestOn === latestOn
    ? t('delivery.on', { day: showDay(visit, earliestOn) })
    : t('delivery.between', { first: showDay(visit, earliestOn), last: showDay(visit, latestOn) })
}

const placeLine = ({ name, street, postcode, city }: PickupPlace) => `${name}, ${street}, ${postcode} ${city}`

function valuesOf(visit: Visit, { name, kilograms, most }: OtherDelivery) {
  return { name, kilograms: kilograms ?? 0, amount: most ? showMoney(visit, most) : '' }
}
