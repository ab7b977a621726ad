import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { money } from '../../../kernel/money.ts'
import { normalCoupon } from '../domain/coupon-code.ts'
import type { Promotion } from '../domain/promotions/promotion.ts'
import type { PromotionId } from '../domain/promotions/promotion-draft.ts'
import { readTerms, type TermsJson } from '../domain/promotions/promotion-terms.ts'

/** A promotion as a basket meets it now, with what is left of its limits. */
export interface LivePromotion extends Promotion {
  readonly id: PromotionId
}

interface LiveRow {
  readonly id: PromotionId
  readonly code: string
  readonly names: Record<string, string>
  readonly terms: TermsJson
  readonly needs_coupon: boolean
  readonly begins_at: Date | null
  readonly ends_at: Date | null
  readonly priority: number
  readonly stacking_class: string
  readonly exclusive: boolean
  readonly uses_left: bigint | null
  readonly budget_left: bigint | null
  readonly budget_currency: string | null
  readonly entered: readonly string[] | null
  readonly coupon_left: number | null
}

/**
 * Promotions that apply by themselves and run now, and those whose coupon was entered, whenever they run: who enters a coupon
 * of yesterday is told that it ended. Coupons that belong to nothing find nothing.
 */
export async function loadLivePromotions(
  reader: Pick<Database, 'rows'>,
  { now, coupons }: { readonly now: Date; readonly coupons: readonly string[] },
): Promise<LivePromotion[]> {
  const entered = coupons.map(normalCoupon)
  const rows = await reader.rows(sql<LiveRow>`
    SELECT p.id, p.code, p.names, p.terms, p.needs_coupon, p.begins_at, p.ends_at, p.priority, p.stacking_class, p.exclusive,
      l.most_uses - l.uses AS uses_left, l.budget - l.spent AS budget_left, l.budget_currency, c.entered, c.coupon_left
    FROM pricing.promotion p
    LEFT JOIN pricing.promotion_limit l ON l.promotion_id = p.id
    LEFT JOIN (
      SELECT promotion_id, array_agg(code ORDER BY code) AS entered,
        CASE WHEN bool_or(most_uses IS NULL) THEN NULL ELSE max(most_uses - uses) END AS coupon_left
      FROM pricing.coupon WHERE code = ANY(${entered}::text[]) GROUP BY promotion_id
    ) c ON c.promotion_id = p.id
    WHERE NOT EXISTS (SELECT 1 FROM pricing.promotion_pause s WHERE s.promotion_id = p.id AND s.ended_at IS NULL)
      AND ((NOT p.needs_coupon AND coalesce(p.ends_at, 'infinity') > ${now} AND (p.begins_at IS NULL OR p.begins_at <= ${now}))
        OR (p.needs_coupon AND c.promotion_id IS NOT NULL))
    ORDER BY p.code`)
  return rows.map(toLive)
}

function toLive(row: LiveRow): LivePromotion {
  const { uses_left, budget_left, coupon_left } = row
  const uses = [uses_left === null ? undefined : Number(uses_left), coupon_left ?? undefined].filter(
    (left) => left !== undefined,
  )
  return {
    id: row.id,
    code: row.code,
    names: row.names,
    ...(row.begins_at && { from: row.begins_at }),
    ...(row.ends_at && { until: row.ends_at }),
    ...(row.needs_coupon && { coupons: row.entered ?? [] }),
    ...readTerms(row.terms),
    limits: {
      ...(uses.length > 0 && { uses: Math.min(...uses) }),
      ...(budget_left !== null && row.budget_currency !== null && { budget: money(budget_left, row.budget_currency) }),
    },
    priority: row.priority,
    stackingClass: row.stacking_class,
    exclusive: row.exclusive,
  }
}
