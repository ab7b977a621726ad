import { offersWithdrawal } from '../../departments/returns/index.ts'
import { html, type Html } from '../../host/http/html.ts'
import { href, type Visit } from '../visit.ts'

// i18n-dynamic: returns.shop.*
export const withdrawalWords = ({ translate }: Visit, key: string, values?: Record<string, string>): string =>
  translate(`returns.shop.${key}`, values)

export const mayWithdraw = ({ country, market }: Visit): boolean =>
  offersWithdrawal({ country, lawPack: market.lawPack })

/** On the page of an order, as long as it may be called off by law: what is known stands in the form already. */
export function withdrawHere(visit: Visit, { linkToken }: { readonly linkToken: string }): Html | undefined {
  if (!mayWithdraw(visit)) return undefined
  const query = new URLSearchParams({ order: linkToken })
  return html`<section aria-labelledby="withdraw">
    <h2 id="withdraw">${withdrawalWords(visit, 'title')}</h2>
    <p>${withdrawalWords(visit, 'on_order')}</p>
    <p>
      <a class="text-link" rel="nofollow" href="${`${href(visit, '/withdraw')}?${query}`}"
        >${withdrawalWords(visit, 'footer')}</a
      >
    </p>
  </section>`
}
