import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { guest } from '../../host/context.ts'
import { createTestServer } from '../../testing/create-test-server.ts'
import { must, openShop, someAddress, totalOf, type Shop } from '../../testing/scene.ts'
import { stateOf } from '../../testing/state-of.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { setPrices } from '../../departments/pricing/index.ts'
import { createBasket, getBasket, setBasketDestination, setBasketLine } from '../../departments/orders/index.ts'
import { placeOrder, type OrderRequest } from './place-order.ts'

let house: TestHouse
let shop: Shop

beforeEach(async () => {
  house = await createTestHouse()
  shop = await openShop(house)
})
afterEach(() => house.close())

const euro = (amount: number) => ({ amount, currency: 'EUR' })

async function requestFor(basket: OrderRequest['basket']): Promise<OrderRequest> {
  const acceptedTotal = await totalOf(house, basket)
  const email = 'Mirandolina@Locanda.example '
  return { basket, email, address: someAddress, deliveryMethod: 'standard', acceptedTotal }
}

const order = (request: OrderRequest) => house.run((ctx) => placeOrder(ctx, request), { actor: guest })

async function ask<Row>(text: string, ...values: unknown[]): Promise<Row[]> {
  return (await house.asOwner<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM (${text}) t`, values)).map(({ row }) => row)
}

describe('a basket of two mugs and a book becomes an order', () => {
  test('with exact figures, in one transaction: order, lines, address, payment, stock, event, audit', async () => {
    const basket = await shop.fill({ mug: 2, book: 1 })
    const placed = must(await order(await requestFor(basket)))

    assert.deepEqual(placed.total, euro(5_770))
    const [row] = await ask<Record<string, unknown>>(
      `SELECT number, state, currency, country, email, name, goods, goods_net, delivery, delivery_net, tax, total,
         prices_include_tax, delivery_method, item_count, version, paid_at, authorised_hash, customer_id IS NOT NULL AS known
       FROM orders.sales_order`,
    )
    assert.deepEqual(row, {
      number: Number(placed.number),
      state: 'awaiting_payment',
      currency: 'EUR',
      country: 'IT',
      email: 'mirandolina@locanda.example',
      name: 'Mirandolina Locandiera',
      goods: 5_180,
      goods_net: 4_558,
      delivery: 590,
      delivery_net: 484,
      tax: 728,
      total: 5_770,
      prices_include_tax: true,
      delivery_method: 'standard',
      item_count: 3,
      version: 1,
      paid_at: null,
      authorised_hash: null,
      known: true,
    })
    const lines = await ask(
      'SELECT sku, quantity, unit_price, tax_ppm, net, tax, total FROM orders.order_line ORDER BY position',
    )
    assert.deepEqual(lines, [
      { sku: 'MUG', quantity: 2, unit_price: 1_490, tax_ppm: 220_000, net: 2_443, tax: 537, total: 2_980 },
      { sku: 'BOOK', quantity: 1, unit_price: 2_200, tax_ppm: 40_000, net: 2_115, tax: 85, total: 2_200 },
    ])
    const [address] = await ask(
      'SELECT name, company, street, street2, postcode, city, region, country, phone FROM orders.delivery_address',
    )
    assert.deepEqual(address, { ...someAddress, company: null, street2: null, phone: null })

    const [payment] = await ask(
      `SELECT p.amount, p.currency, p.state, p.captured, p.authorised_hash = o.content_hash AS for_this_content
       FROM payments.payment p JOIN orders.sales_order o ON o.id = p.order_id`,
    )
    assert.deepEqual(payment, { amount: 5_770, currency: 'EUR', state: 'open', captured: 0, for_this_content: true })
    const stock = await ask(
      `SELECT v.sku, s.on_hand, s.reserved, r.quantity, r.ended_at FROM inventory.reservation r
       JOIN inventory.stock s USING (variant_id, location_id) JOIN catalog.pub_variant v ON v.variant_uuid = s.variant_id
       WHERE r.order_id = $1 ORDER BY v.sku DESC`,
      placed.id,
    )
    assert.deepEqual(stock, [
      { sku: 'MUG', on_hand: 100, reserved: 2, quantity: 2, ended_at: null },
      { sku: 'BOOK', on_hand: 100, reserved: 1, quantity: 1, ended_at: null },
    ])
    const facts = await ask(
      `SELECT name, ref_kind, ref_id, payload, actor FROM host.event WHERE ref_id = $1`,
      placed.id,
    )
    const payload = { orderId: placed.id, number: placed.number, total: euro(5_770), marketCode: 'it' }
    const fact = { name: 'order.placed.v1', ref_kind: 'order', ref_id: placed.id, payload, actor: 'guest' }
    assert.deepEqual(facts, [fact])
    const trail = await ask(
      `SELECT action, version, actor_kind, changes FROM host.audit WHERE object_type = 'order' AND object_id = $1`,
      placed.id,
    )
    const changes = [
      { field: 'state', before: null, after: 'awaiting_payment' },
      { field: 'total', before: null, after: euro(5_770) },
    ]
    assert.deepEqual(trail, [{ action: 'orders:place', version: 1, actor_kind: 'guest', changes }])
    await house.expectNoBreach()
  })

  test('holds its goods for half an hour', async () => {
    const placed = must(await shop.place(await shop.fill({ mug: 1 })))
    const [row] = await ask<{ seconds: number }>(
      'SELECT extract(epoch FROM expires_at - placed_at)::int AS seconds FROM orders.sales_order WHERE id = $1',
      placed.id,
    )
    assert.equal(row?.seconds, 1_800)
  })
})

describe('refusals, the first cause first; nothing of a refused order stays', () => {
  test('each in precedence: every fault behind it is there too, and is not what is told', async () => {
    const emptyBasket = must(
      await house.run((ctx) => createBasket(ctx, { country: 'IT', locale: 'it' }), { actor: guest }),
    )
    const soldOut = await shop.fill({ lamp: 1, mug: 1 })
    await shop.setStock('lamp', 0)
    const basket = await shop.fill({ mug: 1 })
    const good = await requestFor(basket)
    const addressed = (request: OrderRequest, address: Partial<OrderRequest['address']>) => ({
      ...request,
      address: { ...request.address, ...address },
    })
    const faults: [code: string, break_: (request: OrderRequest) => OrderRequest][] = [
      ['orders.address_incomplete', (request) => addressed(request, { street: ' \t ', country: 'IT' })],
      ['orders.invalid_postcode', (request) => addressed(request, { postcode: '3O121', country: 'IT' })],
      ['orders.invalid_email', (request) => ({ ...request, email: 'mirandolina at locanda' })],
      ['orders.basket_not_found', (request) => ({ ...request, basket: { ...request.basket, token: 'x'.repeat(43) } })],
      ['orders.basket_empty', (request) => ({ ...request, basket: emptyBasket })],
      ['orders.country_not_served', (request) => addressed(request, { country: 'US' })],
      ['pricing.no_tax_rate', (request) => addressed(request, { country: 'FR', postcode: '75001' })],
      ['orders.delivery_method_unavailable', (request) => ({ ...request, deliveryMethod: 'drone' })],
      ['inventory.sold_out', (request) => ({ ...request, basket: soldOut })],
      ['orders.total_changed', (request) => ({ ...request, acceptedTotal: euro(1) })],
    ]
    // France is a country of the market eu, so the baskets of this test must shop there for its tax to be asked for.
    for (const key of [basket, soldOut]) {
      must(await house.run((ctx) => setBasketDestination(ctx, key, { country: 'IT', deliveryMethod: 'standard' })))
    }
    await house.asOwner(`UPDATE organisation.market SET countries = '{IT,FR}' WHERE code = 'it'`)
    const before = await stateOf(house)
    const told: string[] = []
    for (const index of faults.keys()) {
      const request = faults.slice(index).reduceRight((broken, [, break_]) => break_(broken), good)
      const refused = await order(request)
      told.push(refused.ok ? 'ordered' : refused.refusal.code)
      assert.deepEqual(await stateOf(house), before, `${told.at(-1)} left something behind`)
    }
    assert.deepEqual(
      told,
      faults.map(([code]) => code),
    )
    assert.equal((await order(good)).ok, true)
    await house.expectNoBreach()
  })

  test('an address says every field at fault at once', async () => {
    const request = await requestFor(await shop.fill({ mug: 1 }))
    const refused = await order({ ...request, address: { ...someAddress, street: '', city: '', postcode: 'x' } })
    assert.deepEqual(refused.ok ? [] : refused.refusal.others?.map(({ code, field }) => [code, field]), [
      ['orders.address_incomplete', 'address.street'],
      ['orders.address_incomplete', 'address.city'],
      ['orders.invalid_postcode', 'address.postcode'],
    ])
  })

  const soldOutLines: [title: string, left: number, code: string][] = [
    ['sold out meanwhile', 0, 'inventory.sold_out'],
    ['fewer left than wanted', 2, 'inventory.not_enough_left'],
  ]
  for (const [title, left, code] of soldOutLines) {
    test(`${title}: the line is named`, async () => {
      const basket = await shop.fill({ mug: 1, book: 3 })
      const request = await requestFor(basket)
      await shop.setStock('book', left)
      const before = await stateOf(house)
      const refused = await order(request)
      assert.ok(!refused.ok)
      assert.equal(refused.refusal.code, code)
      assert.equal(refused.refusal.field, 'lines.1')
      assert.deepEqual(refused.refusal.params, { variantId: shop.variantIds.book, available: left })
      assert.deepEqual(await stateOf(house), before)
    })
  }

  test('a good that is no longer for sale names its line', async () => {
    const request = await requestFor(await shop.fill({ mug: 1, book: 1 }))
    await house.asOwner(`UPDATE catalog.product SET state = 'draft' WHERE handle = 'mug'`)
    const refused = await order(request)
    assert.ok(!refused.ok)
    assert.deepEqual([refused.refusal.code, refused.refusal.field], ['orders.line_not_orderable', 'lines.0'])
    assert.equal(refused.refusal.params?.['problem'], 'not_for_sale')
  })

  test('sold out at the very last moment, behind the look at the shelf, is sold out too', async () => {
    const request = await requestFor(await shop.fill({ mug: 1, book: 1 }))
    const before = await stateOf(house)
    // The view that availability is read from says 100, the row itself has none: what a race looks like from inside.
    await house.asOwner(`ALTER VIEW inventory.pub_availability RENAME TO pub_availability_true`)
    await house.asOwner(`CREATE VIEW inventory.pub_availability AS SELECT variant_id, variant_uuid, location_code, 100::bigint AS available
      FROM inventory.pub_availability_true`)
    await house.asOwner(`GRANT SELECT ON inventory.pub_availability TO fondaco_app`)
    await house.asOwner(`UPDATE inventory.stock SET reserved = on_hand`)
    const refused = await order(request)
    assert.equal(refused.ok ? 'ordered' : refused.refusal.code, 'inventory.sold_out')
    await house.asOwner(`UPDATE inventory.stock SET reserved = 0`)
    assert.deepEqual(await stateOf(house), before)
  })
})

describe('what changes between looking and ordering', () => {
  test('a new price is told, not charged', async () => {
    const basket = await shop.fill({ mug: 2 })
    const request = await requestFor(basket)
    const variantId = shop.variantIds.mug
    must(await house.run((ctx) => setPrices(ctx, [{ variantId, currency: 'EUR', amount: 1_590n }])))
    const before = await stateOf(house)
    const refused = await order(request)
    assert.ok(!refused.ok)
    assert.equal(refused.refusal.code, 'orders.total_changed')
    assert.equal(refused.refusal.field, 'acceptedTotal')
    assert.deepEqual(refused.refusal.params, { amount: 3_770, currency: 'EUR' })
    assert.deepEqual(await stateOf(house), before)
    const agreed = must(await order({ ...request, acceptedTotal: euro(3_770) }))
    assert.deepEqual(agreed.total, euro(3_770))
    await house.expectNoBreach()
  })

  test('the same number in another currency is another total', async () => {
    const request = await requestFor(await shop.fill({ mug: 1 }))
    const refused = await order({ ...request, acceptedTotal: { ...request.acceptedTotal, currency: 'JPY' } })
    assert.equal(refused.ok ? 'ordered' : refused.refusal.code, 'orders.total_changed')
  })

  test('a second tab that puts something in is seen before anything is charged', async () => {
    const basket = await shop.fill({ mug: 1 })
    const request = await requestFor(basket)
    const scarf = { variantId: shop.variantIds.scarf, quantity: 1 }
    must(await house.run((ctx) => setBasketLine(ctx, basket, scarf), { actor: guest }))
    const refused = await order(request)
    assert.ok(!refused.ok)
    // 14.90 + 69.00 of goods and 5.90 of delivery
    assert.deepEqual(refused.refusal.params, { amount: 8_980, currency: 'EUR' })
    await house.expectNoBreach()
  })

  test('a basket that is an order takes nothing more', async () => {
    const basket = await shop.fill({ mug: 1 })
    must(await shop.place(basket))
    const before = await stateOf(house)
    const line = { variantId: shop.variantIds.book, quantity: 1 }
    const changes = [
      await house.run((ctx) => setBasketLine(ctx, basket, line), { actor: guest }),
      await house.run((ctx) => setBasketDestination(ctx, basket, { country: 'DE' }), { actor: guest }),
      await shop.place(basket),
    ]
    const code = 'orders.basket_already_ordered'
    assert.deepEqual(
      changes.map((change) => (change.ok ? 'done' : change.refusal.code)),
      [code, code, code],
    )
    assert.deepEqual(await stateOf(house), before)
  })
})

describe('at once', () => {
  test('a double click makes one order, and the other click is told so', async () => {
    for (let round = 0; round < 5; round++) {
      const basket = await shop.fill({ mug: 1, book: 1 })
      const request = await requestFor(basket)
      const answers = await Promise.all([order(request), order(request)])
      const codes = answers.map((answer) => (answer.ok ? 'ordered' : answer.refusal.code)).sort()
      assert.deepEqual(codes, ['ordered', 'orders.basket_already_ordered'])
    }
    const [count] = await ask<{ orders: number; baskets: number }>(
      'SELECT count(*) AS orders, count(DISTINCT basket_id) AS baskets FROM orders.sales_order',
    )
    assert.deepEqual(count, { orders: 5, baskets: 5 })
    await house.expectNoBreach()
  })

  test('a basket changed by a second tab while it is ordered is ordered as agreed or not at all', async () => {
    for (let round = 0; round < 10; round++) {
      const basket = await shop.fill({ mug: 1 })
      const request = await requestFor(basket)
      const line = { variantId: shop.variantIds.book, quantity: 1 }
      const [placed, changed] = await Promise.all([
        order(request),
        house.run((ctx) => setBasketLine(ctx, basket, line), { actor: guest }),
      ])
      const outcome = [placed.ok ? 'ordered' : placed.refusal.code, changed.ok ? 'changed' : changed.refusal.code]
      const either = [
        ['ordered', 'orders.basket_already_ordered'],
        ['orders.total_changed', 'changed'],
      ]
      assert.ok(
        either.some((pair) => pair.join() === outcome.join()),
        `ended as ${outcome.join(' and ')}`,
      )
      const held = must(await getBasket(house.database, basket))
      assert.equal(held.lines.length, placed.ok ? 1 : 2)
    }
    await house.expectNoBreach()
  })

  test('many first orders of one new customer make one customer', async () => {
    const baskets = await Promise.all(Array.from({ length: 8 }, () => shop.fill({ mug: 1 })))
    const placed = await Promise.all(baskets.map((basket) => shop.place(basket, { email: 'new@locanda.example' })))
    assert.deepEqual(
      placed.map((answer) => answer.ok),
      baskets.map(() => true),
    )
    const [count] = await ask('SELECT count(*) AS n FROM customers.customer')
    assert.deepEqual(count, { n: 1 })
    await house.expectNoBreach()
  })
})

describe('POST /baskets/{id}/order with an Idempotency-Key', () => {
  async function checkout(good: 'mug' | 'book' = 'mug') {
    const app = await createTestServer(house)
    const basket = await shop.fill({ [good]: 1 })
    const { email, address, deliveryMethod, acceptedTotal } = await requestFor(basket)
    const payload = { email: email.trim(), address, deliveryMethod, acceptedTotal }
    const send = (key: string, changes: object = {}) =>
      app.inject({
        method: 'POST',
        url: `/api/baskets/${basket.id}/order`,
        headers: { 'basket-token': basket.token ?? '', 'idempotency-key': key },
        payload: { ...payload, ...changes },
      })
    return { app, send }
  }

  test('asked again, gives the same answer and no second effect', async () => {
    const { app, send } = await checkout()
    const first = await send('order-1')
    assert.equal(first.statusCode, 201, first.body)
    assert.equal(first.headers['idempotent-replayed'], undefined)
    const before = await stateOf(house)
    const second = await send('order-1')
    assert.equal(second.statusCode, 201)
    assert.equal(second.headers['idempotent-replayed'], 'true')
    assert.deepEqual(second.json(), first.json())
    assert.deepEqual(await stateOf(house), before)

    const { linkToken, id } = first.json() as { linkToken: string; id: string }
    const linked = await app.inject({ url: `/api/order-links/${linkToken}` })
    assert.equal(linked.statusCode, 200)
    assert.equal((linked.json() as { id: string }).id, id)
    await house.expectNoBreach()
  })

  test('with another body is refused, and changes nothing', async () => {
    const { send } = await checkout()
    assert.equal((await send('order-1')).statusCode, 201)
    const before = await stateOf(house)
    const other = await send('order-1', { note: 'to the neighbour' })
    assert.equal(other.statusCode, 422)
    assert.equal((other.json() as { code: string }).code, 'host.idempotency_key_reused')
    assert.deepEqual(await stateOf(house), before)
  })

  test('sent five times at once, gives five equal answers and one order', async () => {
    const { send } = await checkout()
    const answers = await Promise.all(Array.from({ length: 5 }, () => send('order-1')))
    assert.deepEqual(
      answers.map((answer) => answer.statusCode),
      [201, 201, 201, 201, 201],
      answers.map((answer) => answer.body).join('\n'),
    )
    for (const answer of answers) assert.deepEqual(answer.json(), answers[0]?.json())
    const [count] = await ask('SELECT count(*) AS n FROM orders.sales_order')
    assert.deepEqual(count, { n: 1 })
    await house.expectNoBreach()
  })

  test('a refusal is not kept: the same key orders once the cause is mended', async () => {
    const { send } = await checkout()
    const refused = await send('order-1', { acceptedTotal: euro(1) })
    assert.equal((refused.json() as { code: string }).code, 'orders.total_changed')
    assert.equal((await send('order-1')).statusCode, 201)
  })
})
