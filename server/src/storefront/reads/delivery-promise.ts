import type { House } from '../../host/context.ts'
import { localDateIn } from '../../kernel/time.ts'
import { deliveryPrice, freeFrom, promisedDates } from '../../departments/orders/index.ts'
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
  for (const method of shop.deliveryMethods.get(country) ?? []) {
    const price = deliveryPrice(method, market.currency)
    if (!price) continue
    const { from, to } = promisedDates(method, localDateIn(now, market.timeZone))
    return { price, freeFrom: freeFrom(method, market.currency), earliestOn: from, latestOn: to }
  }
  return undefined
}
