/** What every race needs: a shop on a wire of a given length, buyers with full baskets, and what they were told. */
import assert from 'node:assert/strict'
import { sealAudit } from '../../server/src/host/audit/seal.ts'
import { openDatabase } from '../../server/src/host/database/pool.ts'
import { guest, runCommand, type House } from '../../server/src/host/context.ts'
import type { BasketKey } from '../../server/src/departments/orders/index.ts'
import { placeOrder, type OrderRequest } from '../../server/src/flows/place-order/index.ts'
import { openShop, someAddress, totalOf, type Good, type Shop } from '../../server/src/testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../server/src/testing/test-house.ts'
import { openSlowWire } from '../slow-proxy.ts'

/** Fewer than the buyers, as in life: they also wait for a connection. */
const CONNECTIONS = 24

export interface RaceCourse {
  readonly house: TestHouse
  readonly shop: Shop
  /** The same house, its database at the other end of the wire. */
  readonly far: House
}

/** Runs races on one course; at its end no invariant may be broken, and nobody may have waited in a ring. */
export async function onRaceCourse(
  { latencyMs }: { latencyMs: number },
  races: (course: RaceCourse) => Promise<void>,
): Promise<void> {
  const house = await createTestHouse()
  const shop = await openShop(house, { stock: { mug: 1, book: 1, scarf: 1, lamp: 1 } })
  const wire = await openSlowWire(house.appUrl, { latencyMs })
  const database = openDatabase({ url: wire.url, max: CONNECTIONS, applicationName: 'fondaco race' })
  try {
    await races({ house, shop, far: { ...house, database } })
    // The sealer's part, which belongs to the worker.
    while ((await sealAudit(house.database)) > 0) continue
    await house.expectNoBreach()
  } finally {
    await database.close()
    await wire.close()
  }
  // Figures of a connection are counted when it ends.
  assert.equal(await deadlocksOf(house), 0, 'somebody waited in a ring, even if a retry hid it')
  await house.close()
}

export async function requestOf(house: House, basket: BasketKey, buyer: number): Promise<OrderRequest> {
  const acceptedTotal = await totalOf(house, basket)
  const email = `buyer-${buyer}@village.example`
  return { basket, email, address: someAddress, deliveryMethod: 'standard', acceptedTotal }
}

/** `ordered`, the code of the refusal, or what broke: a buyer must never see the last. */
export async function tryToOrder(house: House, request: OrderRequest): Promise<string> {
  try {
    const answer = await runCommand(house, { actor: guest }, (ctx) => placeOrder(ctx, request))
    return answer.ok ? 'ordered' : answer.refusal.code
  } catch (error) {
    return `broke: ${String(error)}`
  }
}

export function tally(answers: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(answers, (answer) => answer)].map(([answer, all]) => [answer, all.length]))
}

export interface Shelf {
  readonly onHand: number
  readonly reserved: number
}

export async function shelvesOf({ house, shop }: RaceCourse): Promise<Record<Good, Shelf>> {
  const rows = await house.asOwner<{ variant_id: string; on_hand: string; reserved: string }>(
    'SELECT variant_id, on_hand, reserved FROM inventory.stock',
  )
  const shelf = (variantId: string): Shelf => {
    const row = rows.find((one) => one.variant_id === variantId)
    return { onHand: Number(row?.on_hand), reserved: Number(row?.reserved) }
  }
  const { mug, book, scarf, lamp } = shop.variantIds
  return { mug: shelf(mug), book: shelf(book), scarf: shelf(scarf), lamp: shelf(lamp) }
}

/** So many more than are promised already: what the next buyers find. */
export async function putOnShelf(course: RaceCourse, good: Good, units: number): Promise<void> {
  const { reserved } = (await shelvesOf(course))[good]
  await course.shop.setStock(good, reserved + units)
}

async function deadlocksOf(house: TestHouse): Promise<number> {
  const [row] = await house.asOwner<{ n: string }>(
    'SELECT deadlocks AS n FROM pg_stat_database WHERE datname = current_database()',
  )
  return Number(row?.n)
}

/** Mulberry32: the same seed, the same race. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function shuffled<T>(items: readonly T[], chance: () => number): T[] {
  return items
    .map((item) => ({ item, place: chance() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
}
