import assert from 'node:assert/strict'
import { buildHouseServer } from '../../server/src/apps/server.ts'
import { putOnShelf, requestOf, shelvesOf, tally, type RaceCourse } from './race.ts'

export interface FlashSale {
  readonly units: number
  readonly buyers: number
  /** Every buyer sends the same request so often at once, under one Idempotency-Key: impatient fingers, retrying phones. */
  readonly clicks: number
}

/** One product, everybody at once, over HTTP: each unit sold once, each click of a buyer answered alike. */
export async function flashSale(
  course: RaceCourse,
  { units, buyers, clicks }: FlashSale,
): Promise<{ slowestMs: number }> {
  await putOnShelf(course, 'lamp', units)
  const baskets = await Promise.all(Array.from({ length: buyers }, () => course.shop.fill({ lamp: 1 })))
  const requests = await Promise.all(baskets.map((basket, buyer) => requestOf(course.house, basket, buyer)))
  const faults: string[] = []
  const app = buildHouseServer({
    blueprint: course.house.blueprint,
    findHouse: async () => course.far,
    log: course.house.log,
    publicUrl: 'http://localhost',
    trustProxy: false,
    dataFolder: course.house.dataFolder,
    onFault: (_id, error) => void faults.push(String(error)),
  })
  let slowestMs = 0
  const click = async (buyer: number) => {
    const { basket, ...payload } = requests[buyer] ?? assert.fail()
    const begun = performance.now()
    const answer = await app.inject({
      method: 'POST',
      url: `/api/baskets/${basket.id}/order`,
      headers: { 'basket-token': basket.token ?? '', 'idempotency-key': `sale-${buyer}` },
      payload,
    })
    slowestMs = Math.max(slowestMs, performance.now() - begun)
    const body = answer.json() as { id?: string; code?: string }
    return `${answer.statusCode} ${answer.statusCode === 201 ? body.id : body.code}`
  }
  const answers = await Promise.all(
    requests.map((_, buyer) => Promise.all(Array.from({ length: clicks }, () => click(buyer)))),
  )
  await app.close()
  assert.deepEqual(faults, [])
  for (const [buyer, told] of answers.entries()) {
    assert.equal(new Set(told).size, 1, `the clicks of buyer ${buyer} were answered ${told.join(', ')}`)
  }
  const outcomes = answers.map(([first = '']) => (first.startsWith('201') ? 'ordered' : first))
  assert.deepEqual(
    tally(outcomes.toSorted()),
    tally([...Array(units).fill('ordered'), ...Array(buyers - units).fill('409 inventory.sold_out')].toSorted()),
  )
  const { onHand, reserved } = (await shelvesOf(course)).lamp
  assert.equal(reserved, onHand)
  return { slowestMs: Math.round(slowestMs) }
}
