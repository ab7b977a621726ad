/** Stripe tells everything three times, in any order, while strangers tell lies: R4 of the promises. */
import assert from 'node:assert/strict'
import type { PlacedToPay } from '../../server/src/testing/payment-scene.ts'
import { signed, stripeKeys, type SignedEvent } from '../../server/src/testing/stripe/stripe-loopback.ts'
import { timesOf } from './money-course.ts'
import { shuffled } from './race.ts'
import type { StripeCourse } from './stripe-course.ts'

const AT_ONCE = 16
const GIVEN_BACK = 100
const AN_HOUR_SECONDS = 3_600

export interface Storm {
  readonly delivered: number
  readonly lies: number
  /** Of the shop's answers to them. */
  readonly p99Ms: number
}

/**
 * Orders are paid, and every third is given back a part at Stripe's own desk. In the end each is where the run in order would have left it, and
 * nothing that was forged or too old was taken.
 */
export async function stormOfEvents(
  course: StripeCourse,
  { orders: count, chance }: { readonly orders: number; readonly chance: () => number },
): Promise<Storm> {
  const { scene, stripe } = course
  stripe.told()
  const times: number[] = []
  const orders = await inBatches(
    timesOf(count, (index) => index),
    async () => {
      const order = await scene.order({ mug: 1 })
      await course.payAtStripe(order)
      return order
    },
  )
  const paid = stripe.told()
  assert.equal(paid.length, 2 * count)
  await blow(course, { truths: paid, chance, times })
  for (const order of orders) await expectOf(course, order, 0n)

  const backTo = orders.filter((_, index) => index % 3 === 0)
  for (const order of backTo) giveBack(course, await intentOf(course, order))
  // What was told before comes once more among the new.
  await blow(course, { truths: [...paid, ...stripe.told()], chance, times })
  for (const order of orders) await expectOf(course, order, backTo.includes(order) ? BigInt(GIVEN_BACK) : 0n)

  const [kept] = await scene.house.asOwner<{ open: string; twice: string }>(
    `SELECT count(*) FILTER (WHERE processed_at IS NULL) AS open, count(*) - count(DISTINCT event_id) AS twice
     FROM payments.webhook_in WHERE provider = 'stripe'`,
  )
  assert.deepEqual(kept, { open: '0', twice: '0' })
  times.sort((a, b) => a - b)
  const lies = Math.ceil(times.length / 7)
  return { delivered: times.length, lies, p99Ms: times[Math.floor(times.length * 0.99)] ?? 0 }
}

async function blow(
  { scene, deliver }: StripeCourse,
  { truths, chance, times }: { truths: readonly SignedEvent[]; chance: () => number; times: number[] },
): Promise<void> {
  const now = Math.floor(scene.house.clock.now().getTime() / 1000)
  const lies = truths.flatMap(({ body }, index) => {
    if (index % 2 === 0) return []
    const [forged, stale] = [
      signed(body, 'whsec_of_a_stranger', now),
      signed(body, stripeKeys.webhookSecret, now - AN_HOUR_SECONDS),
    ]
    return [chance() < 0.5 ? forged : stale]
  })
  const told = [...truths, ...truths, ...truths].map((event) => ({ event, answer: 204 }))
  const storm = shuffled([...told, ...lies.map((event) => ({ event, answer: 401 }))], chance)
  await inBatches(storm, async ({ event, answer }) => {
    const start = performance.now()
    assert.equal(await deliver(event), answer)
    times.push(performance.now() - start)
  })
  await scene.work()
}

async function expectOf({ scene }: StripeCourse, order: PlacedToPay, refunded: bigint): Promise<void> {
  const figures = await scene.figures(order)
  const entries = refunded === 0n ? 0n : 1n
  assert.deepEqual(figures, {
    ...{ state: 'paid', captured: order.total, refunded, captures: 1n, refunds: entries, captureEntries: 1n },
    ...{ refundEntries: entries, sales: 1n, confirmations: 1n, review: null, openCharge: figures.openCharge },
  })
}

async function intentOf({ scene, stripe }: StripeCourse, order: PlacedToPay): Promise<string> {
  const [payment] = await scene.house.asOwner<{ reference: string }>(
    'SELECT reference FROM payments.payment WHERE order_id = $1',
    [order.id],
  )
  const intents = [...stripe.desk.intents.values()]
  const found = intents.find(({ metadata }) => Object.values(metadata).includes(payment?.reference ?? ''))
  return found?.id ?? assert.fail('no payment at Stripe')
}

function giveBack({ stripe }: StripeCourse, intent: string): void {
  stripe.desk.act('post /v1/refunds', [], { payment_intent: intent, amount: String(GIVEN_BACK) })
}

/** So many at once, until all are done. */
async function inBatches<T, R>(items: readonly T[], act: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const hand = async () => {
    for (let at = next++; at < items.length; at = next++) results[at] = await act(items[at] as T)
  }
  await Promise.all(timesOf(AT_ONCE, hand))
  return results
}
