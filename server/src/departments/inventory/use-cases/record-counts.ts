import { isWithin, scopeOf, type Actor } from '../../../host/actor.ts'
import type { Context, House } from '../../../host/context.ts'
import type { Database } from '../../../host/database/pool.ts'
import type { PlansPort } from '../../../host/plans/plans-port.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import {
  foreseeInterference,
  readPlanOfRecord,
  weighInterference,
  type Foreseen,
  type Intent,
} from '../../work/index.ts'
import type { StockToSet } from '../domain/stock-count.ts'
import { readCountedGoods, readCountsToMake, type CountedGoods } from '../queries/counts-of-day.ts'
import { setStock } from './set-stock.ts'

interface Recording {
  readonly reason: string
  readonly plans: PlansPort
  /** Why it is counted although it collides with somebody's plans. */
  readonly nonetheless?: string | undefined
}

const MINUTE_MS = 60_000
/** Somebody who counts one shelf counts the next. */
const LASTS_MINUTES = 30

/**
 * Records what people counted. What is counted at one place on one day is one stocktake on the calendar, and is weighed before any stock is
 * locked: rows of stock are held for the length of the commit and no longer.
 */
export async function recordCounts(
  ctx: Context,
  counts: readonly StockToSet[],
  { reason, plans, nonetheless }: Recording,
): Promise<Result<{ changed: number }>> {
  for (const intent of await intentsOf(ctx.tx, counts, ctx)) {
    const weighed = await weighInterference(ctx, intent, { plans, nonetheless })
    if (!weighed.ok) return weighed
  }
  return setStock(ctx, counts, { cause: 'adjustment', reason })
}

/** Whose plans some counts would collide with; writes nothing. */
export async function foreseeCounts(
  house: Pick<House, 'database' | 'ports' | 'clock'>,
  actor: Actor,
  counts: readonly StockToSet[],
): Promise<Result<Foreseen>> {
  const intents = await intentsOf(house.database, counts, { actor, now: house.clock.now() })
  const all: Foreseen[] = []
  for (const intent of intents) {
    const foreseen = await foreseeInterference(house, actor, intent)
    if (!foreseen.ok) return foreseen
    all.push(foreseen.value)
  }
  return ok({
    zone: all[0]?.zone ?? 'UTC',
    found: all.flatMap(({ found }) => found),
    names: new Map(all.flatMap(({ names }) => [...names])),
  })
}

/** Today's counts at a place as they stand on the calendar. */
export function readPlanOfCounts(
  house: Pick<House, 'database' | 'ports' | 'translations' | 'clock'>,
  actor: Actor,
  location: string,
) {
  return readPlanOfRecord(house, actor, recordOf(location, house.clock.now()))
}

const dayOf = (now: Date) => now.toISOString().slice(0, 10)
const recordOf = (location: string, now: Date) => ({ type: 'stock_count', id: `${location} ${dayOf(now)}` })

interface Counting {
  readonly actor: Actor
  readonly now: Date
}

/** A stocktake for each place: what is counted now and was counted there today. Places out of reach are left for the count to refuse. */
async function intentsOf(
  reader: Pick<Database, 'rows'>,
  counts: readonly StockToSet[],
  { actor, now }: Counting,
): Promise<Intent[]> {
  const mine = counts.filter(({ locationCode }) => isWithin(scopeOf(actor), { location: locationCode }))
  const toMake = await readCountsToMake(reader, mine)
  const places = [...Map.groupBy(toMake, ({ location }) => location)]
  if (places.length === 0) return []
  const since = new Date(`${dayOf(now)}T00:00:00Z`)
  const counted = await readCountedGoods(reader, { locations: places.map(([location]) => location), since })
  return places.map(([location, goods]) => {
    const before = counted.filter((one) => one.location === location)
    return intentAt(location, { goods: [...before, ...goods], now, startsAt: earliest(before, now) })
  })
}

function earliest(counted: readonly { readonly firstAt: Date }[], now: Date): Date {
  return new Date(Math.min(now.getTime(), ...counted.map(({ firstAt }) => firstAt.getTime())))
}

function intentAt(
  location: string,
  { goods, now, startsAt }: { readonly goods: readonly CountedGoods[]; readonly now: Date; readonly startsAt: Date },
): Intent {
  const products = new Map(goods.map(({ id, title }) => [id, { id, title }]))
  return {
    kind: 'stocktake',
    title: goods[0]?.name ?? location,
    record: recordOf(location, now),
    path: '/stock',
    permission: 'inventory:adjust',
    startsAt,
    endsAt: new Date(now.getTime() + LASTS_MINUTES * MINUTE_MS),
    markets: [],
    locations: [location],
    products: [...products.values()],
    categories: [],
    done: true,
  }
}
