import type { House } from '../../host/context.ts'
import { localDateIn } from '../../kernel/time.ts'
import { deliveryPrice, freeFrom, promisedDates } from '../../departments/orders/index.ts'
import type { DeliveryPromise } from '../views.ts'
import type { Visit } from '../visit.ts'

/** The first way of delivery to the visitor's country, if ordered now; undefined where there is none. */
export function deliveryPromise(house: House, { shop, country, market }: Visit): DeliveryPromise | undefined {
  for (const method of shop.deliveryMethods.get(country) ?? []) {
    const price = deliveryPrice(method, market.currency)
    if (!price) continue
    const { from, to } = promisedDates(method, localDateIn(house.clock.now(), market.timeZone))
    return { price, freeFrom: freeFrom(method, market.currency), earliestOn: from, latestOn: to }
  }
  return undefined
}
