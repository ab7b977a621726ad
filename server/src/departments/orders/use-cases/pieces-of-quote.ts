import { needsDelivery } from '../../catalog/index.ts'
import type { StockWish } from '../../inventory/index.ts'
import type { Quote, QuotedLine } from '../queries/quote.ts'

/** What is taken from the shelf: lines, and the components of bundles. */
export function piecesOfQuote({ lines, bundles }: Pick<Quote, 'lines' | 'bundles'>): StockWish[] {
  return [
    ...lines.filter(({ offer }) => liesOnShelf(offer)).map(({ line }) => line),
    ...bundles.flatMap(({ bundle, components }) =>
      components
        .filter(({ offer }) => liesOnShelf(offer))
        .map(({ component: { variantId, quantity } }) => ({ variantId, quantity: quantity * bundle.quantity })),
    ),
  ]
}

const liesOnShelf = (offer: QuotedLine['offer']) => needsDelivery(offer?.kind ?? 'physical')
