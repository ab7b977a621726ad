import { html, type Html } from '../../host/http/html.ts'
import type { ProductCard } from '../views.ts'
import { href, languageOf, textIn, type Visit } from '../visit.ts'
import { availability } from './availability.ts'
import { basePriceWords } from './base-price.ts'
import { picture } from './picture.ts'
import { priceOf } from './price.ts'

const SIZES = '(min-width: 1200px) 280px, (min-width: 760px) 30vw, 46vw'

export function productGrid(visit: Visit, cards: readonly ProductCard[], { firstRow = 0 } = {}): Html {
  return html`<ul class="grid">
    ${cards.map((card, index) => productCard(visit, card, index < firstRow))}
  </ul>`
}

/** One link for picture and name, so that a keyboard stops once at each product. */
function productCard(visit: Visit, card: ProductCard, first: boolean): Html {
  const { t, locale } = visit
  const base = basePriceWords(visit, card)
  const language = languageOf(visit, card.names)
  return html`<li class="card">
    <a href="${href(visit, `/products/${card.handle}`)}">
      <span class="box"
        >${picture(card.imageFileId, { alt: '', sizes: SIZES, first, focal: card.focal })}${
          card.compareAt && card.available > 0 && html`<span class="badge">${t('price.reduced')}</span>`
        }</span
      >
      <span class="card-name" ${language !== locale && html` lang="${language}"`}>${textIn(visit, card.names)}</span></a
    >
    <p class="card-price">${priceOf(visit, card)}</p>
    ${base !== '' && html`<p class="card-base">${base}</p>`}
    ${card.available <= 5 && html`<p class="card-stock">${availability(visit, card.available)}</p>`}
  </li>`
}
