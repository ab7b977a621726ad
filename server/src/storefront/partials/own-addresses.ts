import type { AddressView } from '../../departments/customers/index.ts'
import { html, type Html } from '../../host/http/html.ts'
import { countryName, href, type Visit } from '../visit.ts'

/** On one line, as people know their addresses apart. */
export function addressLine({ locale }: Visit, address: AddressView): string {
  const { recipient, company, line1, line2, postalCode, city, region, country } = address
  const town = [postalCode, city, region].filter(Boolean).join(' ')
  return [recipient, company, line1, line2, town, countryName(locale, country)].filter(Boolean).join(', ')
}

/** In the account: what is kept, and one button for each that forgets it. */
export function ownAddresses(visit: Visit, addresses: readonly AddressView[]): Html {
  const { t } = visit
  return html`<section aria-labelledby="own-addresses">
    <h2 id="own-addresses">${t('account.addresses.title')}</h2>
    ${addresses.length === 0 && html`<p>${t('account.addresses.none')}</p>`}
    <ul class="own-cards">
      ${addresses.map((address) => {
        const line = addressLine(visit, address)
        return html`<li>
          <span class="own-card">${line}</span>
          <form method="post" action="${href(visit, `/account/addresses/${address.id}/removal`)}">
            <button
              class="button quiet small"
              type="submit"
              aria-label="${t('account.addresses.remove_named', { address: line })}"
            >
              ${t('account.addresses.remove')}
            </button>
          </form>
        </li>`
      })}
    </ul>
  </section>`
}

/** In the checkout: each fills in the form, and takes the basket to its country. */
export function addressChoices(visit: Visit, addresses: readonly AddressView[]): Html | undefined {
  if (addresses.length === 0) return undefined
  const { t } = visit
  return html`<details class="own-choices">
    <summary>${t('account.addresses.other')}</summary>
    <ul>
      ${addresses.map(
        (address) =>
          html`<li>
            <button class="button quiet small" type="submit" name="act" value="address:${address.id}">
              ${addressLine(visit, address)}
            </button>
          </li>`,
      )}
    </ul>
  </details>`
}
