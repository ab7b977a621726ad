import type { Context } from '../../../host/context.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import type { Redemption } from '../domain/redemption.ts'
import { usesFreed } from '../queries/uses-freed.ts'
import { insertRedemptions, releaseRedemptions } from '../store/redemptions.ts'

/** Counts the promotions of an order in its transaction; the use that is one too many refuses the order. */
export function redeemPromotions(
  ctx: Context,
  order: { readonly orderId: string; readonly customerId: string | null; readonly redemptions: readonly Redemption[] },
): void {
  if (order.redemptions.length > 0) insertRedemptions(ctx, order)
}

/** An order came to nothing: its uses may be used again. */
export function releasePromotions(ctx: Context, orderId: string): void {
  releaseRedemptions(ctx, orderId)
}

/** An order was called off: whether its uses come back is the shop's to say. */
export async function freePromotions(ctx: Context, orderId: string): Promise<void> {
  if (await readSetting(ctx.tx, usesFreed)) releaseRedemptions(ctx, orderId)
}
