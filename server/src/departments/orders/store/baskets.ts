import { hashToken } from '../../../host/auth/tokens.ts'
import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { BasketBundle, BasketId } from '../domain/basket.ts'
import type { BasketSeen, LineSeen } from '../domain/basket-changes.ts'
import type { Business } from '../domain/business.ts'

export interface NewBasket {
  readonly id: BasketId
  readonly token: string
  readonly marketCode: string
  readonly channelCode: string
  readonly country: string
  readonly locale: string
}

export function insertBasket(ctx: Context, basket: NewBasket): void {
  ctx.tx.later(sql`
    INSERT INTO orders.basket (id, token_hash, market_code, channel_code, country, locale, created_at, updated_at)
    VALUES (${basket.id}, ${hashToken(basket.token)}, ${basket.marketCode}, ${basket.channelCode}, ${basket.country},
      ${basket.locale}, ${ctx.now}, ${ctx.now})`)
}

export function saveLine(ctx: Context, basketId: BasketId, variantId: string, quantity: number): void {
  if (quantity === 0) {
    ctx.tx.later(sql`DELETE FROM orders.basket_line WHERE basket_id = ${basketId} AND variant_id = ${variantId}`)
  } else {
    ctx.tx.later(sql`
      INSERT INTO orders.basket_line (basket_id, variant_id, quantity, added_at)
      VALUES (${basketId}, ${variantId}, ${quantity}, ${ctx.now})
      ON CONFLICT (basket_id, variant_id) DO UPDATE SET quantity = excluded.quantity`)
  }
  touch(ctx, basketId)
}

export interface BundleToSave extends BasketBundle {
  readonly choiceKey: string
}

/** The same choices again are more of the same line; two at once are one. */
export function addBundle(ctx: Context, basketId: BasketId, bundle: BundleToSave): void {
  ctx.tx.later(sql`
    INSERT INTO orders.basket_bundle AS old (basket_id, id, variant_id, choices, choice_key, quantity, added_at)
    VALUES (${basketId}, ${bundle.id}, ${bundle.variantId}, ${JSON.stringify(bundle.choices)}::jsonb, ${bundle.choiceKey},
      ${bundle.quantity}, ${ctx.now})
    ON CONFLICT ON CONSTRAINT same_bundle_once DO UPDATE SET quantity = excluded.quantity`)
  touch(ctx, basketId)
}

export function saveBundleQuantity(ctx: Context, basketId: BasketId, bundleId: string, quantity: number): void {
  ctx.tx.later(
    quantity === 0
      ? sql`DELETE FROM orders.basket_bundle WHERE basket_id = ${basketId} AND id = ${bundleId}`
      : sql`UPDATE orders.basket_bundle SET quantity = ${quantity} WHERE basket_id = ${basketId} AND id = ${bundleId}`,
  )
  touch(ctx, basketId)
}

export interface Destination {
  readonly country: string
  readonly marketCode: string
  readonly deliveryMethod: string | null
  readonly region: string | null
  readonly postcode: string | null
  readonly locale: string
}

export function saveDestination(ctx: Context, basketId: BasketId, to: Destination): void {
  ctx.tx.later(sql`
    UPDATE orders.basket SET country = ${to.country}, market_code = ${to.marketCode}, delivery_method = ${to.deliveryMethod},
      region = ${to.region}, postcode = ${to.postcode},
      locale = ${to.locale}, version = version + 1, updated_at = ${ctx.now}
    WHERE id = ${basketId}`)
}

export function saveCoupons(ctx: Context, basketId: BasketId, coupons: readonly string[]): void {
  ctx.tx.later(sql`
    UPDATE orders.basket SET coupons = ${coupons}, version = version + 1, updated_at = ${ctx.now} WHERE id = ${basketId}`)
}

/** For which company somebody buys; null: for themselves. */
export function saveBusiness(ctx: Context, basketId: BasketId, business: Business | null): void {
  ctx.tx.later(sql`
    UPDATE orders.basket SET business = ${business && jsonText(business)}::jsonb, version = version + 1, updated_at = ${ctx.now}
    WHERE id = ${basketId}`)
}

/** What the shopper has seen of it; nothing of it is changed, so it keeps its version. */
export function saveSeen(ctx: Context, basketId: string, seen: BasketSeen): void {
  ctx.tx.later(sql`UPDATE orders.basket SET seen = ${jsonText(seen)}::jsonb WHERE id = ${basketId}`)
}

export interface LineToSee {
  readonly variantId: string
  readonly seen: LineSeen
  readonly place: string
  readonly currency: string
}

/** One line alone, as its page showed it; what was seen of another place is forgotten. */
export function saveSeenLine(ctx: Context, basketId: string, { variantId, seen, place, currency }: LineToSee): void {
  ctx.tx.later(sql`
    UPDATE orders.basket SET seen = jsonb_set(
      CASE WHEN seen ->> 'place' = ${place} AND seen ->> 'currency' = ${currency} THEN seen
        ELSE jsonb_build_object('place', ${place}::text, 'currency', ${currency}::text, 'lines', '{}'::jsonb, 'promotions', '{}'::jsonb) END,
      ARRAY['lines', ${variantId}::text], ${jsonText(seen)}::jsonb)
    WHERE id = ${basketId}`)
}

function touch(ctx: Context, basketId: BasketId): void {
  ctx.tx.later(sql`UPDATE orders.basket SET version = version + 1, updated_at = ${ctx.now} WHERE id = ${basketId}`)
}
