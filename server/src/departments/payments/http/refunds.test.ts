import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { money } from '../../../kernel/money.ts'
import { signedInAs, type SignedIn } from '../../../testing/create-test-server.ts'
import { sendRefund } from '../jobs/send-refund.ts'
import { wantRefund } from '../use-cases/want-refund.ts'
import { openPaymentScene, type PaymentScene, type PlacedToPay } from '../../../testing/payment-scene.ts'

let scene: PaymentScene
let clerk: SignedIn
before(async () => {
  scene = await openPaymentScene()
  clerk = await signedInAs(scene.house, 'owner')
})

async function aPaidOrder(): Promise<{ order: PlacedToPay; paymentId: string }> {
  const order = await scene.order()
  await scene.pay(order)
  await scene.returnOf(order)
  const [row] = await scene.house.asOwner<{ id: string }>('SELECT id FROM payments.payment WHERE order_id = $1', [
    order.id,
  ])
  return { order, paymentId: row?.id ?? '' }
}

async function refund(paymentId: string, amount: number, more: Record<string, string> = {}) {
  const answer = await fetch(`${scene.url}/api/payments/${paymentId}/refunds`, {
    method: 'POST',
    headers: { ...clerk.headers, 'content-type': 'application/json', ...more },
    body: JSON.stringify({ amount: { amount, currency: 'EUR' }, reason: 'a chipped mug' }),
  })
  return { status: answer.status, code: ((await answer.json()) as { code?: string }).code }
}

test('a refund goes out, comes back as done, and is in the books once', async () => {
  const { order, paymentId } = await aPaidOrder()
  assert.equal((await refund(paymentId, 500)).status, 202)
  assert.equal((await scene.figures(order)).openCharge, true)
  await scene.work()
  await scene.work()
  const { refunded, refunds, refundEntries, openCharge, review } = await scene.figures(order)
  assert.deepEqual([refunded, refunds, refundEntries, openCharge, review], [500n, 1n, 1n, false, null])
  assert.equal((await scene.there(order))[0]?.refunded, 500)
  const shown = await fetch(`${scene.url}/api/payments/${paymentId}`, { headers: clerk.headers })
  const payment = (await shown.json()) as {
    state: string
    refundable: { amount: number }
    refunds: { state: string }[]
  }
  assert.deepEqual(
    [payment.state, payment.refundable.amount, payment.refunds.map((one) => one.state)],
    ['partially_refunded', Number(order.total) - 500, ['succeeded']],
  )
  await scene.house.expectNoBreach()
})

test('thirty refunds at once never exceed what was captured', async () => {
  const { order, paymentId } = await aPaidOrder()
  const each = order.total / 4n
  const wish = { paymentId, amount: money(each, 'EUR'), reason: 'thirty clerks' }
  // Each holds its transaction open a while, so that without the payment's lock all would see the same sum.
  const wants = Array.from({ length: 30 }, () =>
    scene.house.run(async (ctx) => {
      const wanted = await wantRefund(ctx, wish)
      await wait(20)
      return wanted
    }),
  )
  const answers = await Promise.all(wants)
  assert.equal(answers.filter((answer) => answer.ok).length, 4)
  assert.ok(answers.every((answer) => answer.ok || /^payments\.\w*refund/.test(answer.refusal.code)))
  await Promise.all([scene.work(), scene.reconcile(), scene.work()])
  await scene.work()
  const figures = await scene.figures(order)
  assert.deepEqual([figures.refunded, figures.refunds, figures.refundEntries], [each * 4n, 4n, 4n])
  assert.equal((await scene.there(order))[0]?.refunded, Number(each * 4n))
  await scene.house.expectNoBreach()
})

test('two senders of one refund at once: the key makes it one', async () => {
  const { order, paymentId } = await aPaidOrder()
  for (let round = 0; round < 5; round++) {
    await refund(paymentId, 100)
    const [wanted] = await scene.house.asOwner<{ id: string }>(
      `SELECT id FROM payments.refund WHERE payment_id = $1 AND state = 'wanted'`,
      [paymentId],
    )
    const job = { id: 'twin', ref: wanted?.id ?? null, payload: {}, attempt: 1 }
    await Promise.all([1, 2, 3].map(() => sendRefund.run(scene.house, job)))
    await scene.work()
  }
  assert.deepEqual([(await scene.figures(order)).refunded, (await scene.there(order))[0]?.refunded], [500n, 500])
})

test('too much, too little, another currency, another key: clean refusals', async () => {
  const { order, paymentId } = await aPaidOrder()
  assert.deepEqual(await refund(paymentId, Number(order.total) + 1), {
    status: 409,
    code: 'payments.refund_above_captured',
  })
  assert.deepEqual(await refund(paymentId, 0), { status: 409, code: 'payments.refund_above_captured' })
  assert.deepEqual(await refund('01900000-0000-7000-8000-000000000000', 1), { status: 404, code: 'payments.not_found' })
  const key = { 'idempotency-key': `once-${order.id}` }
  assert.equal((await refund(paymentId, 100, key)).status, 202)
  assert.equal((await refund(paymentId, 100, key)).status, 202)
  assert.equal((await refund(paymentId, 200, key)).status, 422)
  await scene.work()
  assert.equal((await scene.figures(order)).refunded, 100n)
  assert.equal((await refund(paymentId, Number(order.total) - 100)).status, 202)
  assert.deepEqual(await refund(paymentId, 1), { status: 409, code: 'payments.nothing_to_refund' })
})

for (const fault of [
  'timeout_before',
  'timeout_after',
  'error_500_before',
  'error_500_after',
  'unknown_state',
] as const) {
  test(`${fault} while refunding: tried again, money moves once`, async () => {
    const { order, paymentId } = await aPaidOrder()
    await scene.fault({ match: { operation: 'refund' }, fault, delayMs: 20 })
    assert.equal((await refund(paymentId, 700)).status, 202)
    await scene.work()
    const figures = await scene.figures(order)
    assert.deepEqual(
      [figures.refunded, figures.refunds, figures.refundEntries, figures.openCharge],
      [700n, 1n, 1n, false],
    )
    assert.equal((await scene.there(order))[0]?.refunded, 700)
    await scene.house.expectNoBreach()
  })
}

test('a refund that fails, or comes out wrong, is seen by a person; the next one makes it good', async () => {
  const { order, paymentId } = await aPaidOrder()
  await scene.fault({ match: { operation: 'refund' }, fault: 'fail' })
  await refund(paymentId, 300)
  await scene.work()
  assert.deepEqual([(await scene.figures(order)).review, (await scene.figures(order)).refunded], ['refund_failed', 0n])
  await scene.fault({ match: { operation: 'refund' }, fault: 'wrong_amount' })
  await refund(paymentId, 300)
  await scene.work()
  assert.deepEqual(
    [(await scene.figures(order)).review, (await scene.figures(order)).refunded],
    ['refund_mismatched', 299n],
  )
  await refund(paymentId, 1)
  await scene.work()
  assert.deepEqual([(await scene.figures(order)).review, (await scene.figures(order)).refunded], [null, 300n])
  await scene.house.expectNoBreach()
})

test('a refund whose job was lost is found and sent by the reconciler, once', async () => {
  const { order, paymentId } = await aPaidOrder()
  await refund(paymentId, 400)
  await scene.house.asOwner(`DELETE FROM host.job WHERE kind = 'send-refund' AND state = 'ready'`)
  await scene.house.asOwner(
    `UPDATE payments.refund SET wanted_at = now() - interval '11 minutes' WHERE payment_id = $1`,
    [paymentId],
  )
  await scene.reconcile()
  await scene.reconcile()
  await scene.work()
  assert.deepEqual([(await scene.figures(order)).refunded, (await scene.there(order))[0]?.refunded], [400n, 400])
})

test('only who may refund refunds; the list is read by who may read', async () => {
  const { paymentId } = await aPaidOrder()
  const nobody = await signedInAs(scene.house)
  const ask = (path: string, headers: Record<string, string>, init: RequestInit = {}) =>
    fetch(`${scene.url}/api${path}`, { ...init, headers: { ...headers, 'content-type': 'application/json' } })
  const body = JSON.stringify({ amount: { amount: 1, currency: 'EUR' }, reason: 'x' })
  assert.equal((await ask(`/payments/${paymentId}/refunds`, {}, { method: 'POST', body })).status, 401)
  assert.equal((await ask(`/payments/${paymentId}/refunds`, nobody.headers, { method: 'POST', body })).status, 403)
  assert.equal((await ask('/payments', nobody.headers)).status, 403)
  const first = (await (await ask('/payments?limit=2', clerk.headers)).json()) as {
    items: { id: string }[]
    nextCursor: string
  }
  const next = (await (
    await ask(`/payments?limit=200&after=${first.nextCursor}`, clerk.headers)
  ).json()) as typeof first
  assert.equal(first.items[0]?.id, paymentId)
  assert.ok(next.items.length > 0 && next.items.every((one) => !first.items.some((other) => other.id === one.id)))
  assert.equal((await ask('/payments?inReview=true', clerk.headers)).status, 200)
})
