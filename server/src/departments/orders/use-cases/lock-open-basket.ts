import type { Context } from '../../../host/context.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Basket } from '../domain/basket.ts'
import { refusals } from '../domain/refusals.ts'
import { getBasket, type BasketKey } from '../queries/read-basket.ts'
import { lockBasket } from '../store/locks.ts'

/** The basket under lock, still open. */
export async function lockOpenBasket(ctx: Context, key: BasketKey): Promise<Result<Basket>> {
  if (!isUuid(key.id)) return refusals.basket_not_found()
  lockBasket(ctx, key.id)
  const basket = await getBasket(ctx.tx, key)
  if (!basket.ok) return basket
  if (basket.value.joinedInto !== undefined) return refusals.basket_joined()
  return basket.value.ordered ? refusals.basket_already_ordered() : basket
}
