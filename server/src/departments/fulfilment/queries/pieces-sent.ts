import type { Database } from '../../../host/database/pool.ts'
import { isOut } from '../domain/what-is-left.ts'
import { listParcelsOf } from './read-parcels.ts'

/** Pieces of an order that left their shelf for good, by variant. */
export async function piecesSent(reader: Pick<Database, 'rows'>, orderId: string): Promise<Map<string, number>> {
  const sent = new Map<string, number>()
  for (const { lines } of (await listParcelsOf(reader, orderId)).filter(isOut)) {
    for (const { variantId, quantity } of lines) sent.set(variantId, (sent.get(variantId) ?? 0) + quantity)
  }
  return sent
}
