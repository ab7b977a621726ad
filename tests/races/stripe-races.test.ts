/** What Stripe may do to a shop, in small; tests/prove/stripe.ts runs it in full counts and at every distance from the database. */
import { test } from 'node:test'
import { chanceFrom } from './race.ts'
import { everyRareTrouble, worstRareTroubles } from './rarer-troubles-at-stripe.ts'
import { stormOfEvents } from './storm.ts'
import { onStripeCourse } from './stripe-course.ts'
import { everyTrouble, worstTroubles } from './troubles-at-stripe.ts'

const seed = Number(process.env['SEED'] ?? 20_261_124)

test(`Stripe (seed ${seed})`, async (t) => {
  await onStripeCourse({ latencyMs: 0 }, async (course) => {
    await t.test('events tripled and shuffled among lies leave each order as the run in order would', () =>
      stormOfEvents(course, { orders: 6, chance: chanceFrom(seed) }).then(() => undefined),
    )
    await t.test('what was done untold, told in no known word or not as asked makes no difference of money', () =>
      everyTrouble(course, worstTroubles),
    )
    await t.test(
      'nor does it where a page is closed, a hold let go, a kept card charged, a dispute answered, a payout read',
      () => everyRareTrouble(course, worstRareTroubles),
    )
  })
})
