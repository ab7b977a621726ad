import type { Database } from '../../../host/database/pool.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { sql, trusted } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { TermsJson } from '../domain/promotions/promotion-terms.ts'
import { refusals } from '../domain/refusals.ts'
import { promotionState, type PromotionState } from './promotions-list.ts'

type Reader = Pick<Database, 'row' | 'rows'>

interface PromotionRow {
  readonly id: string
  readonly version: number
  readonly code: string
  readonly names: Record<string, string>
  readonly terms: TermsJson
  readonly needs_coupon: boolean
  readonly begins_at: Date | null
  readonly ends_at: Date | null
  readonly priority: number
  readonly stacking_class: string
  readonly exclusive: boolean
  readonly state: PromotionState
  readonly pause_reason: string | null
  readonly most_uses: bigint | null
  readonly most_uses_of_customer: number | null
  readonly budget: bigint | null
  readonly budget_currency: string | null
  readonly spent: bigint | null
  readonly coupons: bigint
}

interface UsedRow {
  readonly currency: string
  readonly uses: bigint
  readonly amount: bigint
}

export type PromotionView = ReturnType<typeof toView>

/** One promotion with what it gave so far, by currency. */
export async function getPromotion(reader: Reader, id: string): Promise<Result<PromotionView>> {
  if (!isUuid(id)) return refusals.promotion_not_found()
  const [row, used] = await Promise.all([
    reader.row(sql<PromotionRow>`
      SELECT p.id, p.version, p.code, p.names, p.terms, p.needs_coupon, p.begins_at, p.ends_at, p.priority, p.stacking_class,
        p.exclusive, ${trusted(promotionState)} AS state, l.most_uses, l.most_uses_of_customer, l.budget, l.budget_currency, l.spent,
        (SELECT s.reason FROM pricing.promotion_pause s WHERE s.promotion_id = p.id AND s.ended_at IS NULL) AS pause_reason,
        (SELECT count(*) FROM pricing.coupon c WHERE c.promotion_id = p.id) AS coupons
      FROM pricing.promotion p LEFT JOIN pricing.promotion_limit l ON l.promotion_id = p.id WHERE p.id = ${id}`),
    reader.rows(sql<UsedRow>`
      SELECT currency, count(*) AS uses, sum(amount)::bigint AS amount FROM pricing.redemption
      WHERE promotion_id = ${id} AND released_at IS NULL GROUP BY currency ORDER BY currency`),
  ])
  return row ? ok(toView(row, used)) : refusals.promotion_not_found()
}

export async function promotionExists(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return isUuid(id) && (await reader.row(sql`SELECT 1 FROM pricing.promotion WHERE id = ${id}`)) !== undefined
}

/** Id -> name in a language, of those that exist. */
export async function promotionTitles(
  reader: Pick<Database, 'rows'>,
  ids: readonly string[],
  locale: Locale,
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; title: string }>`
    SELECT id, coalesce(names ->> ${locale}, names ->> 'en', code) AS title FROM pricing.promotion
    WHERE id = ANY(${ids.filter(isUuid)}::uuid[])`)
  return new Map(rows.map(({ id, title }) => [id, title]))
}

function toView(row: PromotionRow, used: readonly UsedRow[]) {
  const { budget, budget_currency: currency } = row
  return {
    id: row.id,
    version: row.version,
    code: row.code,
    names: row.names,
    state: row.state as string,
    pauseReason: row.pause_reason,
    needsCoupon: row.needs_coupon,
    coupons: Number(row.coupons),
    beginsAt: row.begins_at?.toISOString() ?? null,
    endsAt: row.ends_at?.toISOString() ?? null,
    terms: row.terms,
    limits: {
      mostUses: row.most_uses === null ? null : Number(row.most_uses),
      mostUsesOfCustomer: row.most_uses_of_customer,
      budget: budget === null || currency === null ? null : { amount: Number(budget), currency },
    },
    priority: row.priority,
    stackingClass: row.stacking_class,
    exclusive: row.exclusive,
    given: used.map((one) => ({
      uses: Number(one.uses),
      amount: { amount: Number(one.amount), currency: one.currency },
    })),
  }
}

/** Of every promotion, in their order. */
export async function promotionCodes(reader: Pick<Database, 'rows'>): Promise<string[]> {
  const rows = await reader.rows(sql<{ code: string }>`SELECT code FROM pricing.promotion ORDER BY code`)
  return rows.map(({ code }) => code)
}
