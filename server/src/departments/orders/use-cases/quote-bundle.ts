import { asId } from '../../../kernel/ids.ts'
import type { Reader } from '../../organisation/index.ts'
import type { Basket, BasketBundle } from '../domain/basket.ts'
import type { QuotedBundle } from '../queries/quote.ts'
import { quoteBasket } from './quote-basket.ts'

/** Where a bundle is looked at, before there is a basket. */
export type BundlePlace = Pick<Basket, 'market' | 'country' | 'locale' | 'channelCode' | 'buyer'>

/** One bundle as it would be sold now, by itself and before promotions on a basket; undefined where it cannot be priced. */
export async function quoteBundle(
  reader: Reader,
  place: BundlePlace,
  { variantId, choices, now }: Pick<BasketBundle, 'variantId' | 'choices'> & { readonly now: Date },
): Promise<QuotedBundle | undefined> {
  const quote = await quoteBasket(
    reader,
    {
      ...place,
      // Nobody's: it is looked at, never kept.
      id: asId<'basket'>(variantId),
      lines: [],
      bundles: [{ id: '', variantId, choices, quantity: 1 }],
      deliveryMethod: null,
      coupons: [],
      version: 0,
      ordered: false,
    },
    now,
  )
  return quote.ok ? quote.value.bundles[0] : undefined
}
