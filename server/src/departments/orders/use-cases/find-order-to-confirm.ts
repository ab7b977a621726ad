import type { House } from '../../../host/context.ts'
import { readShopName } from '../../organisation/index.ts'
import { findOrder, type OrderDetail } from '../queries/read-orders.ts'

/** An order with the name of the shop that writes to its customer. */
export async function findOrderToConfirm(
  { database, organisation }: House,
  orderId: string,
): Promise<{ readonly order: OrderDetail; readonly shopName: string } | undefined> {
  const [order, shopName] = await Promise.all([findOrder(database, orderId), readShopName(database, organisation)])
  return order && { order, shopName }
}
