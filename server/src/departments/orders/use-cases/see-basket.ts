import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { markOf, wholeOf } from '../queries/basket-now.ts'
import type { ShownQuote } from '../queries/quote.ts'
import type { BasketKey } from '../queries/read-basket.ts'
import { saveSeen } from '../store/baskets.ts'
import { lockOpenBasket } from './lock-open-basket.ts'
import { quoteToShow } from './quote-to-show.ts'

/** The shopper looked at the basket: what is new in it is what they know from now on. Nothing of it changes, so nothing is locked. */
export function keepSeen(ctx: Context, { id }: { readonly id: string }, { toSee }: Pick<ShownQuote, 'toSee'>): void {
  if (toSee) saveSeen(ctx, id, toSee)
}

/** The shopper says that they have seen what changed; `mark` says what they were told. Twice is once. */
export async function acknowledgeChanges(ctx: Context, key: BasketKey, mark: string): Promise<Result<void>> {
  const basket = await lockOpenBasket(ctx, key)
  if (!basket.ok) return basket
  const quote = await quoteToShow(ctx.tx, basket.value, ctx.now)
  if (!quote.ok) return quote
  const told = markOf(quote.value.changes)
  if (told === '') return ok()
  if (told !== mark) return refusals.basket_changed_again({ field: 'mark' })
  saveSeen(ctx, basket.value.id, wholeOf(quote.value))
  return ok()
}
