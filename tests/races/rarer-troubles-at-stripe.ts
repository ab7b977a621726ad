/**
 * What the shop asks of Stripe less often goes wrong in each way, too: a page closed, a hold let go, a kept card charged, a dispute answered, a
 * payout read. A quarter of an hour later the shop and Stripe say the same.
 */
import assert from 'node:assert/strict'
import { fetchPayouts, listSavedMethods } from '../../server/src/departments/payments/index.ts'
import { callOffOrder } from '../../server/src/flows/cancel-order/index.ts'
import { reconcileDisputes, settleDispute } from '../../server/src/flows/settle-payment/index.ts'
import { chargeSaved, startPayment } from '../../server/src/flows/start-payment/index.ts'
import { newId } from '../../server/src/host/clock.ts'
import { guest, system } from '../../server/src/host/context.ts'
import type { PlacedToPay } from '../../server/src/testing/payment-scene.ts'
import { must } from '../../server/src/testing/scene.ts'
import type { AnswerFault, LineFault } from '../../server/src/testing/stripe/stripe-loopback.ts'
import { captureOn } from './money-course.ts'
import { untilItAnswers, type StripeCourse } from './stripe-course.ts'

const LINE: readonly LineFault[] = [
  ...(['timeout_before', 'timeout_after', 'error_500_before', 'error_500_after'] as const),
  ...(['crowd', 'conflict'] as const),
]
const WITH_STATE = [...LINE, 'unknown_state'] as const
const LATER_MS = 15 * 60_000

type Befall = () => void
/** Does what is asked, the trouble called at its moment; answers what must be so a quarter of an hour later. */
type Story = (course: StripeCourse, befall: Befall) => Promise<() => Promise<void>>

interface RareTrouble {
  readonly call: string
  readonly faults: readonly (LineFault | AnswerFault)[]
  readonly story: Story
}

export const rarerTroubles: readonly RareTrouble[] = [
  { call: '/expire', faults: WITH_STATE, story: aPageIsClosed },
  { call: '/cancel', faults: WITH_STATE, story: aHoldIsLetGo },
  { call: 'POST /v1/payment_intents', faults: [...WITH_STATE, 'declined'], story: aKeptCardIsCharged },
  { call: 'POST /v1/disputes', faults: WITH_STATE, story: aDisputeIsAnswered },
  { call: 'GET /v1/payouts', faults: LINE, story: aPayoutIsRead },
  { call: 'GET /v1/balance_transactions', faults: LINE, story: aPayoutIsRead },
]

/** One of each, for those who have little time: what was done and not told. */
export const worstRareTroubles = rarerTroubles.map((trouble) => ({ ...trouble, faults: ['timeout_after'] as const }))

export async function everyRareTrouble(course: StripeCourse, troubles = rarerTroubles): Promise<void> {
  const { scene, stripe } = course
  const expected: { readonly name: string; readonly holds: () => Promise<void> }[] = []
  for (const { call, faults, story } of troubles) {
    for (const fault of faults) {
      const befall = () => {
        stripe.calm()
        stripe.fault(call, fault)
      }
      expected.push({ name: `${call}: ${fault}`, holds: await story(course, befall) })
    }
  }
  stripe.calm()
  scene.time.offsetMs += LATER_MS
  await scene.reconcile()
  await reconcileDisputes(scene.house)
  await fetchPayouts(scene.house)
  await scene.work()
  for (const { name, holds } of expected) {
    await holds().catch((error: unknown) => {
      throw new Error(name, { cause: error })
    })
  }
}

/** Called off before it is paid, and paid all the same where its page could not be closed: it goes back. */
async function aPageIsClosed(course: StripeCourse, befall: Befall): Promise<() => Promise<void>> {
  const { scene, stripe } = course
  await captureOn(course, 'at_once')
  const order = await scene.order({ mug: 1 })
  const page = await scene.openPage(order)
  befall()
  await callOff(course, order)
  const session = page.split('/').at(-1) ?? ''
  if (stripe.desk.sessions.get(session)?.status === 'open') stripe.desk.pay(session)
  return () => expectMoney(course, order, { state: 'cancelled', kept: 0 })
}

/** Held until goods go out, and called off: the bank holds nothing any more. */
async function aHoldIsLetGo(course: StripeCourse, befall: Befall): Promise<() => Promise<void>> {
  const { scene } = course
  await captureOn(course, 'on_shipment')
  const order = await scene.order({ mug: 1 })
  await course.payAtStripe(order)
  must(await scene.returnOf(order))
  befall()
  await callOff(course, order)
  await scene.work()
  return async () => {
    await expectMoney(course, order, { state: 'cancelled', kept: 0 })
    const [intent] = await intentsOf(course, order)
    assert.equal(intent?.status, 'canceled')
  }
}

/** By a kept card; where its bank says no, the page is still there. */
async function aKeptCardIsCharged(course: StripeCourse, befall: Befall): Promise<() => Promise<void>> {
  const { scene, stripe } = course
  await captureOn(course, 'at_once')
  const customerId = newId()
  const first = await scene.order({ mug: 1 })
  const keep = { customerId, later: true, words: 'Keep it.', locale: 'en' }
  const { url } = must(await startPayment(scene.house, first, guest, { keep }))
  stripe.desk.pay(url.split('/').at(-1) ?? '')
  must(await scene.returnOf(first))
  const [method = assert.fail('nothing was kept')] = await listSavedMethods(scene.house.database, customerId)
  const order = await scene.order({ mug: 1 })
  const later = { reason: 'phone_order', agreed: 'on the telephone' }
  befall()
  const told = await untilItAnswers(() =>
    chargeSaved(scene.house, order, guest, { customerId, methodId: method.id, later }),
  )
  if (told.ok && told.value.state === 'declined') await course.payAtStripe(order)
  await untilItAnswers(() => scene.returnOf(order))
  await scene.work()
  return () => expectMoney(course, order, { state: 'paid', kept: Number(order.total) })
}

/** Answered once, whatever was heard of it. */
async function aDisputeIsAnswered(course: StripeCourse, befall: Befall): Promise<() => Promise<void>> {
  const { scene, stripe } = course
  await captureOn(course, 'at_once')
  const order = await scene.order({ mug: 1 })
  await course.payAtStripe(order)
  must(await scene.returnOf(order))
  const [intent = assert.fail('no payment')] = await intentsOf(course, order)
  const { id } = stripe.desk.disputes.open(intent.id)
  must(await settleDispute(scene.house, { provider: 'stripe', providerDisputeId: id }))
  const [ours] = await scene.house.asOwner<{ id: string }>('SELECT id FROM payments.dispute WHERE order_id = $1', [
    order.id,
  ])
  const evidence = { texts: { other: 'It arrived.' }, files: [] }
  assert.equal((await course.call('POST', `/disputes/${ours?.id}/evidence`, evidence)).status, 202)
  befall()
  await scene.work()
  return async () => {
    assert.equal(stripe.desk.disputes.rows.get(id)?.submissions, 1)
    const [now] = await scene.house.asOwner<object>('SELECT state FROM payments.dispute WHERE id = $1', [ours?.id])
    assert.deepEqual(now, { state: 'under_review' })
  }
}

/** What was taken is paid out, and every line of it is in the books once. */
async function aPayoutIsRead(course: StripeCourse, befall: Befall): Promise<() => Promise<void>> {
  const { scene, stripe } = course
  await captureOn(course, 'at_once')
  const order = await scene.order({ mug: 1 })
  await course.payAtStripe(order)
  must(await scene.returnOf(order))
  const { id } = stripe.desk.payouts.payOut()
  befall()
  await fetchPayouts(scene.house)
  return async () => {
    const rows = await scene.house.asOwner<object>(
      `SELECT p.amount::int, sum(l.amount - l.fee)::int AS lines, count(*) FILTER (WHERE l.verdict = 'new')::int AS open,
         (SELECT count(*)::int FROM payments.payout_line x WHERE x.payout_id = p.id AND x.order_id = $2) AS ours
       FROM payments.payout p JOIN payments.payout_line l ON l.payout_id = p.id WHERE p.provider_ref = $1 GROUP BY p.id`,
      [id, order.id],
    )
    const amount = stripe.desk.payouts.rows.get(id)?.amount
    assert.deepEqual(rows, [{ amount, lines: amount, open: 0, ours: 1 }])
  }
}

const callOff = ({ scene }: StripeCourse, { id: orderId }: PlacedToPay) =>
  untilItAnswers(() =>
    callOffOrder(scene.house, { orderId, reason: 'changed their mind', actor: system('trouble') }),
  ).then(must)

async function expectMoney(
  course: StripeCourse,
  order: PlacedToPay,
  { state, kept }: { readonly state: string; readonly kept: number },
): Promise<void> {
  const ours = await course.scene.figures(order)
  const intents = await intentsOf(course, order)
  const charges = intents.flatMap(({ latest_charge: id }) => course.stripe.desk.charges.get(id ?? '') ?? [])
  const there = charges.reduce((sum, one) => sum + one.amount_captured - one.amount_refunded, 0)
  assert.deepEqual(
    { state: ours.state, kept: Number(ours.captured - ours.refunded), there, review: ours.review },
    { state, kept, there: kept, review: null },
  )
}

async function intentsOf({ scene, stripe }: StripeCourse, { id }: PlacedToPay) {
  const payments = await scene.house.asOwner<{ reference: string }>(
    'SELECT reference FROM payments.payment WHERE order_id = $1',
    [id],
  )
  const ours = new Set(payments.map(({ reference }) => reference))
  return [...stripe.desk.intents.values()].filter(({ metadata }) =>
    Object.values(metadata).some((value) => ours.has(value)),
  )
}
