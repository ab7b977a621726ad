import assert from 'node:assert/strict'
import type { Good } from '../../server/src/testing/scene.ts'
import { putOnShelf, requestOf, shelvesOf, shuffled, tryToOrder, type RaceCourse, type Shelf } from './race.ts'

const goods: readonly Good[] = ['mug', 'book', 'scarf', 'lamp']

/**
 * Baskets that hold the same goods in every order, more of them than there is stock. Nobody may wait in a ring, nobody may be
 * told "sold out" of what is left, nothing may be sold twice.
 */
export async function raceOfCrossingBaskets(
  course: RaceCourse,
  { units, buyers, chance }: { units: number; buyers: number; chance: () => number },
) {
  for (const good of goods) await putOnShelf(course, good, units)
  const before = await shelvesOf(course)
  const wishes = Array.from({ length: buyers }, () => shuffled(goods, chance).slice(0, 2 + Math.floor(chance() * 3)))
  const baskets = await Promise.all(wishes.map((wish) => course.shop.fill(asLines(wish))))
  const requests = await Promise.all(baskets.map((basket, buyer) => requestOf(course.house, basket, buyer)))
  const answers = await Promise.all(requests.map((request) => tryToOrder(course.far, request)))
  const after = await shelvesOf(course)
  for (const [buyer, answer] of answers.entries()) {
    assert.ok(['ordered', 'inventory.sold_out'].includes(answer), `buyer ${buyer} was told "${answer}"`)
    const missing = wishes[buyer]?.some((good) => isEmpty(after[good]))
    assert.ok(answer === 'ordered' || missing, `buyer ${buyer} was told "sold out" of what is left`)
  }
  for (const good of goods) {
    const sold = answers.filter((answer, buyer) => answer === 'ordered' && wishes[buyer]?.includes(good)).length
    assert.equal(after[good].reserved - before[good].reserved, sold, `${good}: promised as often as ordered`)
    assert.ok(after[good].reserved <= after[good].onHand, `${good}: not oversold`)
  }
}

function asLines(wish: readonly Good[]): Partial<Record<Good, number>> {
  return Object.fromEntries(wish.map((good) => [good, 1]))
}

function isEmpty({ onHand, reserved }: Shelf): boolean {
  return onHand === reserved
}
