/** Everybody who hears of money at once: the shopper who returns, the provider's webhooks, the jobs, the reconciler, the clerks. */
import assert from 'node:assert/strict'
import { callOffOrder } from '../../server/src/flows/cancel-order/index.ts'
import { system } from '../../server/src/host/context.ts'
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
