import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { NO_LIMIT, soundLimit, type OrderLimit } from '../domain/order-limit.ts'
import { findOrderLimit } from '../queries/order-limits.ts'
import { writeOrderLimit } from '../store/order-limits.ts'
import { lockAsSeen, tellPart, type ProductSeen } from './part-of-product.ts'

export interface OrderLimitToPut extends ProductSeen {
  readonly limit: OrderLimit
}

/** Says how many of a product one order may have. Baskets that hold another number say so; orders that were placed stay. */
export async function putOrderLimit(
  ctx: Context,
  { productId, version, limit }: OrderLimitToPut,
): Promise<Result<{ readonly version: number }>> {
  const held = await lockAsSeen(ctx, { productId, version })
  if (!held.ok) return held
  const sound = soundLimit(limit)
  if (!sound.ok) return sound
  const before = (await findOrderLimit(ctx.tx, productId)) ?? NO_LIMIT
  const { least, most, step } = limit
  if (before.least === least && before.most === most && before.step === step) return ok({ version: held.value.version })
  writeOrderLimit(ctx, productId, { least, most, step })
  return tellPart(ctx, held.value, { field: 'order_limit', before, after: { least, most, step } })
}
