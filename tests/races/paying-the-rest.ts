/** What an order still costs (a deposit's rest, the difference of a change) is paid from two tabs, and received by hand beside them. */
import assert from 'node:assert/strict'
import { system } from '../../server/src/host/context.ts'
import { editOrder } from '../../server/src/flows/edit-order/index.ts'
import type { PlacedToPay } from '../../server/src/testing/payment-scene.ts'
import { paidOrders, timesOf, type MoneyCourse } from './money-course.ts'

/** A second mug. */
const REST = 1_490

/**
 * Two tabs open the page of the rest and pay, each comes back twice, the provider tells of it, the reconciler comes round, and a clerk who saw money
 * at the bank writes it down. The order keeps exactly what it costs: the rest came once, or what came besides is on its way back.
 */
export async function raceForTheRest(course: MoneyCourse, { byHand }: { readonly byHand: boolean }): Promise<void> {
  const { scene } = course
  const order = await dearer(course)
  await scene.fault({ match: { operation: 'webhook' }, fault: 'duplicate', times: 3 })
  const pages = await Promise.all(timesOf(2, () => scene.openPage(order)))
  const receipt = { amount: { amount: REST, currency: 'EUR' }, receivedOn: today(course), bankReference: 'CRO 42' }
  await Promise.all([
    ...pages.map((page) => scene.payAt(page)),
    ...timesOf(2, () => scene.returnOf(order)),
    ...timesOf(byHand ? 1 : 0, () => course.call('POST', `/orders/${order.id}/receipts`, receipt)),
    scene.reconcile(),
    scene.work(),
  ])
  await scene.returnOf(order)
  await scene.work()
  await scene.reconcile()
  await scene.work()
  const [stands] = await scene.house.asOwner<object>(
    `SELECT o.state, o.total::int, (SELECT string_agg(coalesce(b.outcome, 'due'), ' ') FROM orders.balance b WHERE b.order_id = o.id) AS rests,
       (SELECT sum(p.captured - p.refunded)::int FROM payments.payment p WHERE p.order_id = o.id
        AND NOT p.surplus) AS kept,
       (SELECT coalesce(sum(r.amount) FILTER (WHERE r.state = 'succeeded'), 0)::int - coalesce(sum(p.captured) FILTER (WHERE p.surplus), 0)::int
        FROM payments.payment p LEFT JOIN payments.refund r ON r.payment_id = p.id
        WHERE p.order_id = o.id AND p.surplus AND p.provider = 'devpay') AS surplus_left
     FROM orders.sales_order o WHERE o.id = $1`,
    [order.id],
  )
  const total = Number(order.total) + REST
  const { rests, ...rest } = stands as { rests: string }
  assert.deepEqual(rest, { state: 'paid', total, kept: total, surplus_left: 0 })
  assert.match(rests, byHand ? /^(paid|received)$/ : /^paid$/)
}

const today = ({ scene }: MoneyCourse) => scene.house.clock.now().toISOString().slice(0, 10)

/** Paid, and asked for one mug more. */
async function dearer(course: MoneyCourse): Promise<PlacedToPay> {
  const { house } = course.scene
  const [order = assert.fail()] = await paidOrders(course, { count: 1, wishes: { mug: 1, book: 1 } })
  const lines = [{ position: 0, quantity: 2 }]
  const wish = { kind: 'edit', reason: 'customer_asked', lines, added: [] } as const
  const edited = await editOrder(house, { orderId: order.id, wish, actor: system('race') })
  assert.equal(edited.ok && edited.value.balance?.amount, REST)
  return order
}
