import { findCustomersBasket, type BasketKey } from '../../departments/orders/index.ts'
import type { PageCall } from '../desk.ts'
import { carriedBasket, shopperOf } from '../shopper-cookies.ts'

/** Which basket a page is about: the customer's own on whichever device they are signed in, else the one that the browser carries. */
export async function basketKeyOf({
  request,
  house,
}: Pick<PageCall, 'request' | 'house'>): Promise<BasketKey | undefined> {
  const carried = carriedBasket(request)
  const shopper = shopperOf(request)
  const own = shopper === undefined ? undefined : await findCustomersBasket(house.database, shopper)
  if (!own || (own.ordered && carried)) return carried
  return carried?.id === own.id ? carried : { id: own.id, token: undefined, shopper }
}

/**
 * The basket that a page was about, as its form says, also where it was ordered meanwhile and another one has begun. Whose it is not
 * finds nothing there.
 */
export async function basketKeyAsked(
  { request, house }: Pick<PageCall, 'request' | 'house'>,
  asked: string | null,
): Promise<BasketKey | undefined> {
  const key = await basketKeyOf({ request, house })
  const shopper = shopperOf(request)
  if (key === undefined || asked === null || asked === key.id || shopper === undefined) return key
  const carried = carriedBasket(request)
  return carried?.id === asked ? carried : { id: asked, token: undefined, shopper }
}
