import { html, type Html } from '../../host/http/html.ts'
import type { BasketPage, GiftOffer } from '../views.ts'
import { href, showMoney, type Visit } from '../visit.ts'
import { picture } from './picture.ts'

/** What the basket has earned and does not hold yet, each with its button; and what a little more would earn. */
export function basketOffers(visit: Visit, { gifts, near }: BasketPage): Html {
  const { t } = visit
  return html`${gifts.map((gift) => giftOf(visit, gift))}
  ${near.map(({ name, missing }) => html`<p class="free-hint">${t('basket.spend_more', { missing: showMoney(visit, missing), name })}</p>`)}`
}

function giftOf(visit: Visit, { variantId, handle, name, options, imageFileId, units, promotion }: GiftOffer): Html {
  const { t } = visit
  const what = options === '' ? name : `${name}, ${options}`
  return html`<form method="post" action="${href(visit, `/basket/lines/${variantId}`)}" class="gift">
    <span class="box">${picture(imageFileId, { alt: '', sizes: '56px' })}</span>
    <div>
      <p>
        <a href="${href(visit, `/products/${handle}`)}">${what}</a>
        <span class="fine-print">${t('basket.gift', { count: units, promotion })}</span>
      </p>
      <input type="hidden" name="quantity" value="${units}" /><button class="button quiet small" type="submit">
        ${t('basket.gift_add')}<span class="unseen"> ${what}</span>
      </button>
    </div>
  </form>`
}
