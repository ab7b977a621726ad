import { sql } from '../../../host/database/sql.ts'
import type { RelatedSource } from '../../../host/records/related.ts'

/** What an order bought of them, and what paid for it. */
export const cardsOfOrder: RelatedSource = {
  name: 'cards',
  permission: 'gift-cards:read',
  find: async (reader, { id }) =>
    (
      await reader.rows(sql<{ id: string }>`
        SELECT id FROM gift_cards.card WHERE order_id = ${id}
        UNION SELECT r.card_id FROM gift_cards.redemption r JOIN gift_cards.card c ON c.id = r.card_id
        WHERE r.order_id = ${id} AND c.customer_id IS NULL ORDER BY 1 LIMIT 50`)
    ).map((row) => ({ type: 'gift_card', id: row.id })),
}

/** The order that bought a card. */
export const orderOfCard: RelatedSource = {
  name: 'order',
  permission: 'orders:read',
  find: async (reader, { id }) =>
    (
      await reader.rows(sql<{ order_id: string }>`
        SELECT order_id FROM gift_cards.card WHERE id = ${id} AND order_id IS NOT NULL`)
    ).map(({ order_id }) => ({ type: 'order', id: order_id })),
}
