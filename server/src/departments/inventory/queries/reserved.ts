import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

export interface Reserved {
  readonly id: string
  readonly variantId: string
  readonly locationId: string
  readonly locationCode: string
  readonly locationName: string
  readonly quantity: number
}

/** What is promised to an order now, and where it lies; an order has few. */
export async function listReserved(reader: Pick<Database, 'rows'>, orderId: string): Promise<Reserved[]> {
  const rows = await reader.rows(sql<Omit<Reserved, 'quantity'> & { readonly quantity: bigint }>`
    SELECT r.id, r.variant_id AS "variantId", r.location_id AS "locationId", l.code AS "locationCode", l.name AS "locationName", r.quantity
    FROM inventory.reservation r JOIN inventory.location l ON l.id = r.location_id
    WHERE r.order_id = ${orderId} AND r.ended_at IS NULL ORDER BY l.code, r.variant_id, r.id`)
  return rows.map((row) => ({ ...row, quantity: Number(row.quantity) }))
}
