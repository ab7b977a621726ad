import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { system } from '../../host/context.ts'
import { sql } from '../../host/database/sql.ts'
import { signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { openPaymentScene, type PaymentScene, type PlacedToPay } from '../../testing/payment-scene.ts'
import { expireOrders } from '../expire-orders/index.ts'
import { cancelMany } from './cancel-many.ts'

let scene: PaymentScene
let clerk: SignedIn
before(async () => {
  scene = await openPaymentScene()
  clerk = await signedInAs(scene.house, 'owner')
})

async function cancel(order: PlacedToPay, headers: Record<string, string> = {}) {
  const answer = await fetch(`${scene.url}/api/orders/${order.id}/cancellation`, {
    method: 'POST',
    headers: { ...clerk.headers, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ reason: 'the shopper rang' }),
  })
  return { status: answer.status, code: ((await answer.json()) as { code?: string }).code }
}

const overdue = (order: PlacedToPay) =>
  scene.house.asOwner(`UPDATE orders.sales_order SET expires_at = now() - interval '1 second' WHERE id = $1`, [
    order.id,
  ])

async function reservedFor(order: PlacedToPay): Promise<bigint> {
  const row = await scene.house.database.row(
    sql<{
      n: bigint
    }>`SELECT count(*) AS n FROM inventory.reservation WHERE order_id = ${order.id} AND ended_at IS NULL`,
  )
  return row?.n ?? -1n
}

async function balanceOf(account: string, order: PlacedToPay): Promise<bigint> {
  const row = await scene.house.database.row(sql<{ n: bigint }>`
    SELECT coalesce(sum(p.amount), 0)::bigint AS n FROM ledger.posting p JOIN ledger.entry e ON e.id = p.entry_id
    JOIN ledger.account a ON a.id = p.account_id WHERE e.about = ${order.id} AND a.code = ${account}`)
  return row?.n ?? -1n
}

test('unpaid: the page is closed, the stock is back, no money moves', async () => {
  const order = await scene.order()
  const page = await scene.openPage(order)
  assert.deepEqual((await cancel(order)).status, 200)
  assert.equal((await scene.figures(order)).state, 'cancelled')
  assert.equal(await reservedFor(order), 0n)
  assert.notEqual(await scene.payAt(page), 303, 'nobody can pay it any more')
  assert.deepEqual(await cancel(order), { status: 409, code: 'orders.not_cancellable' })
  await scene.work()
  await scene.house.expectNoBreach()
})

test('paid: the sale is reversed and every cent goes back, once', async () => {
  const order = await scene.order()
  await scene.pay(order)
  await scene.returnOf(order)
  assert.equal((await cancel(order)).status, 200)
  await scene.work()
  await scene.work()
  const figures = await scene.figures(order)
  assert.deepEqual(
    [figures.state, figures.refunded, figures.refundEntries, figures.openCharge],
    ['cancelled', order.total, 1n, false],
  )
  for (const account of ['receivables', 'payments_clearing', 'sales', 'output_tax', 'delivery_revenue']) {
    assert.equal(await balanceOf(account, order), 0n, account)
  }
  assert.equal(await reservedFor(order), 0n)
  await scene.house.expectNoBreach()
})

for (const [fault, entries] of [
  ['fail', 1n],
  ['wrong_amount', 2n],
] as const) {
  test(`${fault}: a refund for a cancelled order is sent again until all is back`, async () => {
    const order = await scene.order()
    await scene.pay(order)
    await scene.returnOf(order)
    await scene.fault({ match: { operation: 'refund' }, fault })
    await cancel(order)
    await scene.work()
    const { refunded, refundEntries, review, openCharge } = await scene.figures(order)
    assert.deepEqual([refunded, refundEntries, review, openCharge], [order.total, entries, null, false])
    await scene.house.expectNoBreach()
  })
}

test('after three failures a person looks', async () => {
  const order = await scene.order()
  await scene.pay(order)
  await scene.returnOf(order)
  await scene.fault({ match: { operation: 'refund' }, fault: 'fail', times: 3 })
  await cancel(order)
  await scene.work()
  const figures = await scene.figures(order)
  assert.deepEqual([figures.refunded, figures.review, figures.openCharge], [0n, 'refund_failed', false])
})

test('somebody changed it meanwhile: 409, and nothing happened', async () => {
  const order = await scene.order()
  await scene.pay(order)
  await scene.returnOf(order)
  assert.deepEqual(await cancel(order, { 'if-match': '"1"' }), { status: 409, code: 'host.version_conflict' })
  assert.equal((await scene.figures(order)).state, 'paid')
  assert.equal((await cancel(order, { 'if-match': '"2"' })).status, 200)
  await scene.work()
})

test('cancel while it is being paid: paid and refunded, or never paid; the books agree every time', async () => {
  for (let round = 0; round < 8; round++) {
    const order = await scene.order({ mug: 1 })
    const page = await scene.openPage(order)
    await Promise.all([scene.payAt(page), cancel(order), scene.returnOf(order)])
    await scene.work()
    await scene.reconcile()
    await scene.work()
    const { state, captured, refunded, openCharge } = await scene.figures(order)
    assert.deepEqual([state, captured - refunded, openCharge], ['cancelled', 0n, false])
    assert.equal(await reservedFor(order), 0n)
    assert.equal(await balanceOf('payments_clearing', order), 0n)
    assert.equal(await balanceOf('receivables', order), 0n)
  }
  await scene.house.expectNoBreach()
})

test('cancelled with the provider away: called off all the same, and late money goes back', async () => {
  const order = await scene.order()
  const page = await scene.openPage(order)
  await scene.fault({ match: { operation: 'expire' }, fault: 'timeout_before', delayMs: 20 })
  assert.equal((await cancel(order)).status, 200)
  assert.equal(await scene.payAt(page), 303)
  await scene.reconcile()
  await scene.work()
  const figures = await scene.figures(order)
  assert.deepEqual([figures.state, figures.captured, figures.refunded], ['cancelled', order.total, order.total])
  assert.equal(figures.sales, 0n)
  await scene.house.expectNoBreach()
})

test('expired: page closed, stock back, payment closed; twice is harmless', async () => {
  const order = await scene.order()
  const page = await scene.openPage(order)
  await overdue(order)
  const [ended, again] = await Promise.all([expireOrders(scene.house), expireOrders(scene.house)])
  assert.equal(ended + again, 1)
  assert.equal((await scene.figures(order)).state, 'expired')
  assert.equal(await reservedFor(order), 0n)
  assert.notEqual(await scene.payAt(page), 303)
  const [row] = await scene.house.asOwner<{ state: string }>('SELECT state FROM payments.payment WHERE order_id = $1', [
    order.id,
  ])
  assert.equal(row?.state, 'closed')
  await scene.house.expectNoBreach()
})

test('overdue but paid: settled instead of expired', async () => {
  const order = await scene.order()
  await scene.fault({ match: { operation: 'webhook' }, fault: 'drop', times: 2 })
  await scene.pay(order)
  await overdue(order)
  assert.equal(await expireOrders(scene.house), 0)
  assert.equal((await scene.figures(order)).state, 'paid')
})

test('expire against pay: paid or expired, never both, and no money is left without an order', async () => {
  for (let round = 0; round < 8; round++) {
    const order = await scene.order({ mug: 1 })
    const page = await scene.openPage(order)
    await overdue(order)
    await Promise.all([scene.payAt(page), expireOrders(scene.house), scene.returnOf(order)])
    await scene.work()
    await expireOrders(scene.house)
    await scene.reconcile()
    await scene.work()
    const { state, captured, refunded, sales } = await scene.figures(order)
    if (state === 'paid') assert.deepEqual([captured - refunded, sales], [order.total, 1n])
    else assert.deepEqual([state, captured - refunded, sales], ['expired', 0n, 0n])
    assert.equal(await reservedFor(order), state === 'paid' ? 1n : 0n)
  }
  await scene.house.expectNoBreach()
})

test('an attempt whose session we never heard of is closed too', async () => {
  const order = await scene.order()
  await scene.fault({ match: { operation: 'session' }, fault: 'timeout_after', delayMs: 20 })
  await assert.rejects(scene.openPage(order), { name: 'Outage' })
  await overdue(order)
  assert.equal(await expireOrders(scene.house), 1)
  const [payment] = await scene.house.asOwner<{ reference: string }>(
    'SELECT reference FROM payments.payment WHERE order_id = $1',
    [order.id],
  )
  assert.ok(payment)
  assert.equal((await scene.figures(order)).state, 'expired')
})

test('the provider away: nothing expires, the next round does it', async () => {
  const order = await scene.order()
  await scene.openPage(order)
  await overdue(order)
  await scene.fault({ match: { operation: 'expire' }, fault: 'timeout_before', delayMs: 20 })
  assert.equal(await expireOrders(scene.house), 0)
  assert.equal((await scene.figures(order)).state, 'awaiting_payment')
  assert.equal(await expireOrders(scene.house), 1)
})

test('many at once, each by its own rules: money goes back, what refuses is told, and work begun anew does nothing twice', async () => {
  const [unpaid, paid, ended] = [await scene.order(), await scene.order(), await scene.order()]
  await scene.pay(paid)
  await scene.returnOf(paid)
  assert.equal((await cancel(ended)).status, 200)
  const ask = async (path: string, body?: object) => {
    const sent = body ? { method: 'POST', body: JSON.stringify(body) } : {}
    const headers = { ...clerk.headers, ...(body ? { 'content-type': 'application/json' } : {}) }
    return (await fetch(`${scene.url}/api${path}`, { ...sent, headers })).json() as Promise<Record<string, unknown>>
  }
  const ids = [unpaid.id, paid.id, ended.id]
  const { taskId, count } = await ask('/order-cancellations', { ids, reason: 'the glassworks burnt down' })
  assert.equal(count, 3)
  await scene.house.runJobs(['run-task'])
  const again = { taskId: String(taskId), orderIds: ids, reason: 'again', actor: system('test'), requestId: undefined }
  const counts = await cancelMany(scene.house, { ...again, progress: () => {}, stopAsked: async () => false })
  assert.deepEqual(counts, { changed: 2, unchanged: 0, refused: 1 }, 'begun anew')
  const outcome = await ask(`/order-cancellations/${String(taskId)}`)
  const refusals = outcome['refusals'] as { number: string; code: string }[]
  assert.deepEqual(
    [outcome['changed'], outcome['unchanged'], outcome['refused'], refusals.map(({ number, code }) => [number, code])],
    [2, 0, 1, [[ended.number, 'orders.not_cancellable']]],
  )
  await scene.work()
  const figures = await scene.figures(paid)
  assert.deepEqual([figures.state, figures.refunded, figures.refunds], ['cancelled', paid.total, 1n])
  assert.equal((await scene.figures(unpaid)).state, 'cancelled')
  assert.equal(await reservedFor(unpaid), 0n)
  const wrong = await ask('/order-cancellations', { ids, reason: '  ' })
  assert.equal(wrong['code'], 'host.invalid_input')
  await scene.house.expectNoBreach()
})
