import type { Context } from '../../host/context.ts'
import type { Result } from '../../kernel/result.ts'
import { joinBasketCards } from '../../departments/gift-cards/index.ts'
import { linkBasket, type BasketKey, type LinkedBasket } from '../../departments/orders/index.ts'

/** Who signs in goes on with one basket: what was in two, with what was said of the gift cards in them. */
export async function joinBaskets(ctx: Context, key: BasketKey): Promise<Result<LinkedBasket>> {
  const linked = await linkBasket(ctx, key)
  if (!linked.ok) return linked
  const { basketId, from, pieces, carriedFirst } = linked.value
  if (from !== undefined) joinBasketCards(ctx, { from, into: basketId, pieces, carriedFirst })
  return linked
}
