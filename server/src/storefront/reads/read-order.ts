import type { House } from '../../host/context.ts'
import { openLink } from '../../host/auth/links.ts'
import { moneyFromJson } from '../../kernel/money.ts'
import { findLinkedOrder, type OrderDetail } from '../../departments/orders/index.ts'
import type { OrderPage } from '../views.ts'

/** The order that a signed link opens; undefined for any other link. */
export async function findOrderByLink(house: House, token: string): Promise<OrderDetail | undefined> {
  const order = await findLinkedOrder(house.database, openLink(house.linkKey, 'order', token))
  return order.ok ? order.value : undefined
}

export function orderPageOf(order: OrderDetail): OrderPage {
  return {
    number: order.number,
    state: order.state,
    placedAt: new Date(order.placedAt),
    expiresAt: new Date(order.expiresAt),
    email: order.email,
    lines: order.lines.map(({ handle, name, options, imageFileId, quantity, unitPrice, total }) => ({
      handle,
      name,
      options,
      imageFileId,
      quantity,
      unitPrice: moneyFromJson(unitPrice),
      total: moneyFromJson(total),
    })),
    goods: moneyFromJson(order.goods),
    delivery: {
      names: order.delivery.names,
      total: moneyFromJson(order.delivery.total),
      earliestOn: order.delivery.promisedFrom,
      latestOn: order.delivery.promisedTo,
    },
    tax: moneyFromJson(order.tax),
    pricesIncludeTax: order.pricesIncludeTax,
    total: moneyFromJson(order.total),
    address: order.address,
  }
}
