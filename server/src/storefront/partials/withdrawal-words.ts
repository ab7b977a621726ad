import { offersWithdrawal, withdrawalByLaw } from '../../departments/returns/index.ts'
import { html, type Html } from '../../host/http/html.ts'
import { href, type Visit } from '../visit.ts'

// i18n-dynamic: returns.shop.*
export const withdrawalWords = ({ translate }: Visit, key: string, values?: Record<string, string | number>): string =>
  translate(`returns.shop.${key}`, values)

export const mayWithdraw = ({ country, market, shop }: Visit): boolean =>
  offersWithdrawal({ country, lawPack: market.lawPack, promisedDays: shop.withdrawalDays.get(market.code) ?? 0 })

const LEAST_DAYS = 14

/** As many as the policy in force promises, and no fewer than the law gives. */
function daysOf({ country, market, shop }: Visit): number {
  const promised = shop.withdrawalDays.get(market.code) ?? 0
  return withdrawalByLaw({ country, lawPack: market.lawPack }) ? Math.max(promised, LEAST_DAYS) : promised
}

/** On the page of an order, as long as it may be called off by law: what is known stands in the form already. */
export function withdrawHere(visit: Visit, { linkToken }: { readonly linkToken: string }): Html | undefined {
  if (!mayWithdraw(visit)) return undefined
  const query = new URLSearchParams({ order: linkToken })
  return html`<section aria-labelledby="withdraw">
    <h2 id="withdraw">${withdrawalWords(visit, 'title')}</h2>
    <p>${withdrawalWords(visit, 'on_order', { days: daysOf(visit) })}</p>
    <p>
      <a class="text-link" rel="nofollow" href="${`${href(visit, '/withdraw')}?${query}`}"
        >${withdrawalWords(visit, 'footer')}</a
      >
    </p>
  </section>`
}
