import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { hearOfPayment } from './jobs/hear-together.ts'
import { openPaymentScene, type Figures, type PaymentScene, type PlacedToPay } from '../../testing/payment-scene.ts'

let scene: PaymentScene
before(async () => {
  scene = await openPaymentScene()
})

const paidOnce = (order: PlacedToPay): Figures => ({
  state: 'paid',
  captured: order.total,
  refunded: 0n,
  captures: 1n,
  refunds: 0n,
  captureEntries: 1n,
  refundEntries: 0n,
  sales: 1n,
  confirmations: 1n,
  review: null,
  openCharge: false,
})

async function heard(order: PlacedToPay, least: number): Promise<void> {
  for (let tries = 0; tries < 1500; tries++) {
    const rows = await scene.house.asOwner<{ n: string }>(
      `SELECT count(*) AS n FROM payments.webhook_in w JOIN payments.payment p ON p.reference::text = w.payment_reference
       WHERE p.order_id = $1`,
      [order.id],
    )
    if (Number(rows[0]?.n) >= least) return
    await wait(20)
  }
  throw new Error(`fewer than ${least} webhooks came`)
}

test('return page, webhooks and jobs at once: one capture, one entry, one sale, one mail', async () => {
  const order = await scene.order()
  await scene.pay(order)
  await Promise.all([
    ...Array.from({ length: 6 }, () => scene.returnOf(order)),
    heard(order, 2).then(() => scene.work()),
    scene.reconcile(),
  ])
  await scene.work()
  assert.deepEqual(await scene.figures(order), paidOnce(order))
  await scene.house.expectNoBreach()
})

test('the webhook alone pays the order, and is processed once however often it is told', async () => {
  const order = await scene.order()
  await scene.fault({ match: { operation: 'webhook' }, fault: 'duplicate', times: 2 })
  await scene.pay(order)
  await heard(order, 2)
  await wait(100)
  await scene.work()
  assert.deepEqual(await scene.figures(order), paidOnce(order))
  const webhooks = await scene.house.asOwner<{ effective: boolean; processed: boolean }>(
    `SELECT effective, processed_at IS NOT NULL AS processed FROM payments.webhook_in w
     JOIN payments.payment p ON p.reference::text = w.payment_reference WHERE p.order_id = $1`,
    [order.id],
  )
  assert.equal(webhooks.filter((one) => one.effective).length, 1)
  assert.ok(webhooks.every((one) => one.processed))
  await scene.house.expectNoBreach()
})

test('two events of one payment, heard together: the provider is asked once, and both are looked into', async () => {
  const order = await scene.order()
  await scene.pay(order)
  await heard(order, 2)
  const events = await scene.house.asOwner<{ provider: string; event_id: string; reference: string }>(
    `SELECT w.provider, w.event_id, w.payment_reference AS reference FROM payments.webhook_in w
     JOIN payments.payment p ON p.reference::text = w.payment_reference WHERE p.order_id = $1`,
    [order.id],
  )
  const devpay = scene.house.ports?.payments?.get('devpay')
  assert.ok(devpay)
  let asked = 0
  const findPayments: typeof devpay.findPayments = (known) => {
    asked += 1
    return devpay.findPayments(known)
  }
  const house = {
    ...scene.house,
    ports: { ...scene.house.ports, payments: new Map([['devpay', { ...devpay, findPayments }]]) },
  }
  const hear = ({ provider, event_id: eventId, reference }: (typeof events)[number]) =>
    hearOfPayment(house, reference, { provider, eventId })
  assert.deepEqual(await Promise.all(events.map(hear)), [true, true])
  assert.equal(asked, 1)
  const kept = await scene.house.asOwner<{ effective: boolean; processed: boolean }>(
    `SELECT effective, processed_at IS NOT NULL AS processed FROM payments.webhook_in
     WHERE event_id = ANY($1) ORDER BY effective`,
    [events.map(({ event_id }) => event_id)],
  )
  assert.deepEqual(kept, [
    { effective: false, processed: true },
    { effective: true, processed: true },
  ])
  // Who comes afterwards knows of later: the provider is asked anew.
  for (const event of events.slice(0, 1)) assert.equal(await hear(event), true)
  assert.equal(asked, 2)
  await scene.work()
  assert.deepEqual(await scene.figures(order), paidOnce(order))
})

for (const fault of ['drop', 'late', 'out_of_order', 'unknown_state'] as const) {
  test(`webhooks ${fault}: no difference after reconciliation`, async () => {
    const order = await scene.order()
    await scene.fault({
      match: { operation: 'webhook' },
      fault,
      times: 2,
      ...(fault === 'drop' ? {} : { delayMs: 100 }),
    })
    await scene.pay(order)
    await scene.reconcile()
    if (fault !== 'drop') await heard(order, 2)
    await scene.work()
    assert.deepEqual(await scene.figures(order), paidOnce(order))
    await scene.house.expectNoBreach()
    await scene.ask('DELETE', '/v1/faults')
  })
}

test('the provider answers with a state that nobody knows: nothing is believed, the next look settles', async () => {
  const order = await scene.order()
  const page = await scene.openPage(order)
  await scene.fault({ match: { operation: 'webhook' }, fault: 'drop', times: 2 })
  await scene.payAt(page)
  await scene.fault({ match: { operation: 'get' }, fault: 'unknown_state' })
  await assert.rejects(scene.returnOf(order), { name: 'Outage' })
  assert.equal((await scene.figures(order)).state, 'awaiting_payment')
  await scene.reconcile()
  assert.deepEqual(await scene.figures(order), paidOnce(order))
})

test('killed between the provider and the record: the reconciler repairs', async () => {
  const order = await scene.order()
  await scene.fault({ match: { operation: 'webhook' }, fault: 'drop', times: 2 })
  await scene.pay(order)
  const dying = {
    ...scene.house,
    database: { ...scene.house.database, pool: { connect: () => Promise.reject(new Error('killed')) } as never },
  }
  const { settleOrder } = await import('./settle-payment.ts')
  await assert.rejects(settleOrder(dying, order.id), /killed/)
  assert.equal((await scene.figures(order)).state, 'awaiting_payment')
  await scene.reconcile()
  assert.deepEqual(await scene.figures(order), paidOnce(order))
  assert.equal((await scene.reconcile()).repaired, 0, 'once is enough')
})

test('a wrong amount puts the payment in review, pays nothing, and the books say what came', async () => {
  const order = await scene.order()
  await scene.fault({ match: { operation: 'capture' }, fault: 'wrong_amount' })
  await scene.pay(order)
  await scene.returnOf(order)
  await scene.returnOf(order)
  const figures = await scene.figures(order)
  assert.deepEqual(
    [figures.state, figures.captured, figures.review, figures.captureEntries, figures.sales, figures.confirmations],
    ['awaiting_payment', order.total - 1n, 'amount_mismatched', 1n, 0n, 0n],
  )
  const told = await scene.house.asOwner(
    `SELECT 1 FROM host.event WHERE name = 'payment.mismatched.v1' AND ref_id = $1`,
    [order.id],
  )
  assert.equal(told.length, 1)
  await scene.house.expectNoBreach()
})

test('money moved at the desk of the provider is found and booked', async () => {
  const order = await scene.order()
  await scene.pay(order)
  await scene.returnOf(order)
  const [there] = await scene.there(order)
  await scene.fault({ match: { operation: 'webhook' }, fault: 'drop' })
  await scene.ask('POST', `/v1/payments/${there?.id}/refunds`, { amount: { amount: 100, currency: 'EUR' } })
  await scene.reconcile()
  const figures = await scene.figures(order)
  assert.deepEqual([figures.refunded, figures.refunds, figures.refundEntries], [100n, 1n, 1n])
  await scene.house.expectNoBreach()
})

test('money that no order knows is asked about once, and a payment that the provider forgot is looked at', async () => {
  const { url } = await scene.ask<{ url: string }>('POST', '/v1/sessions', {
    reference: 'order 7 of another shop',
    amount: { amount: 4200, currency: 'EUR' },
    returnUrl: 'https://shop.example/return',
    cancelUrl: 'https://shop.example/cancel',
    description: 'Somewhere else',
  })
  const order = await scene.order()
  const other = await scene.order()
  await scene.fault({ match: { operation: 'webhook' }, fault: 'drop', times: 9 })
  for (const one of [order, other]) await scene.pay(one)
  const form = await (await fetch(url)).text()
  const fields = Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="(\w+)" value="(\w+)" ?\/?>/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
  const card = { number: '4242 4242 4242 4242', expiry: '12/39', cvc: '123', name: 'Mirandolina' }
  await fetch(url, { method: 'POST', body: new URLSearchParams({ ...fields, ...card }), redirect: 'manual' })
  assert.equal((await scene.reconcile()).unknown, 1)
  await scene.house.asOwner(`UPDATE payments.payment SET provider_payment_id = 'dpp_forgotten' WHERE order_id = $1`, [
    other.id,
  ])
  const { settleOrder } = await import('./settle-payment.ts')
  for (let times = 0; times < 2; times++) await settleOrder(scene.house, other.id)
  await scene.reconcile()
  const strays = await scene.house.asOwner<{ amount: string }>('SELECT amount FROM payments.stray')
  assert.deepEqual(
    strays.map(({ amount }) => Number(amount)),
    [4200],
  )
  assert.equal((await scene.figures(other)).review, 'missing_there')
  assert.deepEqual(await scene.figures(order), paidOnce(order))
  await scene.ask('DELETE', '/v1/faults')
})

test('every difference between the provider and the shop, either way, is repaired, or a person is asked', async () => {
  const refund = async (order: PlacedToPay) => {
    const [there] = await scene.there(order)
    await scene.ask('POST', `/v1/payments/${there?.id}/refunds`, { amount: { amount: 100, currency: 'EUR' } })
  }
  /** As after a crash, or a copy of yesterday: what is known here of the provider's payment. */
  const nowHere = (order: PlacedToPay, known: string | null) =>
    scene.house.asOwner('UPDATE payments.payment SET provider_payment_id = $2 WHERE order_id = $1', [order.id, known])
  const table: {
    difference: string
    fault?: Record<string, unknown>
    after?: (order: PlacedToPay) => Promise<unknown>
    found: (order: PlacedToPay) => [state: string, captured: bigint, refunded: bigint, review: string | null]
  }[] = [
    { difference: 'captured there', found: ({ total }) => ['paid', total, 0n, null] },
    {
      difference: 'captured there, and forgotten here',
      after: (order) => nowHere(order, null),
      found: ({ total }) => ['paid', total, 0n, null],
    },
    {
      difference: 'refunded there',
      after: async (order) => {
        await scene.returnOf(order)
        await refund(order)
      },
      found: ({ total }) => ['paid', total, 100n, null],
    },
    {
      difference: 'captured and refunded there before anybody looked',
      after: refund,
      found: ({ total }) => ['awaiting_payment', total, 100n, 'amount_mismatched'],
    },
    {
      difference: 'another sum there',
      fault: { match: { operation: 'capture' }, fault: 'wrong_amount' },
      found: ({ total }) => ['awaiting_payment', total - 1n, 0n, 'amount_mismatched'],
    },
    {
      difference: 'known here, not there',
      after: async (order) => {
        await scene.returnOf(order)
        await nowHere(order, 'dpp_of_yesterday')
        await scene.returnOf(order)
      },
      found: ({ total }) => ['paid', total, 0n, 'missing_there'],
    },
  ]
  await scene.fault({ match: { operation: 'webhook' }, fault: 'drop', times: 50 })
  const planted: { order: PlacedToPay; row: (typeof table)[number] }[] = []
  for (const row of table) {
    const order = await scene.order()
    if (row.fault) await scene.fault(row.fault)
    await scene.pay(order)
    await row.after?.(order)
    planted.push({ order, row })
  }
  await scene.reconcile()
  await scene.work()
  await scene.reconcile()
  const found = await Promise.all(
    planted.map(async ({ order, row }) => {
      const { state, captured, refunded, review } = await scene.figures(order)
      return [row.difference, state, captured, refunded, review]
    }),
  )
  assert.deepEqual(
    found,
    planted.map(({ order, row }) => [row.difference, ...row.found(order)]),
  )
  assert.equal((await scene.reconcile()).repaired, 0, 'nothing is left to repair')
  await scene.ask('DELETE', '/v1/faults')
  await scene.house.expectNoBreach()
})
