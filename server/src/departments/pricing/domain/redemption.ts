import type { Money } from '../../../kernel/money.ts'
import type { PromotionId } from './promotions/promotion-draft.ts'

/** One promotion in one order: what it took off, and by which coupon. */
export interface Redemption {
  readonly promotionId: PromotionId
  readonly amount: Money
  readonly coupon: string | undefined
}
