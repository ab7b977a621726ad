/** The races of reliability.md in small; tests/prove/races.ts runs them in their full counts. */
import { describe, test } from 'node:test'
import { raceOfCrossingBaskets } from './crossing-baskets.ts'
import { flashSale } from './flash-sale.ts'
import { raceForTheLast } from './last-units.ts'
import { chanceFrom, onRaceCourse } from './race.ts'

const seed = Number(process.env['SEED'] ?? 20_261_122)

for (const latencyMs of [0, 5, 20]) {
  describe(`with ${latencyMs} ms more to the database`, async () => {
    test('50 buyers, the last 3 units: 3 are sold, 47 are told "sold out"', async () => {
      await onRaceCourse({ latencyMs }, async (course) => {
        for (let round = 0; round < 2; round++) await raceForTheLast(course, { units: 3, buyers: 50 })
      })
    })

    test(`baskets with the same goods in every order cross without a ring (seed ${seed})`, async () => {
      const chance = chanceFrom(seed + latencyMs)
      await onRaceCourse({ latencyMs }, async (course) => {
        for (let round = 0; round < 2; round++) await raceOfCrossingBaskets(course, { units: 8, buyers: 24, chance })
      })
    })
  })
}

test('a flash sale of one product over HTTP, every buyer clicking three times', async (t) => {
  await onRaceCourse({ latencyMs: 2 }, async (course) => {
    const { slowestMs } = await flashSale(course, { units: 20, buyers: 40, clicks: 3 })
    t.diagnostic(`slowest answer ${slowestMs} ms`)
  })
})
