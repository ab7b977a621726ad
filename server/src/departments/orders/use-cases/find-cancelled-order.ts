import { listMarkets, type Reader } from '../../organisation/index.ts'
import { findOrder, type OrderDetail } from '../queries/read-orders.ts'

/** An order that was called off, and in whose days its market counts. */
export async function findCancelledOrder(
  reader: Reader,
  id: string,
): Promise<{ readonly order: OrderDetail; readonly zone: string } | undefined> {
  const order = await findOrder(reader, id)
  const markets = order ? await listMarkets(reader) : []
  return order && { order, zone: markets.find(({ code }) => code === order.market)?.timeZone ?? 'UTC' }
}
