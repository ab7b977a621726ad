import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { guest } from '../../host/context.ts'
import { must } from '../../testing/scene.ts'
import { openPaymentScene, type PaymentScene, type PlacedToPay } from '../../testing/payment-scene.ts'
import { orderPage } from '../../departments/orders/index.ts'
import { startPayment } from './start-payment.ts'

let scene: PaymentScene
before(async () => {
  scene = await openPaymentScene()
})

const sessionsOf = (order: PlacedToPay) =>
  scene.house.asOwner<{ number: number; provider_session_id: string | null }>(
    `SELECT a.number, a.provider_session_id FROM payments.attempt a JOIN payments.payment p ON p.id = a.payment_id
     WHERE p.order_id = $1 ORDER BY a.number`,
    [order.id],
  )

test('ten tabs at once lead to one page', async () => {
  const order = await scene.order()
  const pages = await Promise.all(Array.from({ length: 10 }, () => scene.openPage(order)))
  assert.equal(new Set(pages).size, 1)
  assert.equal((await sessionsOf(order)).length, 1)
})

test('through the API: by the order link, and nothing without it', async () => {
  const order = await scene.order()
  const token = orderPage(scene.house, order).split('/').at(-1)
  const ask = (link: string | undefined) =>
    fetch(`${scene.url}/api/order-links/${link}/payment-session`, { method: 'POST' })
  const answer = await ask(token)
  assert.equal(answer.status, 200)
  assert.equal(((await answer.json()) as { url: string }).url, await scene.openPage(order))
  assert.equal((await ask(`${token?.slice(0, -1)}${token?.endsWith('A') ? 'B' : 'A'}`)).status, 404)
})

for (const fault of ['timeout_before', 'timeout_after', 'error_500_before', 'error_500_after'] as const) {
  test(`${fault} while the page is opened: an outage, then the same attempt again, one session in all`, async () => {
    const order = await scene.order()
    await scene.fault({ match: { operation: 'session' }, fault, delayMs: 20 })
    await assert.rejects(scene.openPage(order), { name: 'Outage' })
    const page = await scene.openPage(order)
    const sessions = await sessionsOf(order)
    assert.deepEqual(
      sessions.map((one) => one.number),
      [1],
    )
    assert.ok(page.endsWith(sessions[0]?.provider_session_id ?? 'none'))
    assert.equal(await scene.payAt(page), 303)
    await scene.returnOf(order)
    assert.equal((await scene.figures(order)).state, 'paid')
  })
}

test('an outage is told as 503 with Retry-After, in the words of the shopper', async () => {
  const order = await scene.order()
  await scene.fault({ match: { operation: 'session' }, fault: 'error_500_before' })
  const token = orderPage(scene.house, order).split('/').at(-1)
  const answer = await fetch(`${scene.url}/api/order-links/${token}/payment-session`, {
    method: 'POST',
    headers: { 'accept-language': 'it' },
  })
  assert.deepEqual([answer.status, answer.headers.get('retry-after')], [503, '5'])
  const problem = (await answer.json()) as { code: string; title: string }
  assert.deepEqual(
    [problem.code, problem.title],
    ['payments.provider_away', 'Il servizio di pagamento al momento non risponde'],
  )
})

test('a page that was cancelled is replaced; a refused card is not', async () => {
  const order = await scene.order()
  const first = await scene.openPage(order)
  assert.notEqual(await scene.payAt(first, '4000 0000 0000 0002'), 303)
  assert.equal(await scene.openPage(order), first)
  await fetch(`${first}/cancel`, { method: 'POST', redirect: 'manual' })
  const second = await scene.openPage(order)
  assert.notEqual(second, first)
  assert.equal(await scene.payAt(second), 303)
  await scene.returnOf(order)
  assert.equal((await scene.figures(order)).state, 'paid')
  await scene.house.expectNoBreach()
})

test('a page that was paid meanwhile leads to the order, which is settled by it', async () => {
  const order = await scene.order()
  await scene.pay(order)
  assert.equal(await scene.openPage(order), orderPage(scene.house, order, 'returned'))
  assert.equal((await scene.figures(order)).state, 'paid')
  const again = await startPayment(scene.house, order, guest)
  assert.equal(again.ok ? '' : again.refusal.code, 'payments.nothing_to_pay')
})

test('too late is too late', async () => {
  const order = await scene.order()
  await scene.house.asOwner(`UPDATE orders.sales_order SET expires_at = now() - interval '1 second' WHERE id = $1`, [
    order.id,
  ])
  const late = await startPayment(scene.house, order, guest)
  assert.equal(late.ok ? '' : late.refusal.code, 'payments.payment_time_over')
  assert.deepEqual(await sessionsOf(order), [])
})

test('the test provider serves no shop that sells in earnest', async () => {
  const order = await scene.order()
  const earnest = { ...scene.house, organisation: { ...scene.house.organisation, demo: false } }
  const refused = await startPayment(earnest, order, guest)
  assert.equal(refused.ok ? '' : refused.refusal.code, 'payments.no_provider')
})

test('paid twice, by two pages: the order keeps one payment, the other goes back by itself', async () => {
  const order = await scene.order()
  await scene.pay(order)
  const [reference] = await scene.house.asOwner<{ reference: string }>(
    'SELECT reference FROM payments.payment WHERE order_id = $1',
    [order.id],
  )
  const page = { returnUrl: 'http://shop.invalid/', cancelUrl: 'http://shop.invalid/', description: 'A second page' }
  const amount = { amount: Number(order.total), currency: 'EUR' }
  const second = await scene.ask<{ url: string }>('POST', '/v1/sessions', { ...page, amount, ...reference })
  assert.equal(await scene.payAt(second.url), 303)
  must(await scene.returnOf(order))
  await scene.work()
  const figures = await scene.figures(order)
  assert.deepEqual([figures.state, figures.captured, figures.refunded, figures.sales], ['paid', order.total, 0n, 1n])
  const [surplus] = await scene.house.asOwner<{ captured: string; refunded: string; state: string }>(
    'SELECT captured, refunded, state FROM payments.payment WHERE order_id = $1 AND surplus',
    [order.id],
  )
  assert.deepEqual(surplus, { captured: String(order.total), refunded: String(order.total), state: 'refunded' })
  await scene.house.expectNoBreach()
})
