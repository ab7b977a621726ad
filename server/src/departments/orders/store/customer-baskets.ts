import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { BasketLine } from '../domain/basket.ts'
import type { JoinPolicy, LeftOut } from '../domain/join-baskets.ts'
import type { BundleToSave } from './baskets.ts'

/** From now on the customer goes on with this one, wherever they are signed in. */
export function saveCustomersBasket(ctx: Context, customerId: string, basketId: string): void {
  ctx.tx.later(sql`UPDATE orders.customer_basket SET basket_id = ${basketId} WHERE customer_id = ${customerId}`)
  ctx.tx.later(sql`
    UPDATE orders.basket SET customer_id = ${customerId}, updated_at = ${ctx.now}
    WHERE id = ${basketId} AND customer_id IS DISTINCT FROM ${customerId}`)
}

export interface ContentToSave {
  readonly lines: readonly BasketLine[]
  readonly bundles: readonly BundleToSave[]
  readonly coupons: readonly string[]
}

/** All that a basket holds, instead of what it held; what stays keeps its place. */
export function replaceContent(ctx: Context, basketId: string, { lines, bundles, coupons }: ContentToSave): void {
  const variantIds = lines.map(({ variantId }) => variantId)
  ctx.tx.later(sql`
    DELETE FROM orders.basket_line WHERE basket_id = ${basketId} AND NOT variant_id = ANY(${variantIds}::uuid[])`)
  ctx.tx.later(sql`
    INSERT INTO orders.basket_line (basket_id, variant_id, quantity, added_at)
    SELECT ${basketId}, l.variant_id, l.quantity, ${ctx.now}
    FROM unnest(${variantIds}::uuid[], ${lines.map(({ quantity }) => quantity)}::int[]) AS l(variant_id, quantity)
    ON CONFLICT (basket_id, variant_id) DO UPDATE SET quantity = excluded.quantity`)
  ctx.tx.later(sql`
    DELETE FROM orders.basket_bundle WHERE basket_id = ${basketId} AND NOT id = ANY(${bundles.map(({ id }) => id)}::uuid[])`)
  for (const bundle of bundles) {
    ctx.tx.later(sql`
      INSERT INTO orders.basket_bundle (basket_id, id, variant_id, choices, choice_key, quantity, added_at)
      VALUES (${basketId}, ${bundle.id}, ${bundle.variantId}, ${jsonText(bundle.choices)}::jsonb, ${bundle.choiceKey},
        ${bundle.quantity}, ${ctx.now})
      ON CONFLICT (basket_id, id) DO UPDATE SET quantity = excluded.quantity`)
  }
  ctx.tx.later(sql`
    UPDATE orders.basket SET coupons = ${coupons}, version = version + 1, updated_at = ${ctx.now} WHERE id = ${basketId}`)
}

export interface BasketJoin {
  readonly from: string
  readonly into: string
  readonly customerId: string
  readonly policy: JoinPolicy
  readonly leftOut: readonly LeftOut[]
}

/** One basket went into another: where it was shopping for, and for which company, goes along; it is empty and closed. */
export function recordJoin(ctx: Context, { from, into, customerId, policy, leftOut }: BasketJoin): void {
  ctx.tx.later(sql`
    INSERT INTO orders.basket_join (from_id, into_id, customer_id, policy, left_out, at)
    VALUES (${from}, ${into}, ${customerId}, ${policy}, ${jsonText(leftOut)}::jsonb, ${ctx.now})`)
  ctx.tx.later(sql`
    UPDATE orders.basket b SET country = g.country, market_code = g.market_code, locale = g.locale,
      delivery_method = CASE WHEN g.country = b.country THEN coalesce(g.delivery_method, b.delivery_method) ELSE g.delivery_method END,
      region = CASE WHEN g.country = b.country THEN coalesce(g.region, b.region) ELSE g.region END,
      postcode = CASE WHEN g.country = b.country THEN coalesce(g.postcode, b.postcode) ELSE g.postcode END,
      business = coalesce(g.business, b.business), version = b.version + 1, updated_at = ${ctx.now}
    FROM orders.basket g WHERE b.id = ${into} AND g.id = ${from}`)
  ctx.tx.later(sql`DELETE FROM orders.basket_line WHERE basket_id = ${from}`)
  ctx.tx.later(sql`DELETE FROM orders.basket_bundle WHERE basket_id = ${from}`)
}
