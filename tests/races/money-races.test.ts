/** The races for money of reliability.md, once each; tests/prove/money-races.ts runs them in their full counts. */
import { describe, test } from 'node:test'
import { moneyRaces } from './every-money-race.ts'
import { onMoneyCourse } from './money-course.ts'
import { chanceFrom } from './race.ts'

const seed = Number(process.env['SEED'] ?? 20_261_123)

describe('races for money', { concurrency: true }, () => {
  for (const latencyMs of [0, 5, 20]) {
    test(`are exact with ${latencyMs} ms more to the database (seed ${seed})`, async (t) => {
      const chance = chanceFrom(seed + latencyMs)
      await onMoneyCourse({ latencyMs }, async (course) => {
        for (const [name, race] of Object.entries(moneyRaces)) await t.test(name, () => race(course, chance))
      })
    })
  }
})
