import { signLink } from '../../../host/auth/links.ts'
import type { House } from '../../../host/context.ts'

/** The order's own page in the shop, opened by its link. The same order always has the same address. */
export function orderPage(
  { publicUrl, linkKey }: Pick<House, 'publicUrl' | 'linkKey'>,
  { id, locale }: { readonly id: string; readonly locale: string },
  payment?: 'returned' | 'cancelled',
): string {
  const page = `${publicUrl}/${locale}/orders/${signLink(linkKey, 'order', id)}`
  return payment === undefined ? page : `${page}?payment=${payment}`
}
