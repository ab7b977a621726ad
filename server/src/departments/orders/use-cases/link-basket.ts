import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { BasketKey } from '../queries/read-basket.ts'
import { saveShopper } from '../store/baskets.ts'
import { lockOpenBasket } from './lock-open-basket.ts'

/** Whoever carries the basket's token and is signed in makes it theirs; nobody's it is again where nobody is. Twice is once. */
export async function linkBasket(ctx: Context, key: BasketKey): Promise<Result<void>> {
  const basket = await lockOpenBasket(ctx, key)
  if (!basket.ok) return basket
  saveShopper(ctx, basket.value.id, key.shopper)
  return ok()
}
