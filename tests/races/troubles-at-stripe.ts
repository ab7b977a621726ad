/** Each call to Stripe goes wrong in each way: R5 of the promises. A quarter of an hour later there is no difference of money. */
import assert from 'node:assert/strict'
import type { PlacedToPay } from '../../server/src/testing/payment-scene.ts'
import type { AnswerFault, LineFault } from '../../server/src/testing/stripe/stripe-loopback.ts'
import type { Twist } from '../../server/src/testing/stripe/desk.ts'
import { captureOn } from './money-course.ts'
import { untilItAnswers, type StripeCourse } from './stripe-course.ts'

const LINE: readonly LineFault[] = [
  ...(['timeout_before', 'timeout_after', 'error_500_before', 'error_500_after'] as const),
  ...(['crowd', 'conflict'] as const),
]
const LATER_MS = 15 * 60_000

interface Trouble {
  readonly name: string
  /** Words of the call that it befalls. */
  readonly call?: string
  readonly fault?: LineFault | AnswerFault
  /** What Stripe does otherwise than asked, in paying or in giving back. */
  readonly twist?: { readonly in: 'payment' | 'refund'; readonly what: Twist }
  /** All is as if nothing had happened, or a person is asked. */
  readonly ends: 'well' | 'asked'
  /** Held when it is paid, taken by hand. */
  readonly held?: true
}

const trouble = (call: string, fault: LineFault | AnswerFault, more: Partial<Trouble> = {}): Trouble => ({
  ...{ name: `${call}: ${fault}`, call, fault, ends: 'well' },
  ...more,
})

export const troublesAtStripe: readonly Trouble[] = [
  ...LINE.map((fault) => trouble('POST /v1/checkout/sessions', fault)),
  ...[...LINE, 'unknown_state' as const].map((fault) => trouble('GET /v1/', fault)),
  ...[...LINE, 'unknown_state' as const].map((fault) => trouble('POST /v1/refunds', fault)),
  ...[...LINE, 'unknown_state' as const].map((fault) => trouble('/capture', fault, { held: true })),
  trouble('/capture', 'declined', { ends: 'asked', held: true }),
  { name: 'a wrong amount paid', twist: { in: 'payment', what: 'wrong_amount' }, ends: 'asked' },
  { name: 'a wrong amount given back', twist: { in: 'refund', what: 'wrong_amount' }, ends: 'asked' },
  { name: 'a refund that comes home', twist: { in: 'refund', what: 'failed_refund' }, ends: 'asked' },
]

/** Each once; then the clock goes on, and whoever repairs has looked. */
export async function everyTrouble(course: StripeCourse, troubles: readonly Trouble[]): Promise<void> {
  const { scene } = course
  const bought: { readonly order: PlacedToPay; readonly trouble: Trouble }[] = []
  for (const trouble of troubles) bought.push({ order: await buyInTrouble(course, trouble), trouble })
  scene.time.offsetMs += LATER_MS
  await scene.reconcile()
  await scene.work()
  for (const { order, trouble } of bought) await expectNoDifference(course, order, trouble)
}

/** One of each kind, for those who have little time: what was done and not told, what is told in no known word, what is not as asked. */
export const worstTroubles = troublesAtStripe.filter(
  ({ fault = 'twist' }) => /after|unknown|declined|twist/.test(fault) && fault !== 'error_500_after',
)

/** Ordered, paid, looked at and a third given back, while the trouble waits for its call. */
async function buyInTrouble(course: StripeCourse, trouble: Trouble): Promise<PlacedToPay> {
  const { scene, stripe } = course
  await captureOn(course, trouble.held ? 'on_shipment' : 'at_once')
  const order = await scene.order({ mug: 1 })
  if (trouble.call?.includes('sessions')) befall(course, trouble)
  if (trouble.twist?.in === 'payment') stripe.desk.twist = trouble.twist.what
  await course.payAtStripe(order)
  if (trouble.call === 'GET /v1/') befall(course, trouble)
  await untilItAnswers(() => scene.returnOf(order))
  await scene.work()
  const paymentId = await paymentOf(course, order)
  if (trouble.held) {
    befall(course, trouble)
    assert.equal((await course.call('POST', `/payments/${paymentId}/captures`, {})).status, 202)
    await scene.work()
  }
  if ((await scene.figures(order)).captured === order.total) {
    if (trouble.call === 'POST /v1/refunds') befall(course, trouble)
    if (trouble.twist?.in === 'refund') stripe.desk.twist = trouble.twist.what
    const wish = { amount: { amount: thirdOf(order), currency: 'EUR' }, reason: 'a chipped mug' }
    assert.equal((await course.call('POST', `/payments/${paymentId}/refunds`, wish)).status, 202)
    await scene.work()
  }
  return order
}

const thirdOf = (order: PlacedToPay) => Number(order.total / 3n)

async function expectNoDifference(course: StripeCourse, order: PlacedToPay, trouble: Trouble): Promise<void> {
  const ours = await course.scene.figures(order)
  const theirs = await course.atStripe(order)
  const { name } = trouble
  assert.deepEqual([Number(ours.captured), Number(ours.refunded)], [theirs.captured, theirs.refunded], name)
  if (trouble.ends === 'asked') return assert.notEqual(ours.review, null, `${name}: nobody was asked`)
  assert.deepEqual(theirs, { captured: Number(order.total), refunded: thirdOf(order), refunds: 1 }, name)
  const { state, captures, refunds, captureEntries, refundEntries, sales, confirmations, review } = ours
  assert.deepEqual(
    { state, captures, refunds, captureEntries, refundEntries, sales, confirmations, review },
    {
      ...{ state: 'paid', captures: 1n, refunds: 1n, captureEntries: 1n, refundEntries: 1n, sales: 1n },
      ...{ confirmations: 1n, review: null },
    },
    name,
  )
}

function befall({ stripe }: StripeCourse, { call, fault }: Trouble): void {
  // What an earlier one left waiting is not this one's.
  stripe.calm()
  if (call !== undefined && fault !== undefined) stripe.fault(call, fault)
}

async function paymentOf({ scene }: StripeCourse, order: PlacedToPay): Promise<string> {
  const [row] = await scene.house.asOwner<{ id: string }>(
    'SELECT id FROM payments.payment WHERE order_id = $1 AND NOT surplus',
    [order.id],
  )
  return row?.id ?? assert.fail('no payment')
}
