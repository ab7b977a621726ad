import { ok, type Result } from '../../../kernel/result.ts'
import type { Reader } from '../../organisation/index.ts'
import type { Basket, BasketId, BasketMarket } from '../domain/basket.ts'
import { getShare } from '../queries/basket-shares.ts'
import { presentBasket, type BasketView } from '../queries/present-basket.ts'
import { quoteToShow } from './quote-to-show.ts'

export interface ShareAsked {
  readonly shareId: string | undefined
  readonly market: BasketMarket
  readonly country: string
  readonly locale: string
}

/** What was shared, with what it would cost whoever looks: prices of now, in their country. */
export async function viewShare(
  reader: Reader,
  { shareId, market, country, locale }: ShareAsked,
  now: Date,
): Promise<Result<{ readonly basket: BasketView; readonly expiresAt: Date }>> {
  const share = await getShare(reader, shareId, now)
  if (!share.ok) return share
  const { id, lines, bundles, expiresAt } = share.value
  const basket: Basket = {
    id: id as BasketId,
    lines,
    bundles,
    country,
    locale,
    deliveryMethod: null,
    channelCode: 'web',
    coupons: [],
    version: 1,
    ordered: false,
    market,
  }
  const quote = await quoteToShow(reader, basket, now)
  return quote.ok ? ok({ basket: presentBasket(quote.value, locale), expiresAt }) : quote
}
