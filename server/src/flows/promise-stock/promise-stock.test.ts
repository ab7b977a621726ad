/** Goods sold before they are there: never more than allowed, the oldest promise first, and who waits is told when it takes longer. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { signLink } from '../../host/auth/links.ts'
import { guest, system } from '../../host/context.ts'
import { signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { openPaymentScene, type PaymentScene, type PlacedToPay } from '../../testing/payment-scene.ts'
import { must } from '../../testing/scene.ts'
import { packOrder } from '../../departments/fulfilment/index.ts'
import { listAwaited, setStock } from '../../departments/inventory/index.ts'
import { callOffOrder } from '../cancel-order/index.ts'
import { editOrder, type EditWish } from '../edit-order/edit-order.ts'
import { endBalanceByHand } from '../edit-order/end-balance.ts'
import { expireBalances } from '../expire-orders/expire-balances.ts'
import { placeOrder } from '../place-order/index.ts'
import { startPayment } from '../start-payment/index.ts'
import { askRests, remindOfRests } from './index.ts'

let scene: PaymentScene
let owner: SignedIn
let location: string
before(async () => {
  scene = await openPaymentScene()
  owner = await signedInAs(scene.house, 'owner')
  const [row] = await scene.house.asOwner<{ code: string }>(
    'SELECT l.code FROM inventory.stock s JOIN inventory.location l ON l.id = s.location_id WHERE s.variant_id = $1',
    [scene.shop.variantIds.mug],
  )
  location = row?.code ?? ''
})

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const mug = () => scene.shop.variantIds.mug
const book = () => scene.shop.variantIds.book

async function count(quantity: number, variantId = mug()) {
  const counted = { variantId, locationCode: location, quantity }
  return scene.house.run((ctx) => setStock(ctx, [counted], { cause: 'adjustment', reason: 'counted' }))
}

async function promise(body: object, version?: number, variantId = mug()) {
  const answer = await fetch(`${scene.url}/api/stock-promises/${variantId}/${location}`, {
    method: 'PUT',
    headers: {
      ...owner.headers,
      'content-type': 'application/json',
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    body: JSON.stringify({ kind: 'backorder', ...body }),
  })
  const said = (await answer.json()) as { code?: string; version?: number }
  return said.code ?? said.version
}

async function paid(quantity: number): Promise<PlacedToPay> {
  const order = await scene.order({ mug: quantity })
  await scene.pay(order)
  await scene.returnOf(order)
  return order
}

const awaited = async ({ id }: PlacedToPay) =>
  (await listAwaited(scene.house.database, id)).reduce((all, { quantity }) => all + quantity, 0)

const page = async (path: string) => (await fetch(`${scene.url}/en${path}`)).text()
const orderPath = ({ id }: PlacedToPay) => `/orders/${signLink(scene.house.linkKey, 'order', id)}`

const placedOf = (quantity: number) => async () => scene.shop.place(await scene.shop.fill({ mug: quantity }))

test('sold beyond the shelf up to what is allowed, by many at once, and not a piece more', async () => {
  must(await count(1))
  const first = await paid(1)
  assert.equal(await promise({ shipsOn: inDays(-3), most: 3 }), 'inventory.promise_in_past')
  assert.equal(await promise({ shipsOn: inDays(20), most: 3 }), 1)
  const results = await Promise.allSettled(Array.from({ length: 6 }, () => placedOf(1)()))
  const sold = results.filter((one) => one.status === 'fulfilled' && one.value.ok).length
  assert.equal(sold, 3)
  assert.equal(await awaited(first), 0, 'the oldest has what lies there')
  assert.equal(await promise({ shipsOn: inDays(20), most: 2 }, 1), 'inventory.promise_below_sold')
  assert.equal(await promise({ shipsOn: inDays(20), most: 3 }, 7), 'host.version_conflict')
  await scene.house.expectNoBreach()
})

test('said wherever it is bought, held back until it is there, given to the oldest promise', async () => {
  assert.equal(await promise({ shipsOn: inDays(20), most: 10 }, 1), 2)
  const [row] = await scene.house.asOwner<{ handle: string }>(
    'SELECT handle FROM orders.order_line WHERE variant_id = $1 LIMIT 1',
    [mug()],
  )
  assert.match(await page(`/products/${row?.handle}`), /Sold out, more to come: ships about/)
  const early = await paid(2)
  const late = await paid(1)
  assert.deepEqual([await awaited(early), await awaited(late)], [2, 1])
  assert.match(await page(orderPath(early)), /Still to come[^]*2 pieces ship about/)
  const pack = (order: PlacedToPay) => scene.house.run((ctx) => packOrder(ctx, { orderId: order.id, ship: true }))
  const held = await pack(early)
  assert.equal(!held.ok && held.refusal.code, 'fulfilment.still_awaited')
  await scene.house.runJobs(['order-confirmation'])
  const [confirmed] = await scene.house.asOwner<{ body: string }>(
    'SELECT text_body AS body FROM host.mail WHERE dedup_key = $1',
    [`order-confirmation ${early.id}`],
  )
  assert.match(confirmed?.body ?? '', /non ci sono ancora e partono verso/)
  // One was sold of what lay there, three wait since the first test: six are there once the two of the next oldest are.
  must(await count(6))
  assert.deepEqual([await awaited(early), await awaited(late)], [0, 1])
  must(await pack(early))
  assert.equal((await pack(late)).ok, false)
  await scene.house.expectNoBreach()
})

test('a day that slips is told once, and who waits may cancel; to allow no more sells no more', async () => {
  const order = await paid(1)
  const tell = async () => {
    await scene.house.runJobs(['tell-late-orders'])
    const key = `order-late ${order.id} %`
    return scene.house.asOwner<{ body: string }>('SELECT text_body AS body FROM host.mail WHERE dedup_key LIKE $1', [
      key,
    ])
  }
  assert.equal((await tell()).length, 0, 'nothing is later than they know')
  assert.equal(await promise({ shipsOn: inDays(30), most: 10 }, 2), 3)
  for (let twice = 0; twice < 2; twice++) assert.equal((await tell()).length, 1)
  assert.equal(await promise({ shipsOn: inDays(25), most: 10 }, 3), 4)
  assert.equal((await tell()).length, 1, 'sooner is no bad news')
  assert.equal((await listAwaited(scene.house.database, order.id))[0]?.slipped, true)
  const listed = await fetch(`${scene.url}/api/stock-promises`, { headers: owner.headers })
  const { items } = (await listed.json()) as { items: { most: number; sold: number; shipsOn: string }[] }
  assert.deepEqual([items[0]?.most, items[0]?.shipsOn], [10, inDays(25)])
  assert.equal(await promise({ shipsOn: inDays(25), most: items[0]?.sold ?? 0 }, 4), 5)
  await assert.rejects(placedOf(1), /sold_out/)
  await scene.house.expectNoBreach()
})

// Books at 22.00 with 4 % in it, delivery 5.90 with 22 %: two of them are 49.90, of which a fifth of the goods is 8.80.
interface Stand {
  readonly state: string
  readonly total: number
  readonly kept: number
  readonly promised: number
  readonly receivables: number
  readonly deposits: number
  readonly documents: string
}

async function stand({ id }: PlacedToPay): Promise<Stand> {
  await scene.work()
  await scene.house.runJobs(['issue-documents'])
  const booked = (
    code: string,
  ) => `(SELECT coalesce(sum(p.amount), 0)::int FROM ledger.posting p JOIN ledger.entry e ON e.id = p.entry_id
    JOIN ledger.account a ON a.id = p.account_id WHERE e.about = o.id::text AND a.code = '${code}')`
  const [row] = await scene.house.asOwner<Stand>(
    `SELECT o.state, o.total::int, (SELECT coalesce(sum(captured - refunded), 0)::int FROM payments.payment WHERE order_id = o.id) AS kept,
      (SELECT coalesce(sum(quantity), 0)::int FROM inventory.reservation WHERE order_id = o.id AND ended_at IS NULL) AS promised,
      ${booked('receivables')} AS receivables, ${booked('deposits')} AS deposits,
      (SELECT coalesce(string_agg(concat_ws(' ', kind, total, tax), ', ' ORDER BY issued_at, id), '') FROM documents.document
        WHERE order_id::text = o.id::text) AS documents
    FROM orders.sales_order o WHERE o.id = $1`,
    [id],
  )
  return row!
}

async function mailsOf({ id }: PlacedToPay, kind: string) {
  await scene.house.runJobs(['order-confirmation', 'tell-rest', 'tell-order-changes'])
  const which = [id, `${kind} %`]
  return scene.house.asOwner<{ body: string }>(
    'SELECT text_body AS body FROM host.mail WHERE ref = $1 AND dedup_key LIKE $2 ORDER BY dedup_key',
    which,
  )
}

const byHand = { reason: 'she waited so long', actor: system('test'), requestId: 'test' }
const fewer: EditWish = { kind: 'edit', reason: 'customer_asked', lines: [{ position: 0, quantity: 1 }], added: [] }
const wanted = {
  ...{ email: 'mira@example.com', deliveryMethod: 'standard', acceptedTotal: { amount: 2_790, currency: 'EUR' } },
  address: { name: 'Mira', street: 'Calle 1', postcode: '30121', city: 'Venezia', region: 'VE', country: 'IT' },
}
const share = { kind: 'share', percent: '20', amount: null }

/** As staff find it among others: in the list, in its file, and by the search. */
async function listed(order: PlacedToPay) {
  const read = async (path: string) => {
    const answer = await fetch(`${scene.url}/api${path}`, { headers: owner.headers })
    assert.ok(answer.ok, path)
    return answer
  }
  type Row = { id: string; total: { amount: number }; rest: { amount: number } | null }
  const own = `filter=number:is:${order.number}`
  const { items } = (await (await read(`/orders?${own}`)).json()) as { items: Row[] }
  const row = items.find(({ id }) => id === order.id) ?? assert.fail('not in the list')
  const file = await (await read(`/orders/export?format=csv&${own}&columns=number,total,rest`)).text()
  assert.equal(file.includes('41.10'), row.rest !== null, file)
  const hits = (await (await read(`/search?q=${order.number}`)).json()) as { items: { id: string; subtitle: string }[] }
  const found = hits.items.find(({ id }) => id === order.id)?.subtitle.split(' · ')[2]
  return { total: row.total.amount, rest: row.rest?.amount, found }
}

async function deposit(): Promise<PlacedToPay> {
  const order = await scene.order({ book: 2 })
  await scene.pay(order)
  await scene.returnOf(order)
  return order
}

test('a deposit is paid today and its rest once it is there: said, taxed and booked as what it is', async () => {
  must(await count(0, book()))
  const unclear = { kind: 'share', percent: '100', amount: null }
  const pre = { kind: 'preorder', shipsOn: inDays(30), most: 10 }
  assert.equal(await promise({ ...pre, paidToday: unclear }, undefined, book()), 'inventory.unclear_deposit')
  assert.equal(await promise({ ...pre, paidToday: share }, undefined, book()), 1)
  const order = await scene.order({ book: 2 })
  assert.equal(order.total, 4_990n)
  const changed = await editOrder(scene.house, { orderId: order.id, actor: system('test'), wish: fewer })
  assert.equal(!changed.ok && changed.refusal.code, 'orders.deposit_agreed')
  await scene.pay(order)
  await scene.returnOf(order)
  assert.deepEqual(await stand(order), {
    ...{ state: 'paid', total: 880, kept: 880, promised: 2, receivables: 0, deposits: -846 },
    documents: 'invoice 880 34',
  })
  await scene.house.expectNoBreach()
  assert.deepEqual(await listed(order), { total: 880, rest: 4_110, found: 'deposit, €41.10 still to pay' })
  const shown = await page(`${orderPath(order)}?payment=returned`)
  assert.match(shown, /Your pre-order is placed/, 'no news is waited for that nobody asked for')
  assert.match(shown, /Goods<[^]*€44\.00[^]*€5\.90[^]*once it is ready<[^]*-€41\.10[^]*Deposit<[^]*€8\.80/)
  assert.doesNotMatch(shown, /<s>/, 'what is paid later is no reduction')
  const early = await startPayment(scene.house, order, guest)
  assert.equal(!early.ok && early.refusal.code, 'payments.nothing_to_pay', 'nothing is asked before it is there')
  const [confirmed] = await mailsOf(order, 'order-confirmation')
  assert.match(confirmed?.body ?? '', /Pagato oggi: 8,80[^]*41,10/)
  assert.equal(await askRests(scene.house), 0)

  must(await count(2, book()))
  assert.deepEqual([await askRests(scene.house), await askRests(scene.house)], [1, 0])
  const [asked, ...others] = await mailsOf(order, 'order-rest')
  assert.match(asked?.body ?? '', /Hai pagato 8,80[^]*41,10/)
  assert.equal(others.length, 0)
  const packed = await scene.house.run((ctx) => packOrder(ctx, { orderId: order.id, ship: false }))
  assert.equal(!packed.ok && packed.refusal.code, 'orders.balance_due')
  assert.match(await page(orderPath(order)), /41.10[^]*\/pay"/)
  await scene.pay(order)
  await scene.returnOf(order)
  assert.deepEqual(await stand(order), {
    ...{ state: 'paid', total: 4_990, kept: 4_990, promised: 2, receivables: 0, deposits: 0 },
    documents: 'invoice 880 34, invoice 4110 241',
  })
  assert.deepEqual(await listed(order), { total: 4_990, rest: undefined, found: undefined })
  assert.match((await mailsOf(order, 'order-changed'))[0]?.body ?? '', /41,10[^]*49,90/)
  must(await scene.house.run((ctx) => packOrder(ctx, { orderId: order.id, ship: true })))
  await scene.house.expectNoBreach()
})

test('a rest that nobody pays is reminded of once, then its order is called off and the deposit goes back', async () => {
  const order = await deposit()
  must(await count(2, book()))
  assert.equal(await askRests(scene.house), 1)
  assert.equal(await remindOfRests(scene.house), 0)
  const endsIn = (hours: number) =>
    scene.house.asOwner(
      `UPDATE orders.balance SET expires_at = now() + make_interval(hours => $2) WHERE order_id = $1`,
      [order.id, hours],
    )
  await endsIn(40)
  assert.deepEqual([await remindOfRests(scene.house), await remindOfRests(scene.house)], [1, 0])
  assert.equal((await mailsOf(order, 'order-rest')).length, 2)
  await expireBalances(scene.house)
  assert.equal((await stand(order)).state, 'paid', 'its time is not over')
  await endsIn(-1)
  assert.equal(await expireBalances(scene.house), 1)
  const off = await stand(order)
  assert.deepEqual(off, {
    ...{ state: 'cancelled', total: 880, kept: 0, promised: 0, receivables: 0, deposits: 0 },
    documents: 'invoice 880 34, credit_note -880 -34',
  })
  await scene.house.expectNoBreach()
})

test('nothing is paid today: one document once all is paid, none where it is called off; the rest is waived, never undone', async () => {
  must(await count(0, book()))
  const pre = { kind: 'preorder', shipsOn: inDays(30), most: 10 }
  assert.equal(await promise({ ...pre, paidToday: { kind: 'nothing', percent: null, amount: null } }, 1, book()), 2)
  const [first, other] = [await scene.order({ book: 2 }), await scene.order({ book: 1 })]
  const nothing = { state: 'paid', total: 0, kept: 0, receivables: 0, deposits: 0, documents: '' }
  assert.deepEqual(await stand(first), { ...nothing, promised: 2 })
  assert.match((await mailsOf(first, 'order-confirmation'))[0]?.body ?? '', /Oggi non si paga nulla/)
  await scene.house.expectNoBreach()
  assert.ok((await callOffOrder(scene.house, { orderId: other.id, reason: 'late', actor: system('test') })).ok)
  assert.deepEqual(await stand(other), { ...nothing, state: 'cancelled', promised: 0 })
  must(await count(2, book()))
  assert.equal(await askRests(scene.house), 1)
  const undone = await endBalanceByHand(scene.house, { ...byHand, orderId: first.id, how: 'undo' })
  assert.equal(!undone.ok && undone.refusal.code, 'orders.rest_not_undoable')
  await scene.pay(first)
  await scene.returnOf(first)
  const whole = await stand(first)
  assert.deepEqual([whole.total, whole.kept, whole.documents], [4_990, 4_990, 'invoice 4990 275'])
  assert.ok((await callOffOrder(scene.house, { orderId: first.id, reason: 'late', actor: system('test') })).ok)
  assert.equal((await stand(first)).documents, 'invoice 4990 275, credit_note -4990 -275')
  await scene.house.expectNoBreach()

  const amount = { kind: 'amount', percent: null, amount: { amount: 500, currency: 'EUR' } }
  must(await count(0, book()))
  assert.equal(await promise({ ...pre, paidToday: amount }, 2, book()), 3)
  const waived = await deposit()
  assert.ok((await endBalanceByHand(scene.house, { ...byHand, orderId: waived.id, how: 'waive' })).ok)
  const let_ = await stand(waived)
  assert.deepEqual([let_.total, let_.kept, let_.deposits, let_.receivables], [1_000, 1_000, 0, 0])
  await scene.house.expectNoBreach()
})

test('beside other goods all of it is paid today, and what a shopper saw of today is what they pay', async () => {
  must(await count(20))
  const mixed = await scene.order({ book: 1, mug: 1 })
  assert.equal((await stand(mixed)).total, Number(mixed.total))
  const basket = await scene.shop.fill({ book: 1 })
  const order = (acceptedToday: number) =>
    scene.house.run((ctx) =>
      placeOrder(ctx, { ...wanted, basket, acceptedToday: { amount: acceptedToday, currency: 'EUR' } }),
    )
  const refused = await order(2_790)
  assert.deepEqual(!refused.ok && [refused.refusal.code, refused.refusal.params], [
    'orders.deposit_changed',
    { amount: 500, currency: 'EUR' },
  ])
  assert.equal(must(await order(500)).total.amount, 2_790)
  await scene.house.expectNoBreach()
})
