import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import { currencyCode } from '../../../kernel/currency.ts'
import { money } from '../../../kernel/money.ts'
import type { PromotionDraft, PromotionId, PromotionUse } from '../domain/promotions/promotion-draft.ts'
import type { TermsJson } from '../domain/promotions/promotion-terms.ts'
import { refusals } from '../domain/refusals.ts'

export interface LockedPromotion {
  readonly id: PromotionId
  readonly version: number
  readonly draft: PromotionDraft
  readonly used: PromotionUse
  readonly paused: boolean
  readonly createdAt: Date
}

interface PromotionRow {
  readonly id: PromotionId
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
  readonly paused: boolean
  readonly created_at: Date
  readonly most_uses: bigint | null
  readonly uses: bigint | null
  readonly most_uses_of_customer: number | null
  readonly budget: bigint | null
  readonly budget_currency: string | null
  readonly spent: bigint | null
}

const codeTaken = { promotion_code: () => refusals.promotion_code_taken({ field: 'code' }) }

/** With what was used of it: limits are counted in a row of their own, which orders change without this lock. */
export async function lockPromotion(ctx: Context, id: string): Promise<LockedPromotion | undefined> {
  const locked = ctx.tx.row(sql`SELECT 1 FROM pricing.promotion WHERE id = ${id}::uuid FOR UPDATE`)
  const limit = ctx.tx.row(sql`SELECT 1 FROM pricing.promotion_limit WHERE promotion_id = ${id}::uuid FOR UPDATE`)
  const read = ctx.tx.row(sql<PromotionRow>`
    SELECT p.id, p.version, p.code, p.names, p.terms, p.needs_coupon, p.begins_at, p.ends_at, p.priority, p.stacking_class,
      p.exclusive, p.created_at, l.most_uses, l.uses, l.most_uses_of_customer, l.budget, l.budget_currency, l.spent,
      EXISTS (SELECT 1 FROM pricing.promotion_pause s WHERE s.promotion_id = p.id AND s.ended_at IS NULL) AS paused
    FROM pricing.promotion p LEFT JOIN pricing.promotion_limit l ON l.promotion_id = p.id WHERE p.id = ${id}::uuid`)
  const [, , row] = await Promise.all([locked, limit, read])
  return row && toLocked(row)
}

function toLocked(row: PromotionRow): LockedPromotion {
  return {
    id: row.id,
    version: row.version,
    paused: row.paused,
    createdAt: row.created_at,
    used: { uses: Number(row.uses ?? 0n), spent: row.spent ?? 0n, budgetCurrency: row.budget_currency },
    draft: {
      code: row.code,
      names: row.names,
      needsCoupon: row.needs_coupon,
      beginsAt: row.begins_at,
      endsAt: row.ends_at,
      terms: row.terms,
      limits: {
        mostUses: row.most_uses === null ? null : Number(row.most_uses),
        mostUsesOfCustomer: row.most_uses_of_customer,
        budget: row.budget === null ? null : money(row.budget, currencyCode(row.budget_currency ?? '')),
      },
      priority: row.priority,
      stackingClass: row.stacking_class,
      exclusive: row.exclusive,
    },
  }
}

export function insertPromotion(ctx: Context, id: PromotionId, draft: PromotionDraft): void {
  ctx.tx.later(
    sql`
    INSERT INTO pricing.promotion (id, code, names, terms, needs_coupon, begins_at, ends_at, priority, stacking_class, exclusive,
      created_at)
    VALUES (${id}, ${draft.code}, ${jsonText(draft.names)}, ${jsonText(draft.terms)}, ${draft.needsCoupon}, ${draft.beginsAt},
      ${draft.endsAt}, ${draft.priority}, ${draft.stackingClass}, ${draft.exclusive}, ${ctx.now})`,
    { refusals: codeTaken },
  )
  saveLimits(ctx, id, draft)
}

export function updatePromotion(ctx: Context, id: PromotionId, draft: PromotionDraft): void {
  ctx.tx.later(
    sql`
    UPDATE pricing.promotion SET code = ${draft.code}, names = ${jsonText(draft.names)}, terms = ${jsonText(draft.terms)},
      needs_coupon = ${draft.needsCoupon}, begins_at = ${draft.beginsAt}, ends_at = ${draft.endsAt},
      priority = ${draft.priority}, stacking_class = ${draft.stackingClass}, exclusive = ${draft.exclusive},
      version = version + 1
    WHERE id = ${id}`,
    { refusals: codeTaken },
  )
  saveLimits(ctx, id, draft)
}

/**
 * Who limits a promotion that ran without limits begins to count from what was used of it. A limit that is taken away keeps
 * its row: it counts on, and costs little.
 */
function saveLimits(
  ctx: Context,
  id: PromotionId,
  { limits: { mostUses, mostUsesOfCustomer, budget } }: PromotionDraft,
): void {
  const limited = mostUses !== null || mostUsesOfCustomer !== null || budget !== null
  ctx.tx.later(sql`
    INSERT INTO pricing.promotion_limit (promotion_id, most_uses, most_uses_of_customer, budget, budget_currency, uses, spent)
    SELECT ${id}::uuid, ${mostUses}::bigint, ${mostUsesOfCustomer}::int, ${budget?.amount ?? null}::bigint,
      ${budget?.currency ?? null}::text, count(r.order_id),
      coalesce(sum(r.amount) FILTER (WHERE r.currency = ${budget?.currency ?? null}::text), 0)
    FROM (SELECT 1) one LEFT JOIN pricing.redemption r ON r.promotion_id = ${id}::uuid AND r.released_at IS NULL
    WHERE ${limited}::boolean OR EXISTS (SELECT 1 FROM pricing.promotion_limit WHERE promotion_id = ${id}::uuid)
    HAVING ${limited}::boolean OR EXISTS (SELECT 1 FROM pricing.promotion_limit WHERE promotion_id = ${id}::uuid)
    ON CONFLICT (promotion_id) DO UPDATE SET most_uses = excluded.most_uses, budget = excluded.budget,
      most_uses_of_customer = excluded.most_uses_of_customer, budget_currency = excluded.budget_currency,
      uses = excluded.uses, spent = excluded.spent`)
  ctx.tx.later(sql`
    UPDATE pricing.customer_use SET most_uses = greatest(uses, ${mostUsesOfCustomer ?? 2_147_483_647}::int)
    WHERE promotion_id = ${id}::uuid`)
}

export function insertPause(ctx: Context, id: PromotionId, reason: string): void {
  ctx.tx.later(sql`
    INSERT INTO pricing.promotion_pause (id, promotion_id, at, actor, reason)
    VALUES (${ctx.newId()}, ${id}, ${ctx.now}, ${actorText(ctx.actor)}, ${reason})`)
  raiseVersion(ctx, id)
}

export function endPause(ctx: Context, id: PromotionId): void {
  ctx.tx.later(sql`
    UPDATE pricing.promotion_pause SET ended_at = ${ctx.now} WHERE promotion_id = ${id} AND ended_at IS NULL`)
  raiseVersion(ctx, id)
}

function raiseVersion(ctx: Context, id: PromotionId): void {
  ctx.tx.later(sql`UPDATE pricing.promotion SET version = version + 1 WHERE id = ${id}`)
}
