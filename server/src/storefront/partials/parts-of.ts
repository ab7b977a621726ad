import { html, type Html } from '../../host/http/html.ts'
import type { Money } from '../../kernel/money.ts'
import type { BundlePart } from '../views.ts'
import { showMoney, type Visit } from '../visit.ts'

/** What is in a bundle; after the sale also what was paid for each. */
export function partsOf(visit: Visit, parts: readonly (BundlePart & { readonly total?: Money })[]): Html {
  return html`<ul class="parts">
    ${parts.map(
      ({ name, quantity, total }) =>
        html`<li>
          ${visit.t('bundle.pieces_of', { count: quantity, name })}${total && html` · ${showMoney(visit, total)}`}
        </li>`,
    )}
  </ul>`
}
