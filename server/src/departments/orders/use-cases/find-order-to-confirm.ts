import type { House } from '../../../host/context.ts'
import { listPoliciesOfOrder, type SoldUnder } from '../../legal/index.ts'
import { readShopName } from '../../organisation/index.ts'
import { findOrder, type OrderDetail } from '../queries/read-orders.ts'

export interface OrderToConfirm {
  readonly order: OrderDetail
  readonly shopName: string
  /** Under which it was sold. */
  readonly policies: readonly SoldUnder[]
}

/** An order with the name of the shop that writes to its customer. */
export async function findOrderToConfirm(
  { database, organisation }: House,
  orderId: string,
): Promise<OrderToConfirm | undefined> {
  const [order, shopName, policies] = await Promise.all([
    findOrder(database, orderId),
    readShopName(database, organisation),
    listPoliciesOfOrder(database, orderId),
  ])
  return order && { order, shopName, policies }
}
