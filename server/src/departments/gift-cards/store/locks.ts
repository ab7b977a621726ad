import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'

/** One card, held until the transaction ends: for what people do to it by hand. A statement of its own, the read follows. */
export function lockCard(ctx: Context, cardId: string): void {
  ctx.tx.later(sql`SELECT 1 FROM gift_cards.card WHERE id = ${cardId} FOR NO KEY UPDATE`)
}

/** All cards that an order bought, by their ids. */
export function lockCardsOfOrder(ctx: Context, orderId: string): void {
  ctx.tx.later(sql`SELECT 1 FROM gift_cards.card WHERE order_id = ${orderId} ORDER BY id FOR NO KEY UPDATE`)
}

/** All store credit of a customer, by its ids. */
export function lockCreditsOf(ctx: Context, customerId: string): void {
  ctx.tx.later(sql`SELECT 1 FROM gift_cards.card WHERE customer_id = ${customerId} ORDER BY id FOR NO KEY UPDATE`)
}
