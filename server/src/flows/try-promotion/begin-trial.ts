import { countPastSales } from '../../departments/orders/index.ts'
import { beginTrial, loadPromotionsOfPeriod, type PromotionWish } from '../../departments/pricing/index.ts'
import type { Context } from '../../host/context.ts'
import type { Result } from '../../kernel/result.ts'

export interface TrialAsked {
  readonly promotionId: string | undefined
  readonly draft: PromotionWish
  /** How far back. */
  readonly days: number
}

const DAY_MS = 86_400_000

/** Keeps what is asked, with how much there is to look at and which promotions it will meet. */
export async function beginPromotionTrial(
  ctx: Context,
  { promotionId, draft, days }: TrialAsked,
): Promise<Result<{ readonly id: string }>> {
  const until = ctx.now
  const since = new Date(until.getTime() - days * DAY_MS)
  const { orders, baskets } = await countPastSales(ctx.tx, { since, until })
  const { versions } = await loadPromotionsOfPeriod(ctx.tx, { since, until, except: promotionId })
  return beginTrial(ctx, { promotionId, draft, since, until, others: versions, toLookAt: orders + baskets })
}
