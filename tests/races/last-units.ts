import assert from 'node:assert/strict'
import { putOnShelf, requestOf, shelvesOf, tally, tryToOrder, type RaceCourse } from './race.ts'

/** The last few units and many more buyers: exactly so many are sold, everybody else hears "sold out". */
export async function raceForTheLast(course: RaceCourse, { units, buyers }: { units: number; buyers: number }) {
  await putOnShelf(course, 'mug', units)
  const baskets = await Promise.all(Array.from({ length: buyers }, () => course.shop.fill({ mug: 1 })))
  const requests = await Promise.all(baskets.map((basket, buyer) => requestOf(course.house, basket, buyer)))
  const answers = await Promise.all(requests.map((request) => tryToOrder(course.far, request)))
  assert.deepEqual(
    tally(answers),
    tally([...Array(units).fill('ordered'), ...Array(buyers - units).fill('inventory.sold_out')]),
  )
  const { onHand, reserved } = (await shelvesOf(course)).mug
  assert.equal(reserved, onHand, 'not one over, not one left')
}
