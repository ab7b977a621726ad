import { findProductsByHandles } from '../../departments/catalog/index.ts'
import { listOrders, listOrderTags } from '../../departments/orders/index.ts'
import { findStaffActorById, listStaff } from '../../departments/people/index.ts'
import { sealAudit } from '../../host/audit/seal.ts'
import type { Actor } from '../../host/actor.ts'
import type { Clock } from '../../host/clock.ts'
import type { House } from '../../host/context.ts'
import type { JobDefinition } from '../../host/outbox/worker.ts'
import { addDays, instantOf, localDateIn } from '../../kernel/time.ts'
import { demand } from '../demand.ts'
import type { Till } from './demo-till.ts'
import { actOnOrder, type Shown } from './act-on-order.ts'
import { buy, type Buyer } from './buy.ts'
import { openPast } from './past-house.ts'
import { takeDraft } from './take-draft.ts'
import { village, type DemoMoment, type DemoOrder } from './village.ts'

const ZONE = 'Europe/Rome'
const MINUTE_MS = 60_000

export interface LoadingOrders {
  readonly jobs: readonly JobDefinition[]
  /** Undefined: nobody pays by card. */
  readonly openTill: (clock: Clock) => Promise<Till | undefined>
  readonly onProgress: (sentence: string) => void
}

interface Step {
  readonly at: Date
  readonly run: () => Promise<void>
}

/**
 * What the village sold in its last weeks: each order placed, paid, packed, changed or called off by the use cases that people use, at
 * its own time, one after the other, so that numbers and papers have the order of their days. Once: a shop that has an order keeps to it.
 */
export async function loadOrders(house: House, { jobs, openTill, onProgress }: LoadingOrders): Promise<boolean> {
  const { items } = demand(await listOrders(house.database, { limit: 1 }))
  if (items.length > 0) return false
  onProgress('Selling for some weeks: orders, parcels and papers.')
  const { orders, drafts } = village.orders()
  const now = house.clock.now()
  const timeOf = ({ day, time }: DemoMoment) =>
    instantOf(`${addDays(localDateIn(now, ZONE), -day)}T${time}`, ZONE) ?? now
  const minutesBefore = (minutes: number) => new Date(now.getTime() - minutes * MINUTE_MS)
  const placedAt = ({ minutesAgo, day = 0, time = '' }: DemoOrder) =>
    minutesAgo === undefined ? timeOf({ day, time }) : minutesBefore(minutesAgo)
  const past = openPast(house, jobs, placedAt(orders[0] ?? { ...NOTHING, minutesAgo: 0 }))
  const till = await openTill(past.house.clock)
  try {
    const stage = { past: past.house, till, ...(await castOf(house)) }
    const steps = orders
      .filter(({ pay }) => till !== undefined || pay !== 'card')
      .flatMap((order): Step[] => {
        const shown: Shown = { order, placed: undefined, parcels: [] }
        return [
          { at: placedAt(order), run: () => buy(stage, shown) },
          ...order.then.map((act) => ({ at: timeOf(act), run: () => actOnOrder(stage, shown, act) })),
        ]
      })
      .concat(drafts.map((draft) => ({ at: minutesBefore(draft.minutesAgo), run: () => takeDraft(stage, draft) })))
      .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    for (const { at, run } of steps) {
      await past.moveTo(at)
      await run()
      await past.moveTo(new Date(at.getTime() + MINUTE_MS))
    }
  } finally {
    await till?.close()
    // What was done weeks ago would be found unsealed.
    while ((await sealAudit(house.database)) > 0) continue
  }
  return true
}

const NOTHING: DemoOrder = { buyer: '', lines: [], delivery: '', pay: 'none', then: [] }

async function castOf(house: House) {
  const { guests } = village.orders()
  const buyers = new Map<string, Buyer>(Object.entries(guests))
  for (const { email, name, language, address } of village.people().customers) {
    const { line1: street, line2: street2, postalCode: postcode, city, province: region, country } = address
    buyers.set(email, { email, name, language, street, street2, postcode, city, region, country })
  }
  const handles = village.products().map(({ handle }) => handle)
  const products = [...(await findProductsByHandles(house.database, handles)).values()]
  const variants = new Map(products.flatMap(({ variants: all }) => all.map(({ sku, id }) => [sku, id] as const)))
  const { items } = demand(await listStaff(house.database, { limit: 100 }))
  const actors = new Map<string, Actor>()
  for (const { id, roles } of items) {
    const actor = await findStaffActorById(house.database, id)
    for (const role of roles) if (actor && !actors.has(role)) actors.set(role, actor)
  }
  const tags = new Map((await listOrderTags(house.database)).map(({ id, name }) => [name, id]))
  return { buyers, variants, actors, tags }
}
