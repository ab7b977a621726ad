/** Everybody who hears of money at once: the shopper who returns, the provider's webhooks, the jobs, the reconciler, the clerks. */
import assert from 'node:assert/strict'
import { callOffOrder } from '../../server/src/flows/cancel-order/index.ts'
import { newId } from '../../server/src/host/clock.ts'
import { guest, system } from '../../server/src/host/context.ts'
import { listSavedMethods } from '../../server/src/departments/payments/index.ts'
import { chargeSaved, startPayment } from '../../server/src/flows/start-payment/index.ts'
import { must } from '../../server/src/testing/scene.ts'
import { paidOrders, timesOf, type MoneyCourse } from './money-course.ts'

/** One capture, one order, one mail. */
export async function raceToSettle({ scene }: MoneyCourse, { callers }: { callers: number }) {
  const order = await scene.order()
  await scene.fault({ match: { operation: 'webhook' }, fault: 'duplicate', times: 2 })
  await scene.pay(order)
  await Promise.all([...timesOf(callers, () => scene.returnOf(order)), scene.work(), scene.reconcile()])
  await scene.work()
  const { state, captured, captures, captureEntries, sales, confirmations, review } = await scene.figures(order)
  assert.deepEqual(
    { state, captured, captures, captureEntries, sales, confirmations, review },
    {
      state: 'paid',
      captured: order.total,
      captures: 1n,
      captureEntries: 1n,
      sales: 1n,
      confirmations: 1n,
      review: null,
    },
  )
}

/** Each clerk asks for a third: three are sent, though the provider tells of them before we have written them down. */
export async function raceToRefund(course: MoneyCourse, { clerks }: { clerks: number }) {
  const { scene } = course
  const [order = assert.fail()] = await paidOrders(course, { count: 1 })
  const [row] = await scene.house.asOwner<{ id: string }>('SELECT id FROM payments.payment WHERE order_id = $1', [
    order.id,
  ])
  const third = order.total / 3n
  const wish = { amount: { amount: Number(third), currency: 'EUR' }, reason: 'a chipped mug' }
  const answers = await Promise.all(timesOf(clerks, () => course.call('POST', `/payments/${row?.id}/refunds`, wish)))
  assert.equal(answers.filter(({ status }) => status === 202).length, 3)
  for (const { status, body } of answers) {
    assert.ok(status === 202 || /^payments\.\w*refund/.test(String(body['code'])), JSON.stringify(body))
  }
  await Promise.all([scene.work(), scene.reconcile()])
  await scene.work()
  const { refunded, refunds, refundEntries, openCharge } = await scene.figures(order)
  assert.deepEqual(
    { refunded, refunds, refundEntries, openCharge },
    {
      refunded: third * 3n,
      refunds: 3n,
      refundEntries: 3n,
      openCharge: false,
    },
  )
  assert.equal((await scene.there(order))[0]?.refunded, Number(third * 3n))
}

/** Paid and given back, or never paid; in the end nobody holds the other's money. */
export async function raceToCallOff({ scene }: MoneyCourse) {
  const order = await scene.order({ mug: 1 })
  const page = await scene.openPage(order)
  const callOff = { orderId: order.id, reason: 'changed their mind', actor: system('race') }
  await Promise.all([scene.payAt(page), callOffOrder(scene.house, callOff), scene.returnOf(order), scene.work()])
  await scene.work()
  await scene.reconcile()
  await scene.work()
  const { state, captured, refunded, openCharge } = await scene.figures(order)
  assert.deepEqual([state, captured - refunded, openCharge], ['cancelled', 0n, false])
}

/** Staff and tabs charge a card that is kept, a page is opened beside them, and the provider tells before anybody wrote it down: one charge. */
export async function raceToCharge({ scene }: MoneyCourse, { callers }: { callers: number }) {
  const customerId = newId()
  const first = await scene.order({ mug: 1 })
  const keep = { customerId, later: true, words: 'Keep it.', locale: 'en' }
  await scene.payAt(must(await startPayment(scene.house, first, guest, { keep })).url)
  await scene.returnOf(first)
  const [method = assert.fail('nothing was kept')] = await listSavedMethods(scene.house.database, customerId)
  const order = await scene.order()
  const later = { reason: 'phone_order', agreed: 'on the telephone' }
  const charge = () => chargeSaved(scene.house, order, guest, { customerId, methodId: method.id, later })
  const page = () => startPayment(scene.house, order, guest)
  // Where nobody knows, or somebody was faster, they ask again.
  const asked = [...timesOf(callers, charge), page()].map((one) => one.catch(() => undefined))
  await Promise.all([...asked, scene.work(), scene.reconcile()])
  must(await scene.returnOf(order))
  if ((await scene.figures(order)).state !== 'paid') must(await charge())
  await scene.work()
  const { state, captured, captures, captureEntries, sales } = await scene.figures(order)
  const once = { captures: 1n, captureEntries: 1n, sales: 1n }
  assert.deepEqual(
    { state, captured, captures, captureEntries, sales },
    { state: 'paid', captured: order.total, ...once },
  )
  assert.equal((await scene.there(order)).length, 1)
}
