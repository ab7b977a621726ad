import { html } from '../../host/http/html.ts'
import { productGrid } from '../partials/product-card.ts'
import { renderPage } from '../layout.ts'
import type { ProductCard } from '../views.ts'
import { href, type Visit } from '../visit.ts'

export interface Trouble {
  readonly title: string
  readonly text: string
  /** To tell us: an id that our log knows. */
  readonly reference?: string | undefined
  readonly instead?: readonly ProductCard[]
}

export function troublePage(visit: Visit, { title, text, reference, instead = [] }: Trouble): string {
  const { t } = visit
  return renderPage(visit, {
    title,
    noindex: true,
    body: html`<div class="wide trouble">
      <h1>${title}</h1>
      <p class="lead">${text}</p>
      ${reference !== undefined && html`<p class="fine-print">${t('trouble.reference', { reference })}</p>`}
      <p class="acts">
        <a class="button" href="${href(visit, '')}">${t('trouble.home')}</a
        ><a class="button quiet" href="${href(visit, '/products')}">${t('trouble.all')}</a>
      </p>
      ${
        instead.length > 0 &&
        html`<h2>${t('search.instead')}</h2>
          ${productGrid(visit, instead)}`
      }
    </div>`,
  })
}
