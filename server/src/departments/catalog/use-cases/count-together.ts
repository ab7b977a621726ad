import type { Context } from '../../../host/context.ts'
import { countTogether } from '../domain/bought-together.ts'
import { noteDue, readKept, takeDue, writeCounted } from '../store/bought-together.ts'
import { markCatalogChanged } from '../store/content-version.ts'

/** An order with these products came or went. */
export function noteBought(ctx: Context, productIds: readonly string[]): Promise<void> {
  return noteDue(ctx, productIds)
}

/** Products that wait to be counted; whoever takes them counts them in the same transaction. */
export function takeToCount(ctx: Context, limit: number): Promise<string[]> {
  return takeDue(ctx, limit)
}

/** Keeps what its orders say now; nothing is written where that is what they said before. */
export async function keepTogether(
  ctx: Context,
  productId: string,
  orders: readonly (readonly string[])[],
): Promise<void> {
  const counted = countTogether(productId, orders)
  const before = await readKept(ctx, productId)
  if (JSON.stringify(before) === JSON.stringify(counted)) return
  writeCounted(ctx, productId, counted)
  const inOrder = ({ others }: typeof counted) => others.map((one) => one.productId).join(' ')
  if (inOrder(before) !== inOrder(counted)) markCatalogChanged(ctx)
}
