/** Migrations that are killed, in small; tests/prove/migrations.ts kills more of them. */
import { test } from 'node:test'
import { killBeforeRights, killMigrations, onMigrationCourse } from './killed-migrations.ts'
import { chanceFrom } from './race.ts'

const seed = Number(process.env['SEED'] ?? 20_261_125)

test(`migrations that are killed come to the same database when they run again (seed ${seed})`, async (t) => {
  await onMigrationCourse(async (course) => {
    await t.test('at any moment, six times over', () =>
      killMigrations(course, { kills: 6, longestMs: 800, chance: chanceFrom(seed) }),
    )
    await t.test('after the last file, before the application has its rights', () => killBeforeRights(course))
  })
})
