import { newToken } from '../../../host/auth/tokens.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { listMarkets, marketOfCountry } from '../../organisation/index.ts'
import type { BasketId } from '../domain/basket.ts'
import { refusals } from '../domain/refusals.ts'
import { insertBasket } from '../store/baskets.ts'

/** An empty basket for a country; its token is told once and kept by the shopper. */
export async function createBasket(
  ctx: Context,
  { country, locale }: { country: string; locale: string },
): Promise<Result<{ id: BasketId; token: string }>> {
  const market = marketOfCountry(await listMarkets(ctx.tx), country)
  if (!market) return refusals.country_not_served({ field: 'country', params: { country } })
  const basket = { id: ctx.newId<'basket'>(), token: newToken() }
  insertBasket(ctx, { ...basket, marketCode: market.code, channelCode: 'web', country, locale })
  return ok(basket)
}
