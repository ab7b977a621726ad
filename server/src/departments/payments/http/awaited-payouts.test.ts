/** What providers took and no payout brought: listed, asked about once when it is late, and done by itself when it comes. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { signedInAs, type SignedIn } from '../../../testing/create-test-server.ts'
import { openPaymentScene, type PaymentScene } from '../../../testing/payment-scene.ts'
import { fetchPayouts } from '../index.ts'

let scene: PaymentScene
let owner: SignedIn
before(async () => {
  scene = await openPaymentScene({ webhooks: false })
  owner = await signedInAs(scene.house, 'owner')
})

async function get<T>(path: string): Promise<T> {
  const answer = await fetch(`${scene.url}/api${path}`, { headers: owner.headers })
  assert.equal(answer.status, 200)
  return (await answer.json()) as T
}

interface Awaited {
  items: { orderNumber: string; amount: { amount: number }; todoId: string | null }[]
}
interface Balances {
  days: number
  items: { currency: string; awaited: { amount: number }; late: { amount: number }; latePayments: number }[]
}
const awaited = async () => (await get<Awaited>('/awaited-payouts')).items
const balances = async () => {
  const { items } = await get<Balances>('/provider-balances')
  const euro = items.find(({ currency }) => currency === 'EUR')
  return euro && [euro.awaited.amount, euro.late.amount, euro.latePayments]
}
const todos = () =>
  scene.house.asOwner<{ state: string; title: string; note: string; assignee: string; record_type: string | null }>(
    `SELECT state, title, note, assignee, record_type FROM work.todo WHERE title LIKE 'devpay%' ORDER BY id`,
  )
async function look(): Promise<void> {
  await scene.house.asOwner(
    `INSERT INTO host.job (id, kind, payload, state, run_at, created_at)
     VALUES (gen_random_uuid(), 'ask-about-late', '{}', 'ready', now() - interval '1 minute', now())`,
  )
  await scene.house.runJobs(['ask-about-late'])
}
async function paid() {
  const order = await scene.order()
  await scene.pay(order)
  await scene.returnOf(order)
  return order
}
const age = (days: number) =>
  scene.house.asOwner(`UPDATE payments.awaited_payout SET captured_at = captured_at - make_interval(days => $1)`, [
    days,
  ])

test('what is taken is awaited, late after its days, asked about once, and done when a payout brings it', async () => {
  const [first, second] = [await paid(), await paid()]
  const sum = Number(first.total + second.total)
  assert.deepEqual(
    (await awaited()).map(({ orderNumber, todoId }) => [orderNumber, todoId]),
    [first, second].map(({ number }) => [number, null]),
  )
  assert.deepEqual(await balances(), [sum, 0, 0])
  await scene.house.expectNoBreach()

  await age(9)
  await look()
  assert.deepEqual(await todos(), [], 'nine days are not too many')
  await age(2)
  assert.deepEqual(await balances(), [sum, sum, 2])
  await look()
  await look()
  const [todo, ...more] = await todos()
  assert.deepEqual(more, [], 'asked once')
  assert.deepEqual([todo?.state, todo?.assignee, todo?.record_type], ['open', 'role:accountant', null])
  assert.match(todo?.title ?? '', /has not paid out 2 payments/)
  assert.match(todo?.note ?? '', new RegExp(`Order ${first.number} .*\n.*Order ${second.number} `, 's'))
  assert.ok((await awaited()).every(({ todoId }) => todoId !== null))

  // One more that is late on another day is a question of its own, about its payment.
  await paid()
  await scene.house.asOwner(
    `UPDATE payments.awaited_payout SET captured_at = captured_at - interval '11 days' WHERE todo_id IS NULL`,
  )
  await look()
  assert.deepEqual(
    (await todos()).map(({ state, record_type }) => [state, record_type]),
    [
      ['open', null],
      ['open', 'payment'],
    ],
  )

  await scene.ask('POST', '/v1/payouts', {})
  await fetchPayouts(scene.house)
  await scene.house.runJobs(['ask-to-explain', 'ask-about-late'])
  assert.deepEqual(await awaited(), [])
  assert.deepEqual(
    (await todos()).map(({ state }) => state),
    ['done', 'done'],
  )
  assert.deepEqual(await balances(), [0, 0, 0])
  await scene.house.expectNoBreach()
})

test('a capture that nobody awaits and no payout brought is a breach', async () => {
  await paid()
  await scene.house.expectNoBreach()
  const gone = await scene.house.asOwner(`DELETE FROM payments.awaited_payout RETURNING *`)
  assert.equal(gone.length, 1)
  await assert.rejects(scene.house.expectNoBreach(), /Y5/)
})
