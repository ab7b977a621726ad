import type { Proof } from '../../tools/proof.ts'
import { raceOfCrossingBaskets } from '../races/crossing-baskets.ts'
import { flashSale } from '../races/flash-sale.ts'
import { raceForTheLast } from '../races/last-units.ts'
import { chanceFrom, onRaceCourse } from '../races/race.ts'

const FULL_COUNT = 100

export const { name, run }: Proof = {
  name: 'races for stock: exact at 0, 5 and 20 ms to the database',
  async run({ seed, count = FULL_COUNT, log }) {
    for (const latencyMs of [0, 5, 20]) {
      const chance = chanceFrom(seed + latencyMs)
      await onRaceCourse({ latencyMs }, async (course) => {
        for (let round = 0; round < count; round++) await raceForTheLast(course, { units: 3, buyers: 50 })
        log(`${latencyMs} ms: ${count} times 50 buyers for the last 3 units: 3 sold, 47 told "sold out", each time`)
        for (let round = 0; round < count; round++) {
          await raceOfCrossingBaskets(course, { units: 8, buyers: 24, chance })
        }
        log(`${latencyMs} ms: ${count} times 24 crossing baskets over 8 units of each good: exact, no ring`)
        const { slowestMs } = await flashSale(course, { units: 100, buyers: 200, clicks: 3 })
        log(
          `${latencyMs} ms: flash sale, 200 buyers, 3 clicks each: 100 units sold once; slowest answer ${slowestMs} ms`,
        )
      })
    }
  },
}
