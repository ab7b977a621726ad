import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { NO_LIMIT, type OrderLimit } from '../domain/order-limit.ts'

export function writeOrderLimit(ctx: Context, productId: string, { least, most, step }: OrderLimit): void {
  ctx.tx.later(
    least === NO_LIMIT.least && most === NO_LIMIT.most && step === NO_LIMIT.step
      ? sql`DELETE FROM catalog.order_limit WHERE product_id = ${productId}`
      : sql`
        INSERT INTO catalog.order_limit (product_id, least, most, step) VALUES (${productId}, ${least}, ${most}, ${step})
        ON CONFLICT (product_id) DO UPDATE SET least = excluded.least, most = excluded.most, step = excluded.step`,
  )
}
