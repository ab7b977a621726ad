import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { system } from '../../host/context.ts'
import { sql } from '../../host/database/sql.ts'
import { signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { openPaymentScene, type PaymentScene, type PlacedToPay } from '../../testing/payment-scene.ts'
import { must, type Good } from '../../testing/scene.ts'
import { packOrder } from '../../departments/fulfilment/index.ts'
import { putDeliveryMethod, putDeliveryPlace, putDeliveryZone } from '../../departments/orders/index.ts'
import { callOffOrder } from '../cancel-order/index.ts'
import { editOrder, type EditWish } from './edit-order.ts'

let scene: PaymentScene
let clerk: SignedIn
before(async () => {
  scene = await openPaymentScene()
  clerk = await signedInAs(scene.house, 'owner')
})

const nothing: EditWish = { kind: 'edit', reason: 'customer_asked', lines: [], added: [] }
const edit = (order: PlacedToPay, wish: Partial<EditWish>) =>
  editOrder(scene.house, { orderId: order.id, wish: { ...nothing, ...wish }, actor: system('test') })

async function ask(
  method: 'GET' | 'POST',
  path: string,
  { body, as = clerk, version }: { body?: unknown; as?: SignedIn; version?: number } = {},
) {
  const answer = await fetch(`${scene.url}/api${path}`, {
    method,
    headers: {
      ...as.headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

async function paid(wishes?: Partial<Record<Good, number>>): Promise<PlacedToPay> {
  const order = await scene.order(wishes)
  await scene.pay(order)
  await scene.returnOf(order)
  return order
}

async function total(order: PlacedToPay): Promise<bigint> {
  const row = await scene.house.database.row(sql<{ n: bigint }>`
    SELECT total AS n FROM orders.sales_order WHERE id = ${order.id}`)
  return row?.n ?? -1n
}

async function reserved(order: PlacedToPay): Promise<Record<string, number>> {
  const rows = await scene.house.database.rows(sql<{ id: string; n: bigint }>`
    SELECT variant_id AS id, sum(quantity)::bigint AS n FROM inventory.reservation
    WHERE order_id = ${order.id} AND ended_at IS NULL GROUP BY variant_id`)
  const goods = Object.entries(scene.shop.variantIds)
  return Object.fromEntries(rows.map(({ id, n }) => [goods.find(([, one]) => one === id)?.[0] ?? id, Number(n)]))
}

async function balanceOf(account: string, order: PlacedToPay): Promise<bigint> {
  const row = await scene.house.database.row(sql<{ n: bigint }>`
    SELECT coalesce(sum(p.amount), 0)::bigint AS n FROM ledger.posting p JOIN ledger.entry e ON e.id = p.entry_id
    JOIN ledger.account a ON a.id = p.account_id WHERE e.about = ${order.id} AND a.code = ${account}`)
  return row?.n ?? -1n
}

async function documentsOf(order: PlacedToPay) {
  await scene.house.runJobs(['issue-documents'])
  const rows = await scene.house.database.rows(sql<{ kind: string; total: bigint; tax: bigint; payload: string }>`
    SELECT kind, total, tax, payload FROM documents.document WHERE order_id = ${order.id} ORDER BY issued_at, id`)
  return rows.map(({ kind, total: sum, tax, payload }) => ({
    told: `${kind} ${sum} ${tax}`,
    says: JSON.parse(payload) as {
      taxes: { percent: string; tax: number }[]
      lines: { sku: string | null; quantity: number }[]
      buyer: { name: string; company: string | null }
    },
  }))
}

// A shop with 22 % on mugs, 4 % on books: 2 × 14.90 + 22.00 + 5.90 of delivery.
test('paid, fewer: the share goes back with its own tax, stock, books and documents follow', async () => {
  const order = await paid({ mug: 2, book: 1 })
  await documentsOf(order)
  const edited = await edit(order, { lines: [{ position: 1, quantity: 0 }] })
  assert.deepEqual(edited.ok && [edited.value.before, edited.value.total], [5770, 3570])
  await scene.work()
  const { refunded, review } = await scene.figures(order)
  assert.deepEqual([refunded, review, await total(order)], [2_200n, null, 3_570n])
  assert.deepEqual(await reserved(order), { mug: 2 })
  assert.equal(await balanceOf('receivables', order), 0n)
  assert.equal(await balanceOf('output_tax', order), -(537n + 106n))
  const [, note] = await documentsOf(order)
  assert.equal(note?.told, 'credit_note -2200 -85')
  assert.deepEqual(
    note?.says.taxes.map(({ percent, tax }) => `${percent} ${tax}`),
    ['4 -85'],
  )
  assert.deepEqual(
    note?.says.lines.map(({ sku, quantity }) => `${quantity} ${sku}`),
    ['-1 BOOK'],
  )
  for (let twice = 0; twice < 2; twice++) await scene.house.runJobs(['tell-order-changes'])
  const mails = await scene.house.asOwner<{ body: string }>(
    'SELECT text_body AS body FROM host.mail WHERE dedup_key = $1',
    [`order-changed ${order.id} 1`],
  )
  assert.equal(mails.length, 1)
  assert.match(mails[0]?.body ?? '', /2 . Mug[^]*35,70[^]*22,00/)
  await scene.house.expectNoBreach()
})

test('paid, another of the same price: nothing moves, and a correction tells of its taxes', async () => {
  const order = await paid({ book: 1 })
  const edited = await edit(order, {
    lines: [{ position: 0, quantity: 0 }],
    added: [{ variantId: scene.shop.variantIds.mug, quantity: 1, unitPrice: 2_200 }],
    note: 'sent the wrong link',
  })
  assert.ok(edited.ok)
  const foundBy = async (sku: string) => {
    const { body } = await ask('GET', `/orders?search=${sku}&filter=placedAt:last:1d`)
    return (body['items'] as { id: string }[]).some(({ id }) => id === order.id)
  }
  assert.deepEqual([await foundBy('mug'), await foundBy('BOOK')], [true, false], 'by what it has now')
  await scene.work()
  assert.equal((await scene.figures(order)).refunds, 0n)
  const [, note] = await documentsOf(order)
  assert.equal(note?.told, 'credit_note 0 312')
  assert.deepEqual(await reserved(order), { mug: 1 })
  assert.ok((await callOffOrder(scene.house, { orderId: order.id, reason: 'late', actor: system('test') })).ok)
  await scene.work()
  await documentsOf(order)
  for (const account of ['receivables', 'payments_clearing', 'sales', 'output_tax', 'delivery_revenue']) {
    assert.equal(await balanceOf(account, order), 0n, account)
  }
  await scene.house.expectNoBreach()
})

test('not paid: the page of the old sum is closed, and the new one is paid', async () => {
  const order = await scene.order({ mug: 1 })
  const page = await scene.openPage(order)
  const edited = await edit(order, {
    lines: [{ position: 0, quantity: 3 }],
    added: [{ variantId: scene.shop.variantIds.lamp, quantity: 1 }],
  })
  assert.deepEqual(edited.ok && edited.value.total, 3 * 1_490 + 12_345 + 590)
  assert.notEqual(await scene.payAt(page), 303, 'nobody pays the old sum')
  await scene.pay(order)
  await scene.returnOf(order)
  const { state, captured } = await scene.figures(order)
  assert.deepEqual([state, captured], ['paid', await total(order)])
  assert.deepEqual(await reserved(order), { mug: 3, lamp: 1 })
  const [only] = await documentsOf(order)
  assert.equal(only?.told.split(' ')[1], String(captured))
  await scene.house.expectNoBreach()
})

test('looked at and made by HTTP: the difference with its reasons, the version, who and why; each refusal', async () => {
  const order = await paid({ mug: 2, book: 1 })
  const path = `/orders/${order.id}`
  const wish = { reason: 'out_of_stock', lines: [{ position: 0, quantity: 1 }], added: [] }
  const preview = await ask('POST', `${path}/amendment-previews`, { body: wish })
  assert.equal(preview.status, 200, JSON.stringify(preview.body))
  const {
    version,
    lines,
    total: sums,
    refunds,
  } = preview.body as {
    version: number
    lines: { because: string; difference: { amount: number } }[]
    total: { difference: { amount: number } }
    refunds: { provider: string; amount: { amount: number } }[]
  }
  assert.deepEqual(
    lines.map((one) => [one.because, one.difference.amount]),
    [
      ['share', -1490],
      ['as_sold', 0],
    ],
  )
  assert.deepEqual([sums.difference.amount, refunds.map((one) => one.amount.amount)], [-1490, [1490]])
  const code = async (body: object, more: { as?: SignedIn; version?: number } = {}) => {
    const answer = await ask('POST', `${path}/amendments`, { body: { ...wish, ...body }, ...more })
    return answer.status < 300 ? 'ok' : String(answer.body['code'])
  }
  const refused: [string, object, string][] = [
    ['a line that is not there', { lines: [{ position: 7, quantity: 1 }] }, 'orders.line_not_found'],
    ['nothing else', { lines: [] }, 'orders.nothing_changed'],
    ['nothing left', { lines: [0, 1].map((position) => ({ position, quantity: 0 })) }, 'orders.nothing_left'],
    ['another reason without words', { reason: 'other' }, 'orders.reason_missing'],
    ['a price without words', { lines: [{ position: 0, quantity: 2, unitPrice: 100 }] }, 'orders.reason_missing'],
    ['a dearer delivery', { deliveryPrice: 591 }, 'orders.delivery_not_dearer'],
    ['more than there is', { lines: [{ position: 0, quantity: 900 }] }, 'inventory.not_enough_left'],
  ]
  for (const [title, body, expected] of refused) assert.equal(await code(body), expected, title)
  const picker = await signedInAs(scene.house, 'picker')
  assert.equal(await code({}, { as: picker }), 'host.not_allowed')
  assert.equal(await code({}, { version: version - 1 }), 'host.version_conflict')
  assert.equal(await total(order), order.total, 'nothing of that changed it')
  assert.equal(await code({}, { version }), 'ok')
  assert.equal(await code({ lines: [{ position: 1, quantity: 0 }] }, { version }), 'host.version_conflict')
  const told = await ask('GET', `${path}/amendments`)
  const [only] = (told.body as { items: { number: number; reason: string; by: string; lines: object[] }[] }).items
  assert.deepEqual([only?.number, only?.reason, only?.by !== null, only?.lines.length], [1, 'out_of_stock', true, 1])
  await scene.work()
  await callOffOrder(scene.house, { orderId: order.id, reason: 'late', actor: system('test') })
  assert.equal(await code({}), 'orders.not_editable')
  await scene.work()
})

test('an address elsewhere, taxed alike, and a delivery that is given back', async () => {
  const order = await paid({ mug: 1 })
  const address = {
    name: 'Fabrizio',
    company: null,
    street: 'Riva 2',
    street2: null,
    postcode: '50100',
    city: 'Firenze',
    region: 'FI',
    phone: null,
  }
  const edited = await edit(order, { address, deliveryPrice: 0 })
  assert.deepEqual(edited.ok && edited.value.total, 1_490)
  const row = await scene.house.database.row(sql<{ city: string; name: string; net: bigint }>`
    SELECT a.city, o.name, o.delivery_net AS net FROM orders.sales_order o JOIN orders.delivery_address a ON a.order_id = o.id
    WHERE o.id = ${order.id}`)
  assert.deepEqual(row, { city: 'Firenze', name: 'Fabrizio', net: 0n })
  await scene.work()
  await documentsOf(order)
  await scene.house.expectNoBreach()
})

/** Beside the usual way: a dearer one, and collecting for nothing. */
async function express(): Promise<void> {
  const days = { minDays: 1, maxDays: 1 }
  const pickup = {
    ...{ name: 'Shop', street: 'Calle 1', postcode: '30121', city: 'Venezia', region: 'VE', country: 'IT' },
    hours: { en: '9-18' },
  }
  const place = {
    ...{ locationCode: 'venezia', timeZone: 'Europe/Rome', cutOff: '14:00', weekdays: [1, 2, 3, 4, 5], holidays: [] },
    pickup,
  }
  const zone = { code: 'express', name: 'Italy', countries: ['IT'], regions: [], postcodes: [] }
  const common = { descriptions: {}, taxCategory: 'standard', limits: {}, active: true }
  const rate = (price: number) => [{ zone: 'express', ...days, tariffs: { EUR: { by: 'flat' as const, price } } }]
  const ways = [
    { ...common, code: 'express', kind: 'carriage' as const, names: { en: 'Express' }, place: null, rates: rate(990) },
    { ...common, code: 'collect', kind: 'pickup' as const, names: { en: 'Collect' }, place: 'venezia', rates: rate(0) },
  ]
  must(await scene.house.run((ctx) => putDeliveryZone(ctx, { zone, version: undefined })))
  must(await scene.house.run((ctx) => putDeliveryPlace(ctx, { place, version: undefined })))
  for (const method of ways)
    must(await scene.house.run((ctx) => putDeliveryMethod(ctx, { method, version: undefined })))
}

const venice = {
  ...{ name: 'Mirandolina', company: null, street: 'Calle 9', street2: null },
  ...{ postcode: '30121', city: 'Venezia', region: 'VE', country: 'IT' },
}

test('another way of delivery costs what it costs now: asked for where it is dearer, given back where it is cheaper', async () => {
  await express()
  const order = await paid({ mug: 1, book: 1 })
  const wish = { reason: 'customer_asked', lines: [], added: [], deliveryMethod: 'express' }
  const options = await ask('GET', `/orders/${order.id}/edit-options`)
  const offered = (options.body['deliveryOptions'] as { code: string; price: { amount: number } }[]).map(
    ({ code, price }) => `${code} ${price.amount}`,
  )
  assert.deepEqual(offered.toSorted(), ['collect 0', 'express 990', 'standard 590'])
  const seen = await ask('POST', `/orders/${order.id}/amendment-previews`, { body: wish })
  const shown = seen.body as { delivery: { difference: { amount: number } }; total: { difference: { amount: number } } }
  assert.deepEqual([shown.delivery.difference.amount, shown.total.difference.amount], [400, 400])
  const codes: [object, string][] = [
    [{ deliveryMethod: 'balloon' }, 'orders.delivery_method_unavailable'],
    [{ deliveryMethod: 'express', deliveryPrice: 991 }, 'orders.delivery_not_dearer'],
    [{ billing: { ...venice, country: 'ZZ' } }, 'orders.billing_country_unknown'],
  ]
  for (const [change, expected] of codes) {
    const answer = await ask('POST', `/orders/${order.id}/amendments`, { body: { ...wish, ...change } })
    assert.equal(answer.body['code'], expected)
  }
  const edited = await edit(order, { deliveryMethod: 'express' })
  assert.equal(edited.ok && edited.value.balance?.amount, 400)
  await scene.pay(order)
  await scene.returnOf(order)
  const now = async () =>
    scene.house.database.row(sql<{ total: bigint; method: string; net: bigint; zone: string; kind: string }>`
      SELECT o.total, o.delivery_method AS method, o.delivery_net AS net, t.zone, t.kind FROM orders.sales_order o
      JOIN orders.delivery_terms t ON t.order_id = o.id WHERE o.id = ${order.id}`)
  // 22 % out of 9.90.
  assert.deepEqual(await now(), { total: 4_680n, method: 'express', net: 811n, zone: 'express', kind: 'carriage' })
  assert.equal(await balanceOf('receivables', order), 0n)
  // Collected instead, it costs nothing; the address stays, and both goods are still promised.
  assert.ok((await edit(order, { deliveryMethod: 'collect' })).ok)
  await scene.work()
  assert.deepEqual((await now())?.total, 3_690n)
  assert.equal((await now())?.kind, 'pickup')
  assert.deepEqual(await reserved(order), { mug: 1, book: 1 })
  const told = (await documentsOf(order)).map((one) => one.told.split(' ').slice(0, 2).join(' '))
  assert.deepEqual(told, ['invoice 4280', 'invoice 400', 'credit_note -990'])
  await scene.house.expectNoBreach()
})

test('the invoice goes to somebody else: what was invoiced is credited, and all that is left of it invoiced anew', async () => {
  const order = await paid({ mug: 2, book: 1 })
  await documentsOf(order)
  assert.ok((await edit(order, { lines: [{ position: 1, quantity: 0 }] })).ok)
  await scene.work()
  const billing = { ...venice, name: 'Anna', company: 'Anna S.r.l.' }
  assert.ok((await edit(order, { billing })).ok)
  const again = await edit(order, { billing })
  assert.equal(again.ok || again.refusal.code, 'orders.nothing_changed')
  await scene.work()
  for (let twice = 0; twice < 2; twice++) await documentsOf(order)
  const told = (await documentsOf(order)).map(
    ({ told: words, says }) => `${words} ${says.buyer.company ?? says.buyer.name}`,
  )
  const who = told[0]!.split(' ').slice(3).join(' ')
  assert.deepEqual(told, [
    `invoice 5770 728 ${who}`,
    `credit_note -2200 -85 ${who}`,
    `credit_note -3570 -643 ${who}`,
    'invoice 3570 643 Anna S.r.l.',
  ])
  // What goes back from now on is credited to whom the invoice names now.
  await callOffOrder(scene.house, { orderId: order.id, reason: 'late', actor: system('test') })
  await scene.work()
  const [last] = (await documentsOf(order)).slice(-1)
  assert.deepEqual([last?.told, last?.says.buyer.company], ['credit_note -3570 -643', 'Anna S.r.l.'])
  const listed = (await ask('GET', `/orders/${order.id}/amendments`)).body['items'] as { billingChanged: boolean }[]
  assert.deepEqual(
    listed.map(({ billingChanged }) => billingChanged),
    [false, true],
  )
  await scene.house.expectNoBreach()
})

test('what is packed goes where its label says, by the way that it was packed for', async () => {
  const order = await paid({ mug: 1 })
  must(await scene.house.run((ctx) => packOrder(ctx, { orderId: order.id, ship: false })))
  const { country: _, ...address } = venice
  for (const wish of [{ deliveryMethod: 'express' }, { address: { ...address, phone: null } }]) {
    const edited = await edit(order, wish)
    assert.equal(edited.ok || edited.refusal.code, 'orders.already_packed')
  }
  assert.ok((await edit(order, { billing: venice })).ok)
  await scene.work()
  await documentsOf(order)
  await scene.house.expectNoBreach()
})

test('edit while it is being paid: what is paid is what it holds, every time', async () => {
  for (let round = 0; round < 6; round++) {
    const order = await scene.order({ mug: 2 })
    const page = await scene.openPage(order)
    const [, edited] = await Promise.all([
      scene.payAt(page),
      edit(order, { lines: [{ position: 0, quantity: 1 }] }),
      scene.returnOf(order),
    ])
    if ((await scene.figures(order)).state !== 'paid') await scene.pay(order)
    await scene.returnOf(order)
    await scene.work()
    const { state, captured, refunded, review } = await scene.figures(order)
    assert.deepEqual([state, review, captured - refunded], ['paid', null, await total(order)])
    assert.deepEqual(await reserved(order), { mug: edited.ok ? 1 : 2 })
  }
  await scene.house.expectNoBreach()
})

test('two edits of one version, edit and cancel, two orders and the last unit: one wins, and the books agree', async () => {
  const order = await paid({ mug: 3 })
  const body = (quantity: number) => ({
    body: { reason: 'mistake', lines: [{ position: 0, quantity }], added: [] },
    version: 2,
  })
  const both = await Promise.all(
    [1, 2].map((quantity) => ask('POST', `/orders/${order.id}/amendments`, body(quantity))),
  )
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409])
  await Promise.all([
    edit(order, { deliveryPrice: 0 }),
    callOffOrder(scene.house, { orderId: order.id, reason: 'late', actor: system('test') }),
  ])
  await scene.work()
  const { state, captured, refunded } = await scene.figures(order)
  assert.deepEqual([state, captured - refunded, await balanceOf('receivables', order)], ['cancelled', 0n, 0n])
  assert.deepEqual(await reserved(order), {})
  const orders = [await scene.order({ book: 1 }), await scene.order({ book: 1 })]
  await scene.shop.setStock('scarf', 1)
  const last = await Promise.all(
    orders.map((one) => edit(one, { added: [{ variantId: scene.shop.variantIds.scarf, quantity: 1 }] })),
  )
  assert.deepEqual(last.map((one) => (one.ok ? 'ok' : one.refusal.code.split('.')[1])).toSorted(), ['ok', 'sold_out'])
  await scene.shop.setStock('scarf', 100)
  await documentsOf(order)
  await scene.house.expectNoBreach()
})

test('what is packed stays, also once other pieces were sent', async () => {
  const order = await paid({ mug: 2, book: 1 })
  const lines = [{ position: 0, quantity: 1 }]
  must(await scene.house.run((ctx) => packOrder(ctx, { orderId: order.id, lines, ship: false })))
  const to = async (quantity: number) => {
    const edited = await edit(order, { lines: [{ position: 0, quantity }] })
    return edited.ok ? 'ok' : edited.refusal.code
  }
  assert.deepEqual([await to(0), await to(1)], ['orders.pieces_have_left', 'ok'])
  must(await scene.house.run((ctx) => packOrder(ctx, { orderId: order.id, ship: true })))
  assert.equal(await to(0), 'orders.pieces_have_left', 'all of it lies in a parcel')
  await scene.work()
  await documentsOf(order)
  await scene.house.expectNoBreach()
})

test('taxed otherwise since, or by where it goes: what stays would not be what was sold', async () => {
  const order = await scene.order({ mug: 1 })
  const standard = (ppm: number) =>
    scene.house.asOwner(`UPDATE tax.rate SET ppm = $1 WHERE country = 'IT' AND category = 'standard'`, [ppm])
  await standard(210_000)
  const edited = await edit(order, { lines: [{ position: 0, quantity: 2 }] })
  await standard(220_000)
  assert.equal(edited.ok || edited.refusal.code, 'orders.taxed_otherwise')
})

test('whatever is changed, called off and given back, in whatever order: nothing is lost to the cent', async () => {
  const step = fc.oneof(
    fc.record({ what: fc.constant('less' as const), line: fc.nat(2), quantity: fc.nat(3) }),
    fc.record({ what: fc.constant('price' as const), line: fc.nat(2), percent: fc.integer({ min: 1, max: 100 }) }),
    fc.record({ what: fc.constant('delivery' as const), percent: fc.nat(100) }),
    fc.record({ what: fc.constant('refund' as const), percent: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ what: fc.constantFrom('ship' as const, 'cancel' as const), line: fc.nat(2) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async (steps) => {
      const order = await paid({ mug: 3, book: 3, scarf: 1 })
      for (const one of steps) await take(order, one)
      await scene.work()
      const { state, captured, refunded } = await scene.figures(order)
      assert.ok(captured - refunded <= (state === 'cancelled' ? 0n : await total(order)), 'too much is kept')
      await documentsOf(order)
    }),
    { numRuns: 8, seed: 20_261_123 },
  )
  await scene.house.expectNoBreach()
  const soldAs = `SELECT lower(l.sku) AS sku, o.id, o.number, o.placed_at, o.total, lower(o.name)
    FROM orders.order_line l JOIN orders.sales_order o ON o.id = l.order_id`
  const foundAs = 'SELECT sku, order_id, number, placed_at, total, name FROM orders.sold_sku'
  const asunder = await scene.house.asOwner(`(${soldAs} EXCEPT ${foundAs}) UNION ALL (${foundAs} EXCEPT ${soldAs})`)
  assert.deepEqual(asunder, [], 'every order is found by the SKUs that it has, and by no other')
})

type Step =
  | { what: 'less'; line: number; quantity: number }
  | { what: 'price'; line: number; percent: number }
  | { what: 'delivery'; percent: number }
  | { what: 'refund'; percent: number }
  | { what: 'ship'; line: number }
  | { what: 'cancel'; line: number }

async function take(order: PlacedToPay, one: Step): Promise<void> {
  const { body } = await ask('GET', `/orders/${order.id}`)
  const now = body as {
    lines: { position: number; quantity: number; unitPrice: { amount: number } }[]
    delivery: { total: { amount: number } }
  }
  if (one.what === 'cancel') {
    await callOffOrder(scene.house, { orderId: order.id, reason: 'late', actor: system('test') })
  } else if (one.what === 'ship') {
    const lines = [{ position: one.line, quantity: 1 }]
    await scene.house.run((ctx) => packOrder(ctx, { orderId: order.id, lines, ship: true }))
  } else if (one.what === 'delivery') {
    await edit(order, { deliveryPrice: Math.floor((now.delivery.total.amount * one.percent) / 100) })
  } else if (one.what === 'refund') {
    const [payment] = await scene.house.asOwner<{ id: string; left: string }>(
      `SELECT p.id, p.captured - p.refunded - coalesce((SELECT sum(amount) FROM payments.refund r WHERE r.payment_id = p.id
        AND r.state IN ('wanted', 'sent')), 0) AS left FROM payments.payment p WHERE order_id = $1`,
      [order.id],
    )
    const amount = Math.floor((Number(payment?.left) * one.percent) / 100)
    const wish = { amount: { amount, currency: 'EUR' }, reason: 'sorry' }
    if (amount > 0) await ask('POST', `/payments/${payment?.id}/refunds`, { body: wish })
  } else {
    const line = now.lines[one.line % now.lines.length]
    if (!line) return
    const { position, quantity } = line
    const to =
      one.what === 'less'
        ? { quantity: Math.min(quantity, one.quantity) }
        : { quantity, unitPrice: Math.floor((line.unitPrice.amount * one.percent) / 100) }
    await edit(order, { lines: [{ position, ...to }], note: 'by chance' })
  }
}
