import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Redemption } from '../domain/redemption.ts'
import { refusals } from '../domain/refusals.ts'

const usedUp = {
  promotion_not_overused: () => refusals.promotion_used_up(),
  promotion_within_budget: () => refusals.promotion_used_up(),
  coupon_not_overused: () => refusals.promotion_used_up(),
  promotion_not_overused_by_customer: () => refusals.promotion_used_up_by_customer(),
}

/**
 * Counts an order's promotions, in statements that travel with COMMIT. Nothing is read first: the constraints refuse the use
 * that is one too many, and with it the order; so a limited promotion's row is held for the time of the commit alone. Rows are
 * locked in the order of their ids, as everywhere.
 */
export function insertRedemptions(
  ctx: Context,
  {
    orderId,
    customerId,
    redemptions,
  }: { orderId: string; customerId: string | null; redemptions: readonly Redemption[] },
): void {
  const ids = redemptions.map(({ promotionId }) => promotionId)
  const amounts = redemptions.map(({ amount }) => amount.amount)
  const currency = redemptions[0]?.amount.currency ?? ''
  const coupons = redemptions.map(({ coupon }) => coupon ?? null)
  ctx.tx.later(sql`
    INSERT INTO pricing.redemption (order_id, promotion_id, customer_id, coupon, amount, currency, at)
    SELECT ${orderId}::uuid, used.promotion_id, ${customerId}::uuid, used.coupon, used.amount, ${currency}::text, ${ctx.now}::timestamptz
    FROM unnest(${ids}::uuid[], ${coupons}::text[], ${amounts}::bigint[]) AS used(promotion_id, coupon, amount)`)
  ctx.tx.later(
    sql`
    WITH used AS (
      SELECT l.promotion_id, u.amount
      FROM unnest(${ids}::uuid[], ${amounts}::bigint[]) AS u(promotion_id, amount)
      JOIN pricing.promotion_limit l ON l.promotion_id = u.promotion_id
      ORDER BY l.promotion_id FOR NO KEY UPDATE OF l
    )
    UPDATE pricing.promotion_limit l SET uses = l.uses + 1,
      spent = l.spent + CASE WHEN l.budget_currency = ${currency}::text THEN used.amount ELSE 0 END
    FROM used WHERE l.promotion_id = used.promotion_id`,
    { refusals: usedUp },
  )
  if (coupons.some((coupon) => coupon !== null)) {
    ctx.tx.later(
      sql`
      WITH used AS (SELECT code FROM pricing.coupon WHERE code = ANY(${coupons}::text[]) ORDER BY code FOR NO KEY UPDATE)
      UPDATE pricing.coupon c SET uses = c.uses + 1 FROM used WHERE c.code = used.code`,
      { refusals: usedUp },
    )
  }
  if (customerId !== null) {
    ctx.tx.later(
      sql`
      INSERT INTO pricing.customer_use (promotion_id, customer_id, uses, most_uses)
      SELECT l.promotion_id, ${customerId}::uuid, 1, l.most_uses_of_customer FROM pricing.promotion_limit l
      WHERE l.promotion_id = ANY(${ids}::uuid[]) AND l.most_uses_of_customer IS NOT NULL ORDER BY l.promotion_id
      ON CONFLICT (promotion_id, customer_id) DO UPDATE SET uses = pricing.customer_use.uses + 1, most_uses = excluded.most_uses`,
      { refusals: usedUp },
    )
  }
}

/** Gives the uses of an order back that came to nothing; harmless twice. */
export function releaseRedemptions(ctx: Context, orderId: string): void {
  ctx.tx.later(sql`
    WITH released AS (
      UPDATE pricing.redemption SET released_at = ${ctx.now} WHERE order_id = ${orderId}::uuid AND released_at IS NULL
      RETURNING promotion_id, customer_id, coupon, amount, currency
    ), limits AS (
      SELECT l.promotion_id, r.amount, r.currency FROM pricing.promotion_limit l JOIN released r USING (promotion_id)
      ORDER BY l.promotion_id FOR NO KEY UPDATE OF l
    ), counted AS (
      UPDATE pricing.promotion_limit l SET uses = l.uses - 1,
        spent = l.spent - CASE WHEN l.budget_currency = limits.currency THEN limits.amount ELSE 0 END
      FROM limits WHERE l.promotion_id = limits.promotion_id
    ), coupons AS (
      UPDATE pricing.coupon c SET uses = c.uses - 1 FROM released r WHERE c.code = r.coupon
    )
    UPDATE pricing.customer_use u SET uses = u.uses - 1 FROM released r
    WHERE u.promotion_id = r.promotion_id AND u.customer_id = r.customer_id AND u.uses > 0`)
}
