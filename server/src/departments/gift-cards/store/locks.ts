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

/** Who grants a customer store credit waits for who does already, also for the first of it: there may be no row to hold yet. */
export function lockGrantsTo(ctx: Context, customerId: string): void {
  ctx.tx.later(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`store credit ${customerId}`}, 0))`)
}
