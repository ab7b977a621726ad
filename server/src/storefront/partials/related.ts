import { html, type Html } from '../../host/http/html.ts'
import type { ProductCard, ProductPage } from '../views.ts'
import type { Visit } from '../visit.ts'
import { productGrid } from './product-card.ts'

/** What goes with a product, what others bought with it, what may be bought instead; the last first where it is sold out. */
export function relatedProducts(visit: Visit, product: ProductPage): Html {
  const { goesWith, together, instead } = product.related
  const shelves: [string, string, readonly ProductCard[]][] = [
    ['goes-with', visit.t('product.goes_with'), goesWith],
    ['together', visit.t('product.together'), together],
    ['instead', visit.t('product.instead'), instead],
  ]
  const ordered = isSoldOut(product) ? shelves.toReversed() : shelves
  return html`${ordered.map(
    ([id, title, cards]) =>
      cards.length > 0 &&
      html`<section class="band" aria-labelledby="${id}">
        <h2 id="${id}">${title}</h2>
        ${productGrid(visit, cards)}
      </section>`,
  )}`
}

/** A bundle whose choice is not complete has no number yet: it is not sold out. */
function isSoldOut({ bundle, variants }: ProductPage): boolean {
  if (bundle) return bundle.price !== undefined && bundle.available <= 0
  return variants.every(({ available, price }) => available <= 0 || !price)
}
