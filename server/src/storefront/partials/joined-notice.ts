// i18n-dynamic: storefront.basket.joined.*, storefront.basket.left_out.*
import type { JoinShown } from '../../departments/orders/index.ts'
import { html, type Html } from '../../host/http/html.ts'
import type { Visit } from '../visit.ts'
import { notice } from './notice.ts'

/** What became of two baskets at sign-in, and every piece that is in neither any more. */
export function joinedNotice({ t }: Visit, { policy, leftOut }: JoinShown): Html {
  return notice(
    leftOut.length === 0 ? 'good' : 'warning',
    html`<p>${t(`basket.joined.${policy}`)}</p>
      ${
        leftOut.length > 0 &&
        html`<ul>
          ${leftOut.map(({ name, quantity, because }) => html`<li>${t(`basket.left_out.${because}`, { name: name ?? t('basket.gone'), count: quantity })}</li>`)}
        </ul>`
      }`,
  )
}
