/** Who bought calls an order off while its money is held, taken or on its way: with whoever ships, captures, pays or hears of it. */
import assert from 'node:assert/strict'
import { packOrder } from '../../server/src/departments/fulfilment/index.ts'
import { signLink } from '../../server/src/host/auth/links.ts'
import type { PlacedToPay } from '../../server/src/testing/payment-scene.ts'
import { captureOn, timesOf, type MoneyCourse } from './money-course.ts'

/**
 * Held until goods go out. Two clicks of the buyer, the packer who sends the parcel, the capture that follows, the buyer's other tab that comes
 * back from the bank, the reconciler: it is sent and taken, once, or called off, and nobody holds anything of it.
 */
export async function raceToCancelHeld(course: MoneyCourse): Promise<void> {
  const { scene } = course
  await captureOn(course, 'on_shipment')
  const order = await scene.order({ mug: 1 })
  await scene.pay(order)
  await scene.returnOf(order)
  const version = await versionOf(course, order)
  const back = () => scene.returnOf(order)
  const [sent, ...clicks] = await Promise.all([
    send(course, order),
    ...timesOf(2, () => cancel(course, order, version)),
    ...timesOf(2, () => back().then(() => 200)),
    scene.reconcile().then(() => 200),
    scene.work().then(() => 200),
  ])
  await send(course, order)
  await scene.work()
  await scene.reconcile()
  await scene.work()
  const called = clicks.slice(0, 2)
  for (const status of called) assert.ok(status === 200 || status === 409, `the buyer was told ${status}`)
  // Of one who clicks twice, the second may hear that it is done.
  assert.notEqual(sent, called.includes(200), 'one of them, and not both')
  const { state, captured, refunded, captures, captureEntries, openCharge, review } = await scene.figures(order)
  const [there] = await scene.there(order)
  const taken = sent ? order.total : 0n
  assert.deepEqual(
    { state, kept: captured - refunded, there: BigInt((there?.captured ?? 0) - (there?.refunded ?? 0)), openCharge },
    { state: sent ? 'paid' : 'cancelled', kept: taken, there: taken, openCharge: false },
  )
  assert.deepEqual({ review, captures, captureEntries }, { review: null, ...timesTaken(sent ? 1n : captures) })
  assert.ok(captures <= 1n)
  await captureOn(course, 'at_once')
}

const timesTaken = (captures: bigint) => ({ captures, captureEntries: captures })

/** Not paid yet: its buyer calls it off in one tab, pays in another and comes back in a third. */
export async function raceToCancelUnpaid(course: MoneyCourse): Promise<void> {
  const { scene } = course
  const order = await scene.order({ mug: 1 })
  const page = await scene.openPage(order)
  const version = await versionOf(course, order)
  await Promise.all([
    cancel(course, order, version),
    scene.payAt(page),
    ...timesOf(2, () => scene.returnOf(order)),
    scene.work(),
  ])
  const again = await versionOf(course, order)
  if ((await scene.figures(order)).state !== 'cancelled') {
    assert.equal(await cancel(course, order, again), 200, 'who was told to look again may still call it off')
  }
  await scene.work()
  await scene.reconcile()
  await scene.work()
  const { state, captured, refunded, openCharge, review } = await scene.figures(order)
  assert.deepEqual(
    { state, kept: captured - refunded, openCharge, review },
    { state: 'cancelled', kept: 0n, openCharge: false, review: null },
  )
  for (const one of await scene.there(order)) assert.equal(one.captured, one.refunded)
}

/** Whether the parcel went; the minutes in which it could be taken back are over at once. */
async function send({ scene }: MoneyCourse, { id }: PlacedToPay): Promise<boolean> {
  const { house } = scene
  const lines = [{ position: 0, quantity: 1 }]
  const packed = await house.run((ctx) => packOrder(ctx, { orderId: id, lines, ship: true }))
  await house.asOwner(`UPDATE host.job SET run_at = now() WHERE kind = 'parcel-left' AND state = 'ready'`)
  await house.runJobs(['parcel-left', 'capture-shipment'])
  return packed.ok
}

const address = ({ scene }: MoneyCourse, { id }: PlacedToPay) =>
  `${scene.url}/api/order-links/${signLink(scene.house.linkKey, 'order', id)}/cancellation`

async function versionOf(course: MoneyCourse, order: PlacedToPay): Promise<number> {
  const answer = await fetch(address(course, order))
  return ((await answer.json()) as { version: number }).version
}

async function cancel(course: MoneyCourse, order: PlacedToPay, version: number): Promise<number> {
  const answer = await fetch(address(course, order), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version }),
  })
  await answer.arrayBuffer()
  return answer.status
}
