import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { PromotionId } from '../domain/promotions/promotion-draft.ts'

/** Writes those that nobody has yet, and answers them. */
export async function insertCoupons(
  ctx: Context,
  { promotionId, codes, mostUses }: { promotionId: PromotionId; codes: readonly string[]; mostUses: number | null },
): Promise<string[]> {
  const rows = await ctx.tx.rows(sql<{ code: string }>`
    INSERT INTO pricing.coupon (code, promotion_id, most_uses, created_at)
    SELECT code, ${promotionId}::uuid, ${mostUses}::int, ${ctx.now}::timestamptz FROM unnest(${codes}::text[]) AS code
    ON CONFLICT (code) DO NOTHING RETURNING code`)
  return rows.map(({ code }) => code)
}

/** Takes back a coupon that nobody has used; false when it is not there, or was used. */
export async function deleteCoupon(ctx: Context, promotionId: PromotionId, code: string): Promise<boolean> {
  const row = await ctx.tx.row(sql`
    DELETE FROM pricing.coupon c WHERE c.code = ${code} AND c.promotion_id = ${promotionId}
      AND NOT EXISTS (SELECT 1 FROM pricing.redemption r WHERE r.coupon = c.code)
    RETURNING 1`)
  return row !== undefined
}
