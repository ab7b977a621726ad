import { html, type Html } from '../../host/http/html.ts'
import type { OrderPage, PickupPlace } from '../views.ts'
import { countryName, type Visit } from '../visit.ts'

/** Where it goes, or where it is collected; then to whom the invoice goes, where that is another address. */
export function whereTo(visit: Visit, { address, billing, delivery }: OrderPage): Html {
  const { t } = visit
  const goods = delivery?.pickup
    ? collectedAt(visit, delivery.pickup, address.name)
    : html`<section aria-labelledby="to">
        <h2 id="to">${t(delivery ? 'order.to' : 'order.bought_by')}</h2>
        ${written(visit, address)}
      </section>`
  if (!billing) return goods
  return html`${goods}
    <section aria-labelledby="billed-to">
      <h2 id="billed-to">${t('order.billed_to')}</h2>
      ${written(visit, billing)}
    </section>`
}

function written({ locale }: Visit, address: OrderPage['address']): Html {
  const { name, company, street, street2, country, phone, phoneShown = phone } = address
  const rows = [name, company, street, street2, ...townRows(address), countryName(locale, country), phoneShown]
  return html`<address>
    ${rows.filter((row) => row !== null && row !== '').map((row, index) => html`${index > 0 && html`<br />`}${row}`)}
  </address>`
}

function collectedAt({ t }: Visit, { name, street, postcode, city, hours }: PickupPlace, who: string): Html {
  return html`<section aria-labelledby="to">
    <h2 id="to">${t('order.collect')}</h2>
    <address>${name}<br />${street}<br />${postcode} ${city}</address>
    <p>${hours}</p>
    <p>${t('order.collected_by', { name: who })}</p>
  </section>`
}

/** Town, region and postcode as an envelope of the country has them. */
function townRows({ postcode, city, region, country }: OrderPage['address']): (string | null)[] {
  if (country === 'IE' || country === 'ID') return [city, [region, postcode].filter(Boolean).join(' ')]
  const town = [postcode, city, country === 'IT' ? region : ''].filter(Boolean).join(' ')
  return country === 'IT' ? [town] : [town, region]
}
