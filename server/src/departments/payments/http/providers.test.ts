/** Stripe as a shop uses it: set up by its staff, paid by shoppers, told of by signed events, held and taken when goods go out. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { signedInAs, type SignedIn } from '../../../testing/create-test-server.ts'
import { openPaymentScene, type PaymentScene, type PlacedToPay } from '../../../testing/payment-scene.ts'
import { must } from '../../../testing/scene.ts'
import {
  startStripeLoopback,
  stripeKeys,
  type SignedEvent,
  type StripeLoopback,
} from '../../../testing/stripe/stripe-loopback.ts'
import { packOrder } from '../../fulfilment/index.ts'
import { openStripe, STRIPE } from '../providers/stripe.ts'

let scene: PaymentScene
let stripe: StripeLoopback
let owner: SignedIn
before(async () => {
  scene = await openPaymentScene({ webhooks: false })
  stripe = await startStripeLoopback()
  const address = new URL(stripe.url)
  const clients = new Map([
    [
      STRIPE,
      (keys: { secretKey: string; webhookSecrets: readonly string[] }) =>
        openStripe({ ...keys, now: () => new Date(), address }),
    ],
  ])
  Object.assign(scene.house, { ports: { ...scene.house.ports, paymentClients: clients } })
  owner = await signedInAs(scene.house, 'owner')
})
after(() => stripe.close())

async function ask<T = { code?: string; version?: number }>(
  method: string,
  path: string,
  body?: unknown,
  ifMatch?: number,
) {
  const answer = await fetch(`${scene.url}/api${path}`, {
    method,
    headers: {
      ...owner.headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as T }
}

const account = async () => {
  const { body } = await ask<{ items: Record<string, unknown>[] }>('GET', '/payment-providers')
  return body.items[0] ?? assert.fail('no provider')
}

async function deliver({ body, header }: SignedEvent): Promise<number> {
  const headers = { 'stripe-signature': header, 'content-type': 'application/json' }
  return (await fetch(`${scene.url}/api/payments/webhooks/stripe`, { method: 'POST', headers, body })).status
}

const sessionOf = (page: string) => page.split('/').at(-1) ?? ''

async function paymentOf(order: PlacedToPay) {
  const { body } = await ask<{
    items: {
      id: string
      provider: string
      held: { amount: number }
      heldUntil: string | null
      takenInParts: boolean
      state: string
      reviewReason: string | null
      allowedActions: { action: string; allowed: boolean }[]
    }[]
  }>('GET', `/orders/${order.id}/payments`)
  return body.items[0] ?? assert.fail('no payment')
}

async function paidAtStripe(): Promise<PlacedToPay> {
  const order = await scene.order()
  stripe.desk.pay(sessionOf(await scene.openPage(order)))
  return order
}

const secrets = { key: stripeKeys.secretKey, webhookSecret: stripeKeys.webhookSecret }

test('an account: keys of the right kind, sealed, told by their end; switched on only when it is whole', async () => {
  const put = (body: Record<string, unknown>, ifMatch?: number) =>
    ask('PUT', '/payment-providers/stripe', body, ifMatch)
  const codes = async (body: Record<string, unknown>) => (await put(body, 0)).body.code
  assert.equal(await codes({ enabled: true }), 'payments.provider_keys_missing')
  assert.equal(await codes({ enabled: false, key: 'pk_test_1234567890' }), 'payments.provider_key_unreadable')
  assert.equal(await codes({ enabled: false, webhookSecret: 'secret' }), 'payments.provider_secret_unreadable')
  assert.equal(await codes({ enabled: false, key: 'sk_live_1234567890' }), 'payments.live_key_in_demo')
  assert.equal(
    (await ask('PUT', '/payment-providers/nobody', { enabled: false }, 0)).body.code,
    'payments.unknown_provider',
  )
  assert.equal((await ask('POST', '/payment-providers/stripe/check')).body.code, 'payments.unknown_provider')
  assert.deepEqual(await account(), {
    ...{ provider: 'stripe', enabled: false, mode: null, keyEndsOn: '', webhookSecrets: 0, version: 0 },
    ...{ webhookUrl: `${scene.house.publicUrl}/api/payments/webhooks/stripe`, checkedAt: null, checkedAs: null },
  })
  assert.deepEqual((await put({ enabled: true, ...secrets }, 0)).body, { version: 1 })
  const { mode, keyEndsOn, enabled, webhookSecrets } = await account()
  const shown = { mode: 'test', keyEndsOn: stripeKeys.secretKey.slice(-4), enabled: true, webhookSecrets: 1 }
  assert.deepEqual({ mode, keyEndsOn, enabled, webhookSecrets }, shown)
  assert.equal((await put({ enabled: true }, 0)).status, 409)
  const rows = await scene.house.asOwner('SELECT provider_account::text AS all FROM payments.provider_account')
  const trail = await scene.house.asOwner(
    `SELECT audit::text AS all FROM host.audit WHERE object_type = 'payment_provider'`,
  )
  for (const text of [JSON.stringify(rows), JSON.stringify(trail), JSON.stringify(await account())]) {
    assert.ok(!text.includes(stripeKeys.secretKey) && !text.includes(stripeKeys.webhookSecret))
  }
  assert.equal(trail.length, 1)
})

test('the connection is tried, and what came of it is kept until the keys change', async () => {
  assert.deepEqual((await ask('POST', '/payment-providers/stripe/check')).body, { checkedAs: 'ok' })
  assert.equal((await account())['checkedAs'], 'ok')
  stripe.fault('GET /v1/checkout/sessions', 'error_500_before')
  const { body } = await ask<{ checkedAs: string }>('POST', '/payment-providers/stripe/check')
  assert.match(body.checkedAs, /StripeAPIError/)
})

test('a shop that sells in earnest takes live keys alone, and asks nobody under a test key', async () => {
  const { keepProviderAccount } = await import('../use-cases/keep-provider-account.ts')
  const { providerOf } = await import('../use-cases/provider-of.ts')
  const earnest = { ...scene.house, organisation: { ...scene.house.organisation, demo: false } }
  const kept = await scene.house.run((ctx) =>
    keepProviderAccount(ctx, { house: earnest, provider: 'stripe', wish: { enabled: true, ...secrets }, version: 1 }),
  )
  assert.equal(kept.ok ? '' : kept.refusal.code, 'payments.test_key_in_earnest')
  const asked = await providerOf(earnest, 'stripe')
  assert.equal(asked.ok ? '' : asked.refusal.code, 'payments.no_provider')
})

test('paid at Stripe: events tripled, shuffled and side by side make one capture, one entry, one sale, one mail', async () => {
  stripe.told()
  const order = await paidAtStripe()
  const events = stripe.told()
  assert.equal(events.length, 2)
  const storm = [...events, ...events, ...events].toReversed()
  assert.deepEqual(new Set(await Promise.all(storm.map(deliver))), new Set([204]))
  assert.equal(await deliver({ ...(events[0] ?? assert.fail()), header: 't=1,v1=00' }), 401)
  await scene.work()
  await Promise.all([scene.returnOf(order), scene.reconcile()])
  await scene.work()
  const figures = await scene.figures(order)
  const { state, captured, captures, captureEntries, sales, confirmations, review } = figures
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
  assert.equal((await paymentOf(order)).provider, 'stripe')
  await scene.house.expectNoBreach()
})

test('no event ever came: the reconciler finds it, and a refund made at Stripe’s own desk', async () => {
  const order = await paidAtStripe()
  await scene.reconcile()
  assert.equal((await scene.figures(order)).state, 'paid')
  const intent = [...stripe.desk.intents.values()].at(-1)
  stripe.desk.act('post /v1/refunds', [], { payment_intent: intent?.id, amount: '100' })
  await scene.reconcile()
  const { refunded, refundEntries } = await scene.figures(order)
  assert.deepEqual([refunded, refundEntries], [100n, 1n])
  await scene.house.expectNoBreach()
})

test('a secret that is replaced is taken until the next one is', async () => {
  const { version } = await account()
  const put = { enabled: true, webhookSecret: 'whsec_the_new_one' }
  assert.equal((await ask('PUT', '/payment-providers/stripe', put, Number(version))).status, 200)
  assert.equal((await account())['webhookSecrets'], 2)
  await paidAtStripe()
  const [event] = stripe.told()
  const [other] = (stripe.desk.events.push(...stripe.desk.events.slice(-1)), stripe.told('whsec_the_new_one'))
  assert.ok(event && other)
  assert.deepEqual([await deliver(event), await deliver(other)], [204, 204])
  await ask(
    'PUT',
    '/payment-providers/stripe',
    { enabled: true, webhookSecret: 'whsec_the_third_one' },
    Number(version) + 1,
  )
  assert.equal(await deliver(event), 401)
  assert.equal(await deliver(other), 204)
  await scene.work()
})

test('charged when goods go out: held, cleared, sent, taken once and paid; never more than is held by hand', async () => {
  const rules = await ask<{ items: { market: string; captureOn: string }[] }>('GET', '/capture-rules')
  assert.ok(rules.body.items.every(({ captureOn }) => captureOn === 'at_once'))
  assert.equal(
    (await ask('PUT', '/capture-rules/nowhere', { captureOn: 'on_shipment' })).body.code,
    'payments.unknown_market',
  )
  for (const { market } of rules.body.items) {
    assert.deepEqual((await ask('PUT', `/capture-rules/${market}`, { captureOn: 'on_shipment' })).body, { version: 1 })
  }
  const order = await paidAtStripe()
  must(await scene.returnOf(order))
  const held = await paymentOf(order)
  assert.deepEqual([held.state, held.held.amount, held.heldUntil === null], ['authorised', Number(order.total), false])
  assert.equal(held.takenInParts, false, 'Stripe lets a hold be taken once')
  const [cleared] = await scene.house.asOwner<{ ground: string }>(
    'SELECT ground FROM orders.pub_clearance WHERE order_id = $1',
    [order.id],
  )
  assert.equal(cleared?.ground, 'authorised')
  const figures = await scene.figures(order)
  assert.deepEqual([figures.state, figures.sales, figures.captured, figures.review], ['awaiting_payment', 0n, 0n, null])
  await scene.house.expectNoBreach()
  const above = { amount: { amount: Number(order.total) + 1, currency: 'EUR' } }
  assert.equal((await ask('POST', `/payments/${held.id}/captures`, above)).body.code, 'payments.capture_above_held')

  must(await scene.house.run((ctx) => packOrder(ctx, { orderId: order.id, ship: true })))
  // The minutes are over in which a parcel may be taken back.
  for (const kinds of [['parcel-left'], ['capture-shipment']]) {
    await scene.house.asOwner(`UPDATE host.job SET run_at = now() WHERE state = 'ready'`)
    await scene.house.runJobs(kinds)
  }
  await scene.work()
  const paid = await scene.figures(order)
  assert.deepEqual(
    [paid.state, paid.captured, paid.captures, paid.sales, paid.confirmations],
    ['paid', order.total, 1n, 1n, 1n],
  )
  assert.equal((await ask('POST', `/payments/${held.id}/captures`, {})).body.code, 'payments.nothing_to_capture')
  await scene.house.expectNoBreach()
})

test('the bank says no to what it held: a person looks, and takes it by hand when it says yes', async () => {
  const order = await paidAtStripe()
  must(await scene.returnOf(order))
  const { id } = await paymentOf(order)
  stripe.fault('/capture', 'declined')
  assert.equal((await ask('POST', `/payments/${id}/captures`, {})).status, 202)
  await scene.work()
  const failed = await paymentOf(order)
  assert.deepEqual([failed.reviewReason, failed.held.amount], ['capture_failed', Number(order.total)])
  const told = await scene.house.asOwner(
    `SELECT 1 FROM host.event WHERE name = 'payment.capture_failed.v1' AND ref_id = $1`,
    [order.id],
  )
  assert.equal(told.length, 1)
  stripe.fault('/capture', 'error_500_after')
  assert.equal((await ask('POST', `/payments/${id}/captures`, {})).status, 202)
  await scene.work()
  const figures = await scene.figures(order)
  assert.deepEqual([figures.state, figures.captured, figures.captures, figures.review], ['paid', order.total, 1n, null])
  await scene.house.expectNoBreach()
})

test('a day before the bank lets go of it, what is held is taken; what it let go of is seen', async () => {
  const [order, gone] = [await paidAtStripe(), await paidAtStripe()]
  for (const one of [order, gone]) must(await scene.returnOf(one))
  const lost = [...stripe.desk.intents.values()].at(-1)
  stripe.desk.letGo(lost?.id ?? '')
  must(await scene.returnOf(gone))
  assert.equal((await paymentOf(gone)).reviewReason, 'hold_ended')
  const ending = scene.house.blueprint.jobs.find(({ kind }) => kind === 'capture-ending-holds')
  const run = () => ending?.run(scene.house, { id: order.id, ref: null, payload: {}, attempt: 1 })
  await run()
  await scene.work()
  assert.equal((await scene.figures(order)).state, 'awaiting_payment')
  await scene.house.asOwner(
    `UPDATE payments.payment SET capture_before = now() + interval '23 hours' WHERE order_id = $1`,
    [order.id],
  )
  await run()
  await run()
  await scene.work()
  const { state, captures } = await scene.figures(order)
  assert.deepEqual([state, captures], ['paid', 1n])
  await scene.house.expectNoBreach()
})

test('every difference between Stripe and the shop is repaired, or a person is asked, once', async () => {
  const intentOf = () => [...stripe.desk.intents.values()].at(-1) ?? assert.fail('no payment')
  const capture = (amount: bigint) =>
    stripe.desk.act('post /v1/payment_intents/{intent}/capture', [intentOf().id], { amount_to_capture: String(amount) })
  const whole = (order: PlacedToPay) => capture(order.total)
  const table: {
    difference: string
    /** Before the shop ever looks, or after it knows that the money is held. */
    before?: (order: PlacedToPay) => void
    after?: (order: PlacedToPay) => unknown
    twist?: 'wrong_amount'
    found: (order: PlacedToPay) => [state: string, captured: bigint, refunded: bigint, review: string | null]
  }[] = [
    { difference: 'held there', found: () => ['awaiting_payment', 0n, 0n, null] },
    { difference: 'captured there', after: whole, found: ({ total }) => ['paid', total, 0n, null] },
    {
      difference: 'refunded there',
      after: async (order) => {
        whole(order)
        must(await scene.returnOf(order))
        stripe.desk.act('post /v1/refunds', [], { payment_intent: intentOf().id, amount: '100' })
      },
      found: ({ total }) => ['paid', total, 100n, null],
    },
    {
      difference: 'captured and refunded there before anybody looked',
      after: (order) => {
        whole(order)
        stripe.desk.act('post /v1/refunds', [], { payment_intent: intentOf().id, amount: '100' })
      },
      found: ({ total }) => ['awaiting_payment', total, 100n, 'amount_mismatched'],
    },
    {
      difference: 'voided there',
      after: () => stripe.desk.letGo(intentOf().id),
      found: () => ['awaiting_payment', 0n, 0n, 'hold_ended'],
    },
    {
      difference: 'a part captured there',
      after: ({ total }) => void capture(total - 100n),
      found: ({ total }) => ['awaiting_payment', total - 100n, 0n, 'amount_mismatched'],
    },
    {
      difference: 'another sum',
      twist: 'wrong_amount',
      found: () => ['awaiting_payment', 0n, 0n, 'amount_mismatched'],
    },
    {
      difference: 'another currency',
      before: () => {
        const intent = intentOf()
        for (const row of [intent, stripe.desk.charges.get(intent.latest_charge ?? '')]) {
          Object.assign(row ?? {}, { currency: 'usd' })
        }
      },
      found: () => ['awaiting_payment', 0n, 0n, 'currency_mismatched'],
    },
    {
      difference: 'not known there any more',
      after: () => {
        const { id } = intentOf()
        stripe.desk.intents.delete(id)
        for (const [session, row] of stripe.desk.sessions) {
          if (row.payment_intent === id) stripe.desk.sessions.delete(session)
        }
        stripe.desk.events.splice(-2)
      },
      found: () => ['awaiting_payment', 0n, 0n, 'missing_there'],
    },
  ]
  const askPeople = async () => {
    await scene.house.asOwner(`UPDATE host.job SET run_at = now() WHERE state = 'ready'`)
    await scene.house.runJobs(['ask-about-stray'])
  }
  const planted: { order: PlacedToPay; row: (typeof table)[number] }[] = []
  for (const row of table) {
    const order = await scene.order()
    const session = sessionOf(await scene.openPage(order))
    stripe.desk.twist = row.twist ?? null
    stripe.desk.pay(session)
    row.before?.(order)
    if (row.after) must(await scene.returnOf(order))
    await row.after?.(order)
    planted.push({ order, row })
  }
  const stranger = { fondaco_payment: crypto.randomUUID() }
  const theirs = stripe.desk.act('post /v1/checkout/sessions', [], {
    payment_intent_data: { capture_method: 'automatic', metadata: stranger },
    line_items: [{ quantity: '1', price_data: { unit_amount: '4200', currency: 'eur' } }],
  }) as { id: string }
  stripe.desk.pay(theirs.id)
  scene.time.offsetMs += 3 * 60_000
  const looked = await scene.reconcile()
  assert.equal(looked.unknown, 1)
  await scene.reconcile()
  await askPeople()
  for (const { order, row } of planted) {
    const { state, captured, refunded, review } = await scene.figures(order)
    assert.deepEqual([state, captured, refunded, review], row.found(order), row.difference)
  }
  const asked = () =>
    scene.house.asOwner<{ state: string; title: string; assignee: string }>(
      `SELECT t.state, t.title, t.assignee FROM payments.stray s JOIN work.todo t ON t.id = s.todo_id`,
    )
  assert.deepEqual(await asked(), [
    { state: 'open', title: 'stripe has €42.00 that no order knows', assignee: 'role:accountant' },
  ])
  const [session] = [stripe.desk.sessions.get(theirs.id)]
  stripe.desk.act('post /v1/refunds', [], { payment_intent: session?.payment_intent, amount: '4200' })
  await scene.reconcile()
  await askPeople()
  assert.equal((await asked())[0]?.state, 'done')
  assert.equal((await scene.reconcile()).repaired, 0, 'nothing is left to repair')
  await scene.house.expectNoBreach()
})

test('nothing that was asked or answered was against Stripe’s own description', () => {
  assert.deepEqual(stripe.breaches, [])
})
