import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Money } from '../../../kernel/money.ts'
import { saidPrices, type DraftBundle, type DraftWish } from '../domain/draft.ts'

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

interface BasketOfDraft {
  readonly wish: DraftWish
  readonly market: string
  readonly locale: string
  /** Of each bundle, the same text for the same choices. */
  readonly choiceKeys: readonly string[]
}

/** Its goods, as they are wished now, in the order in which they are named; a way of delivery that is not there (any more) is none. */
export function saveDraftBasket(
  ctx: Context,
  basketId: string,
  { wish, market, locale, choiceKeys }: BasketOfDraft,
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
  saveDraftBundles(ctx, basketId, { bundles: wish.bundles ?? [], keys: choiceKeys })
}

/** The same choice keeps its id, so that what else is known of it stays its own. */
function saveDraftBundles(
  ctx: Context,
  basketId: string,
  { bundles, keys }: { readonly bundles: readonly DraftBundle[]; readonly keys: readonly string[] },
): void {
  ctx.tx.later(sql`
    DELETE FROM orders.basket_bundle b WHERE b.basket_id = ${basketId} AND NOT EXISTS (
      SELECT 1 FROM unnest(${bundles.map(({ variantId }) => variantId)}::uuid[], ${keys}::text[]) AS w(variant_id, choice_key)
      WHERE w.variant_id = b.variant_id AND w.choice_key = b.choice_key)`)
  bundles.forEach(({ variantId, quantity, choices }, at) => {
    ctx.tx.later(sql`
      INSERT INTO orders.basket_bundle AS old (basket_id, id, variant_id, choices, choice_key, quantity, added_at)
      VALUES (${basketId}, ${ctx.newId()}, ${variantId}, ${JSON.stringify(choices)}::jsonb, ${keys[at] ?? ''}, ${quantity}, ${ctx.now})
      ON CONFLICT ON CONSTRAINT same_bundle_once DO UPDATE SET quantity = excluded.quantity`)
  })
}

export function saveDraftOrder(ctx: Context, id: string, orderId: string): void {
  ctx.tx.later(sql`
    UPDATE orders.draft SET order_id = ${orderId}, updated_at = ${ctx.now}, version = version + 1 WHERE id = ${id}`)
}

export function saveLinkSent(ctx: Context, id: string): void {
  ctx.tx.later(sql`
    UPDATE orders.draft SET link_sent_at = ${ctx.now}, link_sent_count = link_sent_count + 1 WHERE id = ${id}`)
}

export function saveDraftTotal(ctx: Context, id: string, total: Money | undefined): void {
  ctx.tx.later(sql`
    UPDATE orders.draft SET total = ${total?.amount ?? null}, currency = ${total?.currency ?? null} WHERE id = ${id}`)
}

interface HoldToSave {
  readonly draftId: string
  readonly heldBy: string
  readonly endsAt: Date
}

export function saveDraftHold(ctx: Context, { draftId, heldBy, endsAt }: HoldToSave): void {
  ctx.tx.later(sql`
    INSERT INTO orders.draft_hold (draft_id, held_by, held_at, ends_at) VALUES (${draftId}, ${heldBy}, ${ctx.now}, ${endsAt})
    ON CONFLICT (draft_id) DO UPDATE SET held_by = excluded.held_by, held_at = excluded.held_at, ends_at = excluded.ends_at`)
}

export function deleteDraftHold(ctx: Context, draftId: string): void {
  ctx.tx.later(sql`DELETE FROM orders.draft_hold WHERE draft_id = ${draftId}`)
}

export function deleteDraft(ctx: Context, { id, basketId }: { id: string; basketId: string }): void {
  ctx.tx.later(sql`DELETE FROM orders.draft WHERE id = ${id}`)
  ctx.tx.later(sql`DELETE FROM orders.basket_line WHERE basket_id = ${basketId}`)
  ctx.tx.later(sql`DELETE FROM orders.basket_bundle WHERE basket_id = ${basketId}`)
}

const piecesOf = ({ lines, bundles = [] }: DraftWish) =>
  [...lines, ...bundles].reduce((all, { quantity }) => all + quantity, 0)
