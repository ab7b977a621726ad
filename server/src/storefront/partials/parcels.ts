import type { ParcelsOfOrder, ViewedParcel } from '../../departments/fulfilment/index.ts'
import { html, type Html } from '../../host/http/html.ts'
import { localDateIn } from '../../kernel/time.ts'
import { showDay, type Visit } from '../visit.ts'

// i18n-dynamic: fulfilment.shop.*
const say = ({ translate }: Visit, key: string, values?: Record<string, string | number>): string =>
  translate(`fulfilment.shop.${key}`, values)

/** Each parcel with what is inside, where it is, and the way to follow it; then what is still to be sent. */
export function parcels(
  visit: Visit,
  { parcels: view }: { readonly parcels: ParcelsOfOrder | undefined },
): Html | undefined {
  const shown = view?.parcels.filter(({ state }) => state !== 'taken_back') ?? []
  if (!view || shown.length === 0) return undefined
  return html`<section aria-labelledby="parcels">
    <h2 id="parcels">${say(visit, 'title')}</h2>
    ${shown.map((parcel) => oneParcel(visit, parcel))}
    ${
      view.left.length > 0 &&
      html`<p><b>${say(visit, 'left')}</b></p>
        ${pieces(visit, view.left)}`
    }
  </section>`
}

/** All of it has left: nothing is packed any more. */
export function isAllSent({ parcels: view }: { readonly parcels: ParcelsOfOrder | undefined }): boolean {
  const shown = view?.parcels.filter(({ state }) => state !== 'taken_back') ?? []
  const isGone = ({ leftAt, deliveredOn }: ViewedParcel) => leftAt !== null || deliveredOn !== null
  return shown.length > 0 && view?.left.length === 0 && shown.every(isGone)
}

function oneParcel(visit: Visit, parcel: ViewedParcel): Html {
  const { label, trackingUrl } = parcel
  const by = carriedBy(visit, parcel)
  return html`<p>
      <b>${say(visit, 'one', { number: label })}</b><br />${whereIs(visit, parcel)}${by && html`<br />${by}`}
    </p>
    ${
      trackingUrl !== null &&
      html`<p>
        <a class="text-link" rel="nofollow noopener" href="${trackingUrl}"
          >${say(visit, 'follow', { number: label })}</a
        >
      </p>`
    }
    ${pieces(visit, parcel.lines)}`
}

function pieces(visit: Visit, lines: ViewedParcel['lines']): Html {
  return html`<ul>
    ${lines.map(({ quantity, name }) => html`<li>${say(visit, 'inside', { quantity, name })}</li>`)}
  </ul>`
}

/** While staff may still take it back it is only packed, as far as its buyer is concerned. */
function whereIs(visit: Visit, { state, shippedAt, leftAt, deliveredOn }: ViewedParcel): string {
  if (deliveredOn !== null) return say(visit, 'delivered', { day: showDay(visit, deliveredOn) })
  if (state === 'shipped' && shippedAt !== null && leftAt !== null) {
    const day = localDateIn(shippedAt, visit.market.timeZone)
    return say(visit, 'shipped', { day: showDay(visit, day) })
  }
  return say(visit, state === 'lost' || state === 'returned' ? state : 'packed')
}

function carriedBy(visit: Visit, { carrier, trackingNumber: number }: ViewedParcel): string | undefined {
  if (carrier !== null && number !== null) return say(visit, 'carried', { carrier, number })
  if (carrier !== null) return say(visit, 'by', { carrier })
  return number === null ? undefined : say(visit, 'numbered', { number })
}
