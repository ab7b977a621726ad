/** A shopper goes to their bank, and everybody hears of it at once; the clerks answer at once, too. */
import assert from 'node:assert/strict'
import { reconcileDisputes, settleDispute } from '../../server/src/flows/settle-payment/index.ts'
import { paidOrders, timesOf, type MoneyCourse } from './money-course.ts'

/** One dispute, one to-do, one answer; each movement of its money is in the books once, and it is back when it is won. */
export async function raceToDispute(
  course: MoneyCourse,
  { callers, clerks }: { readonly callers: number; readonly clerks: number },
) {
  const { scene } = course
  const [order = assert.fail()] = await paidOrders(course, { count: 1 })
  const [there] = await scene.there(order)
  await scene.fault({ match: { operation: 'webhook' }, fault: 'duplicate', times: 3 })
  const { id } = await scene.ask<{ id: string }>('POST', `/v1/payments/${there?.id}/disputes`)
  const hear = async () => {
    const settle = () => settleDispute(scene.house, { provider: 'devpay', providerDisputeId: id })
    await Promise.all([...timesOf(callers, settle), scene.work(), reconcileDisputes(scene.house)])
    await scene.work()
  }
  await hear()
  const [dispute = assert.fail()] = await scene.house.asOwner<{ id: string }>(
    'SELECT id FROM payments.dispute WHERE order_id = $1',
    [order.id],
  )
  const evidence = { texts: { other: 'It arrived.' }, files: [] }
  const answers = await Promise.all(
    timesOf(clerks, () => course.call('POST', `/disputes/${dispute.id}/evidence`, evidence)),
  )
  assert.deepEqual(
    answers.map(({ status, body }) => (status === 202 ? 'sent' : body['code'])).toSorted(),
    [...timesOf(clerks - 1, () => 'payments.dispute_answered'), 'sent'].toSorted(),
  )
  await hear()
  await scene.ask('POST', `/v1/disputes/${id}/won`)
  await hear()
  const figures = await scene.house.asOwner(
    `SELECT d.state, d.withdrawn, t.state AS todo, (SELECT count(*) FROM payments.dispute WHERE order_id = $1::uuid) AS disputes,
      (SELECT count(*) FROM ledger.entry e WHERE e.about = $1::uuid::text AND e.kind = 'dispute') AS entries,
      (SELECT count(*) FROM work.todo WHERE record_id = d.id::text) AS todos
     FROM payments.dispute d LEFT JOIN work.todo t ON t.id = d.todo_id WHERE d.order_id = $1::uuid`,
    [order.id],
  )
  assert.deepEqual(figures, [{ state: 'won', withdrawn: '0', todo: 'done', disputes: '1', entries: '2', todos: '1' }])
}
