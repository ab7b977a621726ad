import assert from 'node:assert/strict'
import type { Proof } from '../../tools/proof.ts'
import { chanceFrom } from '../races/race.ts'
import { everyRareTrouble } from '../races/rarer-troubles-at-stripe.ts'
import { stormOfEvents } from '../races/storm.ts'
import { onStripeCourse } from '../races/stripe-course.ts'
import { everyTrouble, troublesAtStripe } from '../races/troubles-at-stripe.ts'

/** Rounds of every trouble; events come from so many orders a round that more than ten thousand are delivered. */
const FULL_COUNT = 3
const ORDERS_A_ROUND = 225
const ACKNOWLEDGED_WITHIN_MS = 1_000

export const { name, run }: Proof = {
  name: 'Stripe: events tripled and shuffled among lies, and every call in every trouble',
  async run({ seed, count = FULL_COUNT, log }) {
    const chance = chanceFrom(seed)
    await onStripeCourse({ latencyMs: 0 }, async (course) => {
      const { delivered, lies, p99Ms } = await stormOfEvents(course, { orders: count * ORDERS_A_ROUND, chance })
      log(`${delivered} events of ${count * ORDERS_A_ROUND} orders, ${lies} of them forged or stale: none taken`)
      log(`each order as the run in order leaves it; acknowledged p99 ${Math.round(p99Ms)} ms`)
      assert.ok(p99Ms < ACKNOWLEDGED_WITHIN_MS, `acknowledged p99 ${p99Ms} ms`)
    })
    for (const latencyMs of [0, 5, 20]) {
      await onStripeCourse({ latencyMs }, async (course) => {
        for (let round = 0; round < count; round += 1) await everyTrouble(course, troublesAtStripe)
        log(`${latencyMs} ms, ${count} times: ${troublesAtStripe.length} troubles, no difference of money`)
        for (let round = 0; round < count; round += 1) await everyRareTrouble(course)
        log(`${latencyMs} ms, ${count} times: pages closed, holds let go, kept cards, disputes, payouts: the same`)
      })
    }
  },
}
