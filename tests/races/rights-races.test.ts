/** Rights that are lost during a call, in small; tests/prove/money-races.ts has each in both manners and at every distance. */
import { test } from 'node:test'
import { loseRightsUnderway, loseRightsWhileWaiting, waysToLoseARight } from './losing-rights.ts'
import { onMoneyCourse } from './money-course.ts'

test('nobody acts after the right to it is lost', async (t) => {
  await onMoneyCourse({ latencyMs: 0 }, async (course) => {
    for (const [name, way] of Object.entries(waysToLoseARight)) {
      await t.test(`${name}: calls that wait`, () => loseRightsWhileWaiting(course, way, { calls: 3 }))
    }
    const { 'a role is taken': roleTaken, 'a session is ended': sessionEnded } = waysToLoseARight
    for (const way of [roleTaken, sessionEnded]) {
      await t.test('calls under way', () => loseRightsUnderway(course, way, { calls: 12 }))
    }
  })
})
