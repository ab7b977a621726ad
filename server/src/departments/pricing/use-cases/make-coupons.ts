import { randomBelow } from '../../../host/auth/random-below.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { COUPON_LETTERS, COUPON_PATTERN, couponFrom, normalCoupon } from '../domain/coupon-code.ts'
import { refusals } from '../domain/refusals.ts'
import { deleteCoupon, insertCoupons } from '../store/coupons.ts'
import { lockPromotion } from '../store/promotions.ts'

export interface CouponsToMake {
  readonly promotionId: string
  /** Codes of one's own; or so many by chance, with a prefix. */
  readonly codes?: readonly string[] | undefined
  readonly count?: number | undefined
  readonly prefix?: string | undefined
  /** How often each may be used; as often as the promotion where there is none. */
  readonly mostUses: number | null
}

/** Makes coupons of a promotion; all or none. */
export async function makeCoupons(ctx: Context, wish: CouponsToMake): Promise<Result<{ made: string[] }>> {
  const held = await lockPromotion(ctx, wish.promotionId)
  if (!held) return refusals.promotion_not_found()
  if (!held.draft.needsCoupon) return refusals.promotion_takes_no_coupons()
  const prefix = normalCoupon(wish.prefix ?? '')
  const codes = wish.codes
    ? [...new Set(wish.codes.map(normalCoupon))]
    : Array.from({ length: wish.count ?? 1 }, () => couponFrom(prefix, () => randomBelow(COUPON_LETTERS)))
  const malformed = codes.findIndex((code) => !COUPON_PATTERN.test(code))
  if (malformed >= 0) return refusals.coupon_malformed({ field: wish.codes ? `codes.${malformed}` : 'prefix' })
  const made = await insertCoupons(ctx, { promotionId: held.id, codes, mostUses: wish.mostUses })
  if (made.length < codes.length) {
    const taken = codes.find((code) => !made.includes(code)) ?? ''
    return refusals.coupon_taken({ field: 'codes', params: { code: taken } })
  }
  // The codes are money: the trail keeps how many, not which.
  ctx.audit({
    action: 'pricing:promote',
    objectType: 'promotion',
    objectId: held.id,
    changes: [{ field: 'couponsMade', before: null, after: made.length }],
  })
  return ok({ made: [...made].sort() })
}

/** Takes a coupon back that nobody has used. */
export async function withdrawCoupon(
  ctx: Context,
  { promotionId, code }: { promotionId: string; code: string },
): Promise<Result<void>> {
  const held = await lockPromotion(ctx, promotionId)
  if (!held) return refusals.promotion_not_found()
  if (!(await deleteCoupon(ctx, held.id, normalCoupon(code)))) return refusals.coupon_not_found()
  ctx.audit({
    action: 'pricing:promote',
    objectType: 'promotion',
    objectId: held.id,
    changes: [{ field: 'couponsWithdrawn', before: null, after: 1 }],
  })
  return ok()
}
