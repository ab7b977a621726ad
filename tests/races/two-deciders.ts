/** Several of staff do the same to one record at once: one of them has done it, the others are told that it is done. */
import assert from 'node:assert/strict'
import { fetchPayouts } from '../../server/src/departments/payments/index.ts'
import { newId } from '../../server/src/host/clock.ts'
import { paidOrders, timesOf, type MoneyCourse, type Told } from './money-course.ts'
import { tally } from './race.ts'

interface Deciding {
  readonly clerks: number
}

/** Each saw the same order and wants another number of mugs: one change, one sum given back, and nobody overwrites it unseen. */
export async function raceToEdit(course: MoneyCourse, { clerks }: Deciding): Promise<void> {
  const { scene, call } = course
  const [order = assert.fail()] = await paidOrders(course, { count: 1, wishes: { mug: clerks + 1 } })
  const [before] = await scene.house.asOwner<{ version: number; total: string }>(
    'SELECT version, total FROM orders.sales_order WHERE id = $1',
    [order.id],
  )
  const headers = { 'if-match': `"${before?.version}"` }
  const wish = (mugs: number) => ({
    kind: 'edit',
    reason: 'customer_asked',
    lines: [{ position: 0, quantity: mugs }],
    added: [],
  })
  const answers = await Promise.all(
    timesOf(clerks, (clerk) => call('POST', `/orders/${order.id}/amendments`, wish(clerk + 1), headers)),
  )
  expectOne(answers, clerks, 'host.version_conflict')
  await scene.work()
  const [after] = await scene.house.asOwner<{ total: string; changes: string; kept: string }>(
    `SELECT o.total, (SELECT count(*) FROM orders.amendment a WHERE a.order_id = o.id) AS changes,
       (SELECT sum(p.captured - p.refunded) FROM payments.payment p WHERE p.order_id = o.id) AS kept
     FROM orders.sales_order o WHERE o.id = $1`,
    [order.id],
  )
  assert.deepEqual([after?.changes, after?.kept], ['1', after?.total])
}

/** Half of them accept a withdrawal, half refuse it. */
export async function raceToDecideWithdrawal(course: MoneyCourse, { clerks }: Deciding): Promise<void> {
  const { scene, call } = course
  const [order = assert.fail()] = await paidOrders(course, { count: 1 })
  const formKey = newId()
  const stated = await fetch(`${scene.url}/en/withdraw/confirmation`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      ...{ name: 'Mirandolina', order: order.number, email: 'mirandolina@locanda.example' },
      ...{ goods: '', link: '', formKey },
    }).toString(),
  })
  assert.equal(stated.status, 200, await stated.text())
  const [{ id } = assert.fail()] = await scene.house.asOwner<{ id: string }>(
    'SELECT id FROM returns.withdrawal WHERE form_key = $1',
    [formKey],
  )
  const decide = (clerk: number) => ({
    decision: clerk % 2 ? 'accept' : 'refuse',
    note: 'We looked at it.',
    seen: 'received',
  })
  const answers = await Promise.all(
    timesOf(clerks, (clerk) => call('POST', `/withdrawals/${id}/decisions`, decide(clerk))),
  )
  expectOne(answers, clerks, 'host.version_conflict')
  const trail = await scene.house.asOwner(
    `SELECT 1 FROM host.audit WHERE object_id = $1 AND action <> 'returns:state'`,
    [id],
  )
  assert.equal(trail.length, 1)
}

/** What a payout has too much is explained by each of them in another way: it is in the books once. */
export async function raceToExplain(course: MoneyCourse, { clerks }: Deciding): Promise<void> {
  const { scene, call } = course
  await paidOrders(course, { count: 1 })
  await scene.ask('POST', '/v1/payouts', { adjustments: [{ type: 'adjustment', amount: -300, description: 'Fees' }] })
  assert.deepEqual(await fetchPayouts(scene.house), { away: [] })
  await scene.house.runJobs(['ask-to-explain'])
  const [line = assert.fail('nothing to explain')] = await scene.house.asOwner<{ id: string }>(
    `SELECT id FROM payments.payout_line WHERE verdict = 'unexplained' ORDER BY id DESC LIMIT 1`,
  )
  const explain = (clerk: number) => ({ as: clerk % 2 ? 'fee' : 'adjustment', words: 'Asked them' })
  const answers = await Promise.all(
    timesOf(clerks, (clerk) => call('POST', `/payout-lines/${line.id}/explanation`, explain(clerk))),
  )
  expectOne(answers, clerks, 'payments.line_explained')
}

function expectOne(answers: readonly Told[], clerks: number, otherwise: string): void {
  const told = answers.map(({ status, body }) => {
    if (status < 300) return 'done'
    const code = String(body['code'])
    return status === 409 && code.startsWith(otherwise) ? 'too late' : `${status} ${code}`
  })
  assert.deepEqual(tally(told.toSorted()), { done: 1, 'too late': clerks - 1 })
}
