/** The change of year in two zones; tests/prove/money-races.ts has more of them, more often. */
import { test } from 'node:test'
import { onMoneyCourse } from './money-course.ts'
import { raceOverNewYear } from './year-change.ts'

for (const zone of ['Pacific/Auckland', 'America/Los_Angeles']) {
  test(`the year changes in ${zone} while invoices are issued: no gap, no later number with an earlier day`, () =>
    onMoneyCourse({ latencyMs: 0 }, (course) => raceOverNewYear(course, { zone, orders: 10 })))
}
