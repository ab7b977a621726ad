import { html, type Html } from '../../host/http/html.ts'
import type { IntangibleOffer } from '../views.ts'
import { textIn, type Visit } from '../visit.ts'
import { fileWords } from './file-words.ts'

/** Of what is downloaded: which files, how often and how long (Directive 2011/83/EU, art. 6 (1) (r) and (s)). Of a service: where. */
export function whatYouGet(visit: Visit, offer: IntangibleOffer | undefined): Html | undefined {
  if (offer?.kind === 'service') return place(visit, offer)
  return offer?.kind === 'digital' ? files(visit, offer) : undefined
}

function files(visit: Visit, { files: all, limit, days }: IntangibleOffer): Html {
  const { t } = visit
  return html`<section class="what-you-get" aria-labelledby="get">
    <h2 id="get">${t('product.get.files')}</h2>
    <ul>
      ${all.map((file) => html`<li>${file.name} <span class="options">${fileWords(visit, file)}</span></li>`)}
    </ul>
    ${limit !== null && html`<p class="fine-print">${t('product.get.limit', { count: limit })}</p>`}
    ${days !== null && html`<p class="fine-print">${t('product.get.days', { count: days })}</p>`}
  </section>`
}

function place(visit: Visit, { notes }: IntangibleOffer): Html | undefined {
  const note = textIn(visit, notes)
  if (note === '') return undefined
  return html`<section class="what-you-get" aria-labelledby="get">
    <h2 id="get">${visit.t('product.get.service')}</h2>
    <p class="with-lines">${note}</p>
  </section>`
}
