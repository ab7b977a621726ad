import type { Context } from '../../../host/context.ts'
import { noteProductsDue, noteProductsOfVariantsDue, takeProductsDue } from '../store/offers-due.ts'

/** The job of pricing that keeps what lists by price walk along. */
export const KEEP_OFFERS = 'keep-offers'

/** Something changed that lists by price go by: until the job has looked at it, they walk along the prices themselves. */
export function noteOffersDue(ctx: Context, productIds: readonly string[]): void {
  if (productIds.length === 0) return
  noteProductsDue(ctx, productIds)
  askToKeep(ctx)
}

/** The same where prices changed. */
export function noteOffersOfVariantsDue(ctx: Context, variantIds: readonly string[]): void {
  if (variantIds.length === 0) return
  noteProductsOfVariantsDue(ctx, variantIds)
  askToKeep(ctx)
}

/** Products that wait; whoever takes them keeps them in the same transaction. */
export function takeOffersDue(ctx: Context, limit: number): Promise<string[]> {
  return takeProductsDue(ctx, limit)
}

const TOGETHER_MS = 2_000

/** Once for all that change within two seconds, when those are over; what commits later still, the clock's own turn finds. */
function askToKeep(ctx: Context): void {
  const turn = Math.floor(ctx.now.getTime() / TOGETHER_MS)
  ctx.enqueue({ kind: KEEP_OFFERS, dedupKey: `turn ${turn}`, runAt: new Date((turn + 1) * TOGETHER_MS) })
}
