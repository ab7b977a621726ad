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
