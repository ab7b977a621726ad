import type { BuyerCancellation } from '../../flows/cancel-by-buyer/index.ts'
import { html, type Html } from '../../host/http/html.ts'
import { refusalWords } from '../refusal-words.ts'
import { href, type Visit } from '../visit.ts'
import { mayWithdraw } from './withdrawal-words.ts'

/** On the page of an order: the way to call it off, or why it is not possible and what is instead. */
export function cancelHere(
  visit: Visit,
  {
    cancellation,
    linkToken,
    withdrawsBelow,
  }: {
    readonly cancellation: BuyerCancellation | undefined
    readonly linkToken: string
    /** The same page has its own part about that right: once is enough. */
    readonly withdrawsBelow: boolean
  },
): Html | undefined {
  if (!cancellation) return undefined
  const { t } = visit
  const { refusal, until, minutes, lines } = cancellation
  const isPossible = refusal === null || lines.some((line) => line.refusal === null)
  return html`<section aria-labelledby="cancel">
    <h2 id="cancel">${t('cancel.section')}</h2>
    ${
      isPossible
        ? html`<p>${t('cancel.until', { until, minutes })}</p>
            <p>
              <a class="text-link" rel="nofollow" href="${href(visit, `/orders/${linkToken}/cancellation`)}"
                >${t('cancel.link')}</a
              >
            </p>`
        : html`<p>${t('cancel.not_here')} ${refusalWords(visit, refusal)}</p>
            ${insteadOf(visit, linkToken, !withdrawsBelow)}`
    }
  </section>`
}

/** What else there is: the right that the law gives, and a person who reads. */
export function insteadOf(visit: Visit, linkToken: string, withdrawal = true): Html {
  const { t, shop, market } = visit
  const entity = shop.entities.find(({ id }) => id === market.entityId) ?? shop.entities[0]
  const query = new URLSearchParams({ order: linkToken })
  return html`<ul>
    ${
      withdrawal &&
      mayWithdraw(visit) &&
      html`<li>
        <a class="text-link" rel="nofollow" href="${`${href(visit, '/withdraw')}?${query}`}"
          >${t('cancel.or_withdraw')}</a
        >
      </li>`
    }
    ${
      entity?.email &&
      html`<li>
        <a class="text-link" href="mailto:${entity.email}">${t('cancel.or_write', { email: entity.email })}</a>
      </li>`
    }
  </ul>`
}
