import type { House } from '../../host/context.ts'
import { usualDelivery } from '../../departments/orders/index.ts'
import type { DeliveryPromise, Shop } from '../views.ts'
import type { Visit } from '../visit.ts'

interface Kept {
  readonly minute: number
  readonly promise: DeliveryPromise | undefined
}

const MINUTE_MS = 60_000
const keptOfShops = new WeakMap<Shop, Map<string, Kept>>()

/** The first way of delivery to the visitor's country, if ordered now; the same for a minute. */
export function deliveryPromise(house: House, visit: Visit): DeliveryPromise | undefined {
  const now = house.clock.now()
  const minute = Math.floor(now.getTime() / MINUTE_MS)
  const known = keptOfShops.get(visit.shop) ?? new Map<string, Kept>()
  keptOfShops.set(visit.shop, known)
  const kept = known.get(visit.country)
  if (kept?.minute === minute) return kept.promise
  const promise = promiseAt(now, visit)
  known.set(visit.country, { minute, promise })
  return promise
}

function promiseAt(now: Date, { shop, country, market }: Visit): DeliveryPromise | undefined {
  const { currency, timeZone: zone } = market
  const usual = usualDelivery(shop.deliveryMethods.get(country) ?? [], { country, currency, zone, now })
  return (
    usual && {
      price: usual.price,
      freeFrom: usual.freeFrom,
      earliestOn: usual.promised.from,
      latestOn: usual.promised.to,
    }
  )
}
