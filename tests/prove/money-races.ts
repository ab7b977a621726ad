import type { Proof } from '../../tools/proof.ts'
import { moneyRaces } from '../races/every-money-race.ts'
import { raceOfRights } from '../races/losing-rights.ts'
import { onMoneyCourse } from '../races/money-course.ts'
import { chanceFrom } from '../races/race.ts'
import { raceOverNewYear } from '../races/year-change.ts'

const FULL_COUNT = 10
const ZONES = ['Pacific/Auckland', 'Europe/Rome', 'America/Los_Angeles']

export const { name, run }: Proof = {
  name: 'races for money: exact at 0, 5 and 20 ms to the database',
  async run({ seed, count = FULL_COUNT, log }) {
    for (const latencyMs of [0, 5, 20]) {
      const chance = chanceFrom(seed + latencyMs)
      await onMoneyCourse({ latencyMs }, async (course) => {
        for (const [what, race] of Object.entries(moneyRaces)) {
          for (let round = 0; round < count; round += 1) await race(course, chance)
          log(`${latencyMs} ms, ${count} times: ${what}`)
        }
        for (let round = 0; round < count; round += 1) await raceOfRights(course)
        log(`${latencyMs} ms, ${count} times: nobody acts after the right to it is lost`)
      })
      for (const zone of ZONES) {
        await onMoneyCourse({ latencyMs }, (course) => raceOverNewYear(course, { zone, orders: count * 3 }))
        log(`${latencyMs} ms, ${count * 3} invoices: the year changes in ${zone}`)
      }
    }
  },
}
