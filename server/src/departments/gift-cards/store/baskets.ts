import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'

export function insertBasketCard(ctx: Context, basketId: string, cardId: string): void {
  ctx.tx.later(sql`
    INSERT INTO gift_cards.basket_card (basket_id, card_id, added_at) VALUES (${basketId}, ${cardId}, ${ctx.now})
    ON CONFLICT DO NOTHING`)
}

export function deleteBasketCard(ctx: Context, basketId: string, cardId: string): void {
  ctx.tx.later(sql`DELETE FROM gift_cards.basket_card WHERE basket_id = ${basketId} AND card_id = ${cardId}`)
}

export interface NewGift {
  readonly basketId: string
  readonly variantId: string
  readonly recipientEmail: string
  readonly recipientName: string
  readonly senderName: string
  readonly message: string
}

export function insertGift(ctx: Context, gift: NewGift): void {
  ctx.tx.later(sql`
    INSERT INTO gift_cards.gift (id, basket_id, variant_id, recipient_email, recipient_name, sender_name, message, added_at)
    VALUES (${ctx.newId()}, ${gift.basketId}, ${gift.variantId}, ${gift.recipientEmail}, ${gift.recipientName}, ${gift.senderName},
      ${gift.message}, ${ctx.now})`)
}

/** Those put there first stay; the others go with the pieces that they were meant for. */
export function deleteGiftsBeyond(ctx: Context, basketId: string, variantId: string, kept: number): void {
  ctx.tx.later(sql`
    DELETE FROM gift_cards.gift WHERE id IN (
      SELECT id FROM gift_cards.gift WHERE basket_id = ${basketId} AND variant_id = ${variantId}
      ORDER BY added_at, id OFFSET ${kept})`)
}

export interface BasketsJoined {
  readonly from: string
  readonly into: string
  /** Variant id -> how many pieces lie there now. */
  readonly pieces: ReadonlyMap<string, number>
  readonly carriedFirst: boolean
}

/** One basket went into another: for whom its gift cards are goes along as far as their pieces did, and the cards that pay, up to so many. */
export function moveBasket(ctx: Context, { from, into, pieces, carriedFirst }: BasketsJoined, mostCards: number): void {
  ctx.tx.later(sql`
    DELETE FROM gift_cards.gift WHERE id IN (
      SELECT g.id FROM (
        SELECT id, variant_id, row_number() OVER (PARTITION BY variant_id
          ORDER BY (basket_id = ${from}) IS DISTINCT FROM ${carriedFirst}, added_at, id) AS place
        FROM gift_cards.gift WHERE basket_id IN (${from}, ${into})) g
      LEFT JOIN unnest(${[...pieces.keys()]}::uuid[], ${[...pieces.values()]}::int[]) AS p(variant_id, quantity) USING (variant_id)
      WHERE g.place > coalesce(p.quantity, 0))`)
  ctx.tx.later(sql`UPDATE gift_cards.gift SET basket_id = ${into} WHERE basket_id = ${from}`)
  ctx.tx.later(sql`
    INSERT INTO gift_cards.basket_card (basket_id, card_id, added_at)
    SELECT ${into}, card_id, added_at FROM gift_cards.basket_card f WHERE f.basket_id = ${from}
      AND NOT EXISTS (SELECT 1 FROM gift_cards.basket_card o WHERE o.basket_id = ${into} AND o.card_id = f.card_id)
    ORDER BY f.added_at, f.card_id
    LIMIT greatest(0, ${mostCards} - (SELECT count(*)::int FROM gift_cards.basket_card WHERE basket_id = ${into}))`)
  ctx.tx.later(sql`DELETE FROM gift_cards.basket_card WHERE basket_id = ${from}`)
}

/** Whether the basket is to be paid with the store credit of whose it is. */
export function saveCreditUse(ctx: Context, basketId: string, use: boolean): void {
  ctx.tx.later(
    use
      ? sql`INSERT INTO gift_cards.basket_credit (basket_id, added_at) VALUES (${basketId}, ${ctx.now}) ON CONFLICT DO NOTHING`
      : sql`DELETE FROM gift_cards.basket_credit WHERE basket_id = ${basketId}`,
  )
}
