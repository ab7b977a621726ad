import type { Proof } from '../../tools/proof.ts'
import { killBeforeRights, killMigrations, onMigrationCourse } from '../races/killed-migrations.ts'
import { chanceFrom } from '../races/race.ts'

const FULL_COUNT = 10
const KILLS = 20
/** So that some are killed in their first files and some in their last. */
const LONGEST_MS = 2_000

export const { name, run }: Proof = {
  name: 'migrations killed at any moment: run again, they come to the same database',
  async run({ seed, count = FULL_COUNT, log }) {
    const chance = chanceFrom(seed)
    await onMigrationCourse(async (course) => {
      for (let round = 1; round <= count; round += 1) {
        await killMigrations(course, { kills: KILLS, longestMs: LONGEST_MS / round, chance })
        log(`round ${round}: killed ${KILLS} times, the same in the end`)
      }
      await killBeforeRights(course)
      log('killed before the rights of the application: it has them in the end')
    })
  },
}
