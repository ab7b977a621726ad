/** Held until goods go out, with each parcel its share: at the development provider and at Stripe, and where the card lets it be taken but once. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { system } from '../../host/context.ts'
import { packOrder } from '../../departments/fulfilment/index.ts'
import { signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { openPaymentScene, type PaymentScene, type PlacedToPay } from '../../testing/payment-scene.ts'
import { must, type Good } from '../../testing/scene.ts'
import { stripeClients } from '../../testing/stripe/stripe-clients.ts'
import { startStripeLoopback, stripeKeys, type StripeLoopback } from '../../testing/stripe/stripe-loopback.ts'
import { editOrder } from '../edit-order/index.ts'

const STRIPE = 'stripe'

interface Stage {
  readonly scene: PaymentScene
  readonly owner: SignedIn
  readonly stripe: StripeLoopback | undefined
}

for (const provider of ['devpay', STRIPE]) {
  describe(provider, () => {
    let stage: Stage
    before(async () => {
      stage = await open(provider)
    })
    after(() => stage.stripe?.close())

    test('each parcel takes its share when it can no longer be taken back, the last the rest; then the order is paid', async () => {
      const order = await held(stage, { mug: 2, book: 1 })
      const { mug, book, delivery } = await worthOf(stage, order)
      await ship(stage, order, { mug: 1 })
      assert.equal((await figures(stage, order)).captured, 0n, 'nothing before it has left')
      await leave(stage)
      const first = await figures(stage, order)
      assert.deepEqual(
        [first.state, first.captured, first.captures, first.sales],
        ['awaiting_payment', mug / 2n + delivery, 1n, 0n],
      )
      const payment = await paymentOf(stage, order)
      assert.equal(payment.held.amount, Number(order.total - first.captured))
      assert.deepEqual(
        payment.captures.map(({ cause, state, amount }) => [cause, state, amount.amount]),
        [['parcel', 'succeeded', Number(first.captured)]],
      )
      await stage.scene.house.expectNoBreach()
      await ship(stage, order, { mug: 1, book: 1 })
      await leave(stage)
      const last = await figures(stage, order)
      assert.equal(last.captured - first.captured, mug - mug / 2n + book)
      assert.deepEqual(
        [last.state, last.captured, last.captures, last.captureEntries, last.sales, last.confirmations, last.review],
        ['paid', order.total, 2n, 2n, 1n, 1n, null],
      )
      assert.equal(await receivables(stage, order), 0n)
      await stage.scene.house.expectNoBreach()
      checkContract(stage)
    })

    test('two parcels leave at once, and are told of twice: each share is taken once', async () => {
      for (let round = 0; round < 3; round++) {
        const order = await held(stage, { mug: 2, lamp: 1 })
        await ship(stage, order, { mug: 1 })
        await ship(stage, order, { mug: 1 })
        await runNow(stage, ['parcel-left'])
        await stage.scene.house.asOwner(
          `INSERT INTO host.job (id, kind, ref, payload, run_at, created_at) SELECT gen_random_uuid(), kind, ref, payload, now(), now()
           FROM host.job WHERE kind = 'capture-shipment' AND ref = $1`,
          [order.id],
        )
        const { house } = stage.scene
        await Promise.all([0, 1, 2].map(() => house.runJobs(['capture-shipment', 'send-capture'])))
        await stage.scene.work()
        const { lamp } = await worthOf(stage, order)
        const { captured, captures, state } = await figures(stage, order)
        assert.deepEqual([state, captured, captures], ['awaiting_payment', order.total - lamp, 2n])
        await ship(stage, order, { lamp: 1 })
        await leave(stage)
        assert.deepEqual((await figures(stage, order)).state, 'paid')
      }
      await stage.scene.house.expectNoBreach()
    })

    test('what is called off before it ships is never taken, and let go of with the last', async () => {
      const order = await held(stage, { mug: 3, book: 1 })
      await ship(stage, order, { mug: 1 })
      await leave(stage)
      const { captured } = await figures(stage, order)
      must(await dropAll(stage, order, { mug: 2 }))
      await work(stage)
      const { total } = await totalOf(stage, order)
      assert.ok(total < order.total)
      assert.equal((await figures(stage, order)).captured, captured)
      await ship(stage, order, { book: 1 })
      await leave(stage)
      const last = await figures(stage, order)
      assert.deepEqual([last.state, last.captured, last.review], ['paid', total, null])
      assert.equal((await paymentOf(stage, order)).released.amount, Number(order.total - total))
      await stage.scene.house.expectNoBreach()
    })

    test('nothing is left to send: what went out is all that is taken, and the order is paid', async () => {
      const order = await held(stage, { mug: 3, book: 1 })
      await ship(stage, order, { mug: 1 })
      await leave(stage)
      must(await dropAll(stage, order, { mug: 2, book: 1 }))
      await work(stage)
      const { total } = await totalOf(stage, order)
      const last = await figures(stage, order)
      assert.deepEqual([last.state, last.captured, last.review], ['paid', total, null])
      assert.equal((await paymentOf(stage, order)).released.amount, Number(order.total - total))
      await stage.scene.house.expectNoBreach()
    })

    test('called off while it is taken: whoever comes first, what is taken is what the order is worth', async () => {
      for (let round = 0; round < 4; round++) {
        const order = await held(stage, { mug: 2, book: 1 })
        await ship(stage, order, { mug: 1 })
        await runNow(stage, ['parcel-left'])
        const { house } = stage.scene
        const [dropped] = await Promise.all([
          dropAll(stage, order, { book: 1 }),
          house.runJobs(['capture-shipment']),
          house.runJobs(['send-capture']),
        ])
        if (!dropped.ok) assert.equal(dropped.refusal.code, 'payments.payment_under_way')
        await work(stage)
        await ship(stage, order)
        await leave(stage)
        const { total } = await totalOf(stage, order)
        const { state, captured, review } = await figures(stage, order)
        assert.deepEqual([state, captured, review], ['paid', total, null])
      }
      await stage.scene.house.expectNoBreach()
    })

    test('the bank says no to one share: a person is asked, and the next parcel takes both', async () => {
      const order = await held(stage, { mug: 2, book: 1 })
      await ship(stage, order, { mug: 1 })
      await refuseNext(stage)
      await leave(stage)
      const refused = await figures(stage, order)
      assert.deepEqual([refused.captured, refused.review], [0n, 'capture_failed'])
      await ship(stage, order)
      await leave(stage)
      const { state, captured, captures, review } = await figures(stage, order)
      assert.deepEqual([state, captured, captures, review], ['paid', order.total, 1n, null])
      await stage.scene.house.expectNoBreach()
    })

    test('a day before the bank lets go, the rest is taken', async () => {
      const order = await held(stage, { mug: 2, book: 1 })
      await ship(stage, order, { mug: 1 })
      await leave(stage)
      await stage.scene.house.asOwner(
        `UPDATE payments.payment SET capture_before = now() + interval '23 hours' WHERE order_id = $1`,
        [order.id],
      )
      const ending = stage.scene.house.blueprint.jobs.find(({ kind }) => kind === 'capture-ending-holds')
      await ending?.run(stage.scene.house, { id: order.id, ref: null, payload: {}, attempt: 1 })
      await work(stage)
      const { state, captured, captures } = await figures(stage, order)
      assert.deepEqual([state, captured, captures], ['paid', order.total, 2n])
      await ship(stage, order)
      await leave(stage)
      assert.equal((await figures(stage, order)).captures, 2n)
      await stage.scene.house.expectNoBreach()
    })
  })
}

describe('a card that lets what is held be taken but once', () => {
  let stage: Stage
  before(async () => {
    stage = await open(STRIPE)
    if (stage.stripe) stage.stripe.desk.multicapture = false
  })
  after(() => stage.stripe?.close())

  test('the first parcel takes all, and the payment says why', async () => {
    const order = await held(stage, { mug: 2 })
    const { captureShare, capturesInParts } = await paymentOf(stage, order)
    assert.deepEqual([captureShare, capturesInParts], ['each_its_share', false])
    await ship(stage, order, { mug: 1 })
    await leave(stage)
    const { state, captured } = await figures(stage, order)
    assert.deepEqual([state, captured], ['paid', order.total])
    await stage.scene.house.expectNoBreach()
  })
})

async function open(provider: string): Promise<Stage> {
  const scene = await openPaymentScene({ webhooks: provider !== STRIPE })
  const owner = await signedInAs(scene.house, 'owner')
  const stripe = provider === STRIPE ? await startStripeLoopback() : undefined
  const stage = { scene, owner, stripe }
  if (stripe) {
    Object.assign(scene.house, { ports: { ...scene.house.ports, paymentClients: stripeClients(stripe) } })
    const { secretKey: key, webhookSecret } = stripeKeys
    await ask(stage, 'PUT', '/payment-providers/stripe', { enabled: true, key, webhookSecret }, 0)
  }
  const rule = { captureOn: 'on_shipment', captureShare: 'each_its_share' }
  for (const market of ['it', 'eu']) await ask(stage, 'PUT', `/capture-rules/${market}`, rule)
  return stage
}

async function ask<T>(
  { scene, owner }: Stage,
  method: string,
  path: string,
  body?: unknown,
  version?: number,
): Promise<T> {
  const answer = await fetch(`${scene.url}/api${path}`, {
    method,
    headers: {
      ...owner.headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const told = (await answer.json()) as T
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${JSON.stringify(told)}`)
  return told
}

/** Placed, and its money held. */
async function held({ scene, stripe }: Stage, wishes: Partial<Record<Good, number>>): Promise<PlacedToPay> {
  const order = await scene.order(wishes)
  const page = await scene.openPage(order)
  if (stripe) stripe.desk.pay(page.split('/').at(-1) ?? '')
  else assert.equal(await scene.payAt(page), 303)
  must(await scene.returnOf(order))
  await scene.work()
  return order
}

const figures = ({ scene }: Stage, order: PlacedToPay) => scene.figures(order)

interface HeldPayment {
  readonly captureShare: string
  readonly capturesInParts: boolean | null
  readonly held: { readonly amount: number }
  readonly released: { readonly amount: number }
  readonly captures: readonly { readonly cause: string; readonly state: string; readonly amount: { amount: number } }[]
}

async function paymentOf(stage: Stage, order: PlacedToPay): Promise<HeldPayment> {
  const { items } = await ask<{ items: HeldPayment[] }>(stage, 'GET', `/orders/${order.id}/payments`)
  return items[0] ?? assert.fail('no payment')
}

async function positions({ scene }: Stage, order: PlacedToPay) {
  const rows = await scene.house.asOwner<{ position: number; variant: string; quantity: number; total: bigint }>(
    'SELECT position, variant_id::text AS variant, quantity, total FROM orders.order_line WHERE order_id = $1',
    [order.id],
  )
  const goods = Object.entries(scene.shop.variantIds)
  return new Map(rows.map((row) => [goods.find(([, id]) => id === row.variant)?.[0] ?? '', row]))
}

async function worthOf(stage: Stage, order: PlacedToPay) {
  const lines = await positions(stage, order)
  const of = (good: Good) => BigInt(lines.get(good)?.total ?? 0n)
  const goods = [...lines.values()].reduce((sum, { total }) => sum + BigInt(total), 0n)
  return { mug: of('mug'), book: of('book'), lamp: of('lamp'), delivery: order.total - goods }
}

async function totalOf({ scene }: Stage, order: PlacedToPay): Promise<{ total: bigint }> {
  const [row] = await scene.house.asOwner<{ total: bigint }>('SELECT total FROM orders.sales_order WHERE id = $1', [
    order.id,
  ])
  return { total: BigInt(row?.total ?? -1n) }
}

async function receivables({ scene }: Stage, order: PlacedToPay): Promise<bigint> {
  const [row] = await scene.house.asOwner<{ n: bigint }>(
    `SELECT coalesce(sum(p.amount), 0)::bigint AS n FROM ledger.posting p JOIN ledger.entry e ON e.id = p.entry_id
     JOIN ledger.account a ON a.id = p.account_id WHERE e.about = $1 AND a.code = 'receivables'`,
    [order.id],
  )
  return BigInt(row?.n ?? -1n)
}

/** Some pieces, or all that are left. */
async function ship(stage: Stage, order: PlacedToPay, pieces?: Partial<Record<Good, number>>): Promise<void> {
  const lines = await positions(stage, order)
  const wishes =
    pieces &&
    Object.entries(pieces).map(([good, quantity]) => ({ position: lines.get(good)?.position ?? -1, quantity }))
  must(
    await stage.scene.house.run((ctx) =>
      packOrder(ctx, { orderId: order.id, ship: true, ...(wishes && { lines: wishes }) }),
    ),
  )
}

/** The minutes are over in which a parcel may be taken back. */
async function runNow({ scene }: Stage, kinds: readonly string[]): Promise<void> {
  for (const kind of kinds) {
    await scene.house.asOwner(`UPDATE host.job SET run_at = now() WHERE state = 'ready'`)
    await scene.house.runJobs([kind])
  }
}

async function leave(stage: Stage): Promise<void> {
  await runNow(stage, ['parcel-left', 'capture-shipment'])
  await work(stage)
}

async function work(stage: Stage): Promise<void> {
  await runNow(stage, ['capture-shipment'])
  await stage.scene.work()
}

async function dropAll(stage: Stage, order: PlacedToPay, pieces: Partial<Record<Good, number>>) {
  const lines = await positions(stage, order)
  return editOrder(stage.scene.house, {
    orderId: order.id,
    actor: system('test'),
    wish: {
      ...{ kind: 'part_cancellation', reason: 'out_of_stock', added: [] },
      lines: Object.entries(pieces).map(([good, gone]) => {
        const line = lines.get(good) ?? assert.fail(good)
        return { position: line.position, quantity: line.quantity - gone }
      }),
    },
  })
}

async function refuseNext({ scene, stripe }: Stage): Promise<void> {
  if (stripe) stripe.fault('/capture', 'declined')
  else await scene.fault({ match: { operation: 'capture' }, fault: 'fail' })
}

function checkContract({ stripe }: Stage): void {
  if (stripe) assert.deepEqual(stripe.breaches, [])
}
