import { sql } from '../../../host/database/sql.ts'
import type { RelatedSource } from '../../../host/records/related.ts'

interface Row {
  readonly id: string
  readonly name: string
  readonly on_hand: number
  readonly available: number
  readonly handle: string
}

/** Where a product lies: all its variants together at each place. */
export const stockOfProduct: RelatedSource = {
  name: 'stock',
  permission: 'inventory:read',
  find: async (reader, { id: productId, limit, translate }) => {
    const rows = await reader.rows(sql<Row>`
      SELECT l.id, l.name, sum(s.on_hand)::int AS on_hand, sum(s.on_hand + s.short - s.reserved)::int AS available,
        min(v.handle) AS handle
      FROM catalog.pub_variant v JOIN inventory.stock s ON s.variant_id = v.variant_uuid
      JOIN inventory.location l ON l.id = s.location_id
      WHERE v.product_uuid = ${productId} GROUP BY l.id, l.name ORDER BY l.name LIMIT ${limit}`)
    return rows.map(({ id, name, on_hand: onHand, available, handle }) => ({
      type: 'stock',
      id,
      title: name,
      state: translate('inventory.related.pieces', { available, onHand }),
      place: { path: '/stock', filter: [`handle:is:${handle}`] },
    }))
  },
}
