import { signLink } from '../../host/auth/links.ts'
import type { House } from '../../host/context.ts'

/** Where the shopper returns to: the order's own page, opened by its link. The same order always has the same address. */
export function orderPage(
  house: House,
  order: { id: string; locale: string },
  payment?: 'returned' | 'cancelled',
): string {
  const token = signLink(house.linkKey, 'order', order.id)
  const page = `${house.publicUrl}/${order.locale}/orders/${token}`
  return payment === undefined ? page : `${page}?payment=${payment}`
}
