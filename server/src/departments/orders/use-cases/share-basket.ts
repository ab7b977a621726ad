import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { getShare } from '../queries/basket-shares.ts'
import { getBasket, type BasketKey } from '../queries/read-basket.ts'
import { insertShare } from '../store/basket-shares.ts'
import { addBasketBundle } from './change-bundles.ts'
import { setBasketLine } from './change-basket.ts'
import { lockOpenBasket } from './lock-open-basket.ts'

const DAYS = 30

export interface SharedBasket {
  readonly id: string
  readonly expiresAt: Date
}

/** Goods and numbers as they are now, for a link: no coupons, no names, nothing of whose basket it is. */
export async function shareBasket(ctx: Context, key: BasketKey): Promise<Result<SharedBasket>> {
  const basket = await getBasket(ctx.tx, key)
  if (!basket.ok) return basket
  const { lines, bundles } = basket.value
  if (lines.length + bundles.length === 0) return refusals.basket_empty()
  const share = { id: ctx.newId(), expiresAt: new Date(ctx.now.getTime() + DAYS * 86_400_000) }
  insertShare(ctx, { ...share, lines, bundles })
  return ok(share)
}

export interface CopyOfShare {
  readonly pieces: number
  /** What could not be put there: gone, sold out, too many. */
  readonly leftOut: readonly { readonly variantId: string; readonly quantity: number }[]
}

/** Puts what was shared into a basket, beside what lies there. What cannot be had is left out and named; the rest comes. */
export async function copyShare(
  ctx: Context,
  { shareId, into }: { readonly shareId: string | undefined; readonly into: BasketKey },
): Promise<Result<CopyOfShare>> {
  const share = await getShare(ctx.tx, shareId, ctx.now)
  if (!share.ok) return share
  const basket = await lockOpenBasket(ctx, into)
  if (!basket.ok) return basket
  const held = new Map(basket.value.lines.map(({ variantId, quantity }) => [variantId, quantity]))
  const leftOut: CopyOfShare['leftOut'][number][] = []
  let pieces = 0
  const note = (done: Result<void>, { variantId, quantity }: { variantId: string; quantity: number }) => {
    if (done.ok) pieces += quantity
    else leftOut.push({ variantId, quantity })
  }
  for (const { variantId, quantity } of share.value.lines) {
    const wish = { variantId, quantity: Math.min(999, quantity + (held.get(variantId) ?? 0)) }
    note(await setBasketLine(ctx, into, wish), { variantId, quantity })
  }
  for (const { variantId, choices, quantity } of share.value.bundles) {
    note(await addBasketBundle(ctx, into, { variantId, choices, quantity }), { variantId, quantity })
  }
  return ok({ pieces, leftOut })
}
