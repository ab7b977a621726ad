import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import { saidPrices, type DraftWish } from '../domain/draft.ts'

export function insertDraft(
  ctx: Context,
  { id, basketId, market, wish }: { id: string; basketId: string; market: string; wish: DraftWish },
): void {
  const { customerId, email, address, billing, paymentMethod, note, priceNote } = wish
  ctx.tx.later(sql`
    INSERT INTO orders.draft (id, basket_id, customer_id, market_code, email, name, address, billing, payment_method, note, price_note,
      item_count, made_by, created_at, updated_at)
    VALUES (${id}, ${basketId}, ${customerId}, ${market}, ${email}, ${address.name}, ${jsonText(address)}::jsonb, ${billing ? jsonText(billing) : null}::jsonb, ${paymentMethod},
      ${note}, ${priceNote}, ${piecesOf(wish)}, ${actorText(ctx.actor)}, ${ctx.now}, ${ctx.now})`)
}

export function updateDraft(ctx: Context, { id, market, wish }: { id: string; market: string; wish: DraftWish }): void {
  const { customerId, email, address, billing, paymentMethod, note, priceNote } = wish
  ctx.tx.later(sql`
    UPDATE orders.draft SET customer_id = ${customerId}, market_code = ${market}, email = ${email}, name = ${address.name},
      address = ${jsonText(address)}::jsonb, billing = ${billing ? jsonText(billing) : null}::jsonb, payment_method = ${paymentMethod}, note = ${note}, price_note = ${priceNote},
      item_count = ${piecesOf(wish)}, updated_at = ${ctx.now}, version = version + 1
    WHERE id = ${id}`)
}

/** Its goods, as they are wished now, in the order in which they are named; a way of delivery that is not there (any more) is none. */
export function saveDraftBasket(
  ctx: Context,
  basketId: string,
  { wish, market, locale }: { readonly wish: DraftWish; readonly market: string; readonly locale: string },
): void {
  const { address, deliveryMethod, coupons, lines } = wish
  const prices = saidPrices(wish)
  ctx.tx.later(sql`
    UPDATE orders.basket SET country = ${address.country}, market_code = ${market}, region = ${address.region ?? null},
      delivery_method = (SELECT code FROM orders.delivery_method WHERE code = ${deliveryMethod}::text),
      postcode = ${address.postcode ?? null}, locale = ${locale}, coupons = ${coupons},
      said_prices = ${prices && jsonText(prices)}::jsonb, version = version + 1, updated_at = ${ctx.now}
    WHERE id = ${basketId}`)
  ctx.tx.later(sql`DELETE FROM orders.basket_line WHERE basket_id = ${basketId}`)
  ctx.tx.later(sql`
    INSERT INTO orders.basket_line (basket_id, variant_id, quantity, added_at)
    SELECT ${basketId}::uuid, line.variant_id, line.quantity, ${ctx.now}::timestamptz + line.place * interval '1 millisecond'
    FROM unnest(${lines.map(({ variantId }) => variantId)}::uuid[], ${lines.map(({ quantity }) => quantity)}::int[])
      WITH ORDINALITY AS line(variant_id, quantity, place)`)
}

export function saveDraftOrder(ctx: Context, id: string, orderId: string): void {
  ctx.tx.later(sql`
    UPDATE orders.draft SET order_id = ${orderId}, updated_at = ${ctx.now}, version = version + 1 WHERE id = ${id}`)
}

export function deleteDraft(ctx: Context, { id, basketId }: { id: string; basketId: string }): void {
  ctx.tx.later(sql`DELETE FROM orders.draft WHERE id = ${id}`)
  ctx.tx.later(sql`DELETE FROM orders.basket_line WHERE basket_id = ${basketId}`)
}

const piecesOf = ({ lines }: DraftWish) => lines.reduce((all, { quantity }) => all + quantity, 0)
