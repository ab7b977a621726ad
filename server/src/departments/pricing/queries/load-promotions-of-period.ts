import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Promotion } from '../domain/promotions/promotion.ts'
import { readTerms, type TermsJson } from '../domain/promotions/promotion-terms.ts'

/** A promotion with the times in which it did not apply although its days had come. */
export interface PromotionOfPeriod {
  readonly promotion: Promotion
  readonly pauses: readonly { readonly from: Date; readonly until: Date | null }[]
}

interface PeriodRow {
  readonly code: string
  readonly names: Record<string, string>
  readonly version: number
  readonly terms: TermsJson
  readonly needs_coupon: boolean
  readonly begins_at: Date
  readonly ends_at: Date | null
  readonly priority: number
  readonly stacking_class: string
  readonly exclusive: boolean
  readonly pauses: readonly { readonly from: string; readonly until: string | null }[]
}

/**
 * The promotions that ran at some time of a period, as they read today, and a text that changes when one of them does. Their limits
 * are left out: how much was left of them at an instant is not kept. Where one needs a coupon, its own code stands for any of them.
 */
export async function loadPromotionsOfPeriod(
  reader: Pick<Database, 'rows'>,
  { since, until, except }: { readonly since: Date; readonly until: Date; readonly except: string | undefined },
): Promise<{ readonly promotions: readonly PromotionOfPeriod[]; readonly versions: string }> {
  const rows = await reader.rows(sql<PeriodRow>`
    SELECT p.code, p.names, p.version, p.terms, p.needs_coupon, coalesce(p.begins_at, p.created_at) AS begins_at, p.ends_at,
      p.priority, p.stacking_class, p.exclusive,
      coalesce((SELECT jsonb_agg(jsonb_build_object('from', s.at, 'until', s.ended_at) ORDER BY s.at)
        FROM pricing.promotion_pause s WHERE s.promotion_id = p.id), '[]') AS pauses
    FROM pricing.promotion p
    WHERE coalesce(p.begins_at, p.created_at) < ${until} AND coalesce(p.ends_at, 'infinity') > ${since}
      AND p.id IS DISTINCT FROM ${except ?? null}::uuid
    ORDER BY p.code`)
  return {
    promotions: rows.map(toPromotion),
    versions: rows.map(({ code, version }) => `${code} ${version}`).join('\n'),
  }
}

function toPromotion(row: PeriodRow): PromotionOfPeriod {
  return {
    promotion: {
      code: row.code,
      names: row.names,
      from: row.begins_at,
      ...(row.ends_at && { until: row.ends_at }),
      ...(row.needs_coupon && { coupons: [row.code] }),
      ...readTerms(row.terms),
      priority: row.priority,
      stackingClass: row.stacking_class,
      exclusive: row.exclusive,
    },
    pauses: row.pauses.map(({ from, until }) => ({
      from: new Date(from),
      until: until === null ? null : new Date(until),
    })),
  }
}
