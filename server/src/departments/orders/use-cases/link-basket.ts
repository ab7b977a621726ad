import type { Context } from '../../../host/context.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { BasketKey } from '../queries/read-basket.ts'
import { saveShopper } from '../store/baskets.ts'
import { lockOpenBasket } from './lock-open-basket.ts'

/** Whoever carries the basket's token and is signed in makes it theirs. Doing it twice changes nothing. */
export async function linkBasket(ctx: Context, key: BasketKey): Promise<Result<void>> {
  if (key.shopper === undefined) return hostRefusals.not_signed_in()
  const basket = await lockOpenBasket(ctx, key)
  if (!basket.ok) return basket
  saveShopper(ctx, basket.value.id, key.shopper)
  return ok()
}
