import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { checkWishes, type TogetherWish } from '../domain/bought-together.ts'
import { readWishes, writeWishes } from '../store/bought-together.ts'
import { lockRelated } from '../store/related.ts'
import { lockAsSeen, tellPart, type ProductSeen } from './part-of-product.ts'

export interface PutTogetherWishes extends ProductSeen {
  /** In the order in which those that are pinned stand. */
  readonly wishes: readonly TogetherWish[]
}

/** Says what of the things bought together stands first and what is never shown, instead of what was said before. */
export async function putTogetherWishes(
  ctx: Context,
  { productId, version, wishes }: PutTogetherWishes,
): Promise<Result<{ readonly version: number }>> {
  const known = await lockRelated(ctx, [productId, ...wishes.map((one) => one.productId)])
  const held = await lockAsSeen(ctx, { productId, version })
  if (!held.ok) return held
  const checked = checkWishes(productId, wishes, known)
  if (!checked.ok) return checked
  const before = await readWishes(ctx, productId)
  const after = wishes.map((one) => ({ productId: one.productId, wish: one.wish }))
  if (JSON.stringify(before) === JSON.stringify(after)) return ok({ version: held.value.version })
  writeWishes(ctx, productId, after)
  return tellPart(ctx, held.value, { field: 'bought_together', before, after })
}
