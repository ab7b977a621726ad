/** Of an order that was sent in part: what lies in no parcel is called off or becomes something else, and nothing that has left does. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { system } from '../../host/context.ts'
import { sql } from '../../host/database/sql.ts'
import { signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { openPaymentScene, type PaymentScene, type PlacedToPay } from '../../testing/payment-scene.ts'
import { must, type Good } from '../../testing/scene.ts'
import { moveParcel, packOrder } from '../../departments/fulfilment/index.ts'
import { editOrder, type EditWish } from '../edit-order/index.ts'
import { callOff } from './call-off.ts'
import { callOffOrder } from './cancel-order.ts'

let scene: PaymentScene
let clerk: SignedIn
before(async () => {
  scene = await openPaymentScene()
  clerk = await signedInAs(scene.house, 'owner')
})

const actor = system('test')
const nothing: EditWish = { kind: 'edit', reason: 'customer_asked', lines: [], added: [] }
const edit = (order: PlacedToPay, wish: Partial<EditWish>) =>
  editOrder(scene.house, { orderId: order.id, wish: { ...nothing, ...wish }, actor })
const callOffNow = (order: PlacedToPay, what?: 'order' | 'rest') =>
  callOff(scene.house, { orderId: order.id, reason: 'she rang', actor, what })
const codeOf = (result: { ok: true } | { ok: false; refusal: { code: string } }) =>
  result.ok ? 'ok' : result.refusal.code.split('.')[1]

async function paid(wishes: Partial<Record<Good, number>>): Promise<PlacedToPay> {
  const order = await scene.order(wishes)
  await scene.pay(order)
  await scene.returnOf(order)
  return order
}

const pack = (order: PlacedToPay, position: number, { quantity = 1, ship = true } = {}) =>
  scene.house.run((ctx) => packOrder(ctx, { orderId: order.id, lines: [{ position, quantity }], ship }))

async function shippedInPart(wishes: Partial<Record<Good, number>>): Promise<PlacedToPay> {
  const order = await paid(wishes)
  must(await pack(order, 0))
  return order
}

/** State, dispatch, total, and of each good how many pieces are still promised to it. */
async function now(order: PlacedToPay) {
  const row = await scene.house.database.row(sql<{ told: string; total: bigint; promised: bigint }>`
    SELECT state || ', ' || coalesce(dispatch::text, 'none') AS told, total,
      (SELECT coalesce(sum(quantity), 0)::bigint FROM inventory.reservation WHERE order_id = ${order.id} AND ended_at IS NULL) AS promised
    FROM orders.sales_order WHERE id = ${order.id}`)
  return [row?.told, row?.total, row?.promised]
}

async function documents(order: PlacedToPay): Promise<string[]> {
  await scene.house.runJobs(['issue-documents'])
  const rows = await scene.house.database.rows(sql<{ told: string }>`
    SELECT kind || ' ' || total AS told FROM documents.document WHERE order_id = ${order.id} ORDER BY issued_at, id`)
  return rows.map(({ told }) => told)
}

async function owed(order: PlacedToPay): Promise<bigint> {
  const row = await scene.house.database.row(sql<{ n: bigint }>`
    SELECT coalesce(sum(p.amount), 0)::bigint AS n FROM ledger.posting p JOIN ledger.entry e ON e.id = p.entry_id
    JOIN ledger.account a ON a.id = p.account_id WHERE e.about = ${order.id} AND a.code = 'receivables'`)
  return row?.n ?? -1n
}

async function ask(method: 'GET' | 'POST', path: string, body?: unknown) {
  const answer = await fetch(`${scene.url}/api/orders/${path}`, {
    method,
    headers: { ...clerk.headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

// 2 × 14.90 + 22.00 + 5.90 of delivery.
test('fewer of what is here: its share goes back, stock, books, documents and dispatch follow', async () => {
  const order = await shippedInPart({ mug: 2, book: 1 })
  await documents(order)
  assert.deepEqual(await now(order), ['paid, partly', 5_770n, 2n])
  assert.equal(codeOf(await edit(order, { lines: [{ position: 0, quantity: 0 }] })), 'pieces_have_left')
  assert.equal(codeOf(await edit(order, { lines: [{ position: 1, quantity: 0 }] })), 'ok')
  assert.deepEqual(await now(order), ['paid, partly', 3_570n, 1n])
  assert.equal(codeOf(await edit(order, { lines: [{ position: 0, quantity: 1 }] })), 'ok')
  assert.deepEqual(await now(order), ['paid, shipped', 2_080n, 0n])
  await scene.work()
  assert.deepEqual([(await scene.figures(order)).refunded, await owed(order)], [3_690n, 0n])
  assert.deepEqual(await documents(order), ['invoice 5770', 'credit_note -2200', 'credit_note -1490'])
  assert.equal(codeOf(await edit(order, { deliveryPrice: 0 })), 'all_sent')
  await scene.house.expectNoBreach()
})

test('something else instead: worth no more it comes at once, dearer it is asked for; both are sent then', async () => {
  const order = await shippedInPart({ mug: 2, book: 1 })
  const scarf = { variantId: scene.shop.variantIds.scarf, quantity: 1 }
  const swapped = await edit(order, { lines: [{ position: 1, quantity: 0 }], added: [{ ...scarf, unitPrice: 2_000 }] })
  assert.deepEqual(swapped.ok && [swapped.value.total, swapped.value.balance], [5_570, undefined])
  assert.deepEqual(await now(order), ['paid, partly', 5_570n, 2n])
  const dearer = await edit(order, { added: [scarf] })
  assert.ok(dearer.ok && dearer.value.balance !== undefined)
  assert.deepEqual(await now(order), ['paid, partly', 5_570n, 3n])
  assert.equal(codeOf(await pack(order, 0)), 'balance_due')
  assert.equal(codeOf(await callOffNow(order)), 'balance_due')
  const waived = await ask('POST', `${order.id}/balance-waiver`, { reason: 'she waited so long' })
  assert.equal(waived.status, 200)
  must(await scene.house.run((ctx) => packOrder(ctx, { orderId: order.id, ship: true })))
  assert.deepEqual(
    (await now(order)).filter((_, at) => at !== 1),
    ['paid, shipped', 0n],
  )
  await scene.work()
  await documents(order)
  await scene.house.expectNoBreach()
})

test('called off as a whole it is the rest, and says so; what is packed stays, and goes', async () => {
  const order = await shippedInPart({ mug: 3, book: 1 })
  must(await pack(order, 0, { ship: false }))
  const { body } = await ask('GET', order.id)
  const allowed = body['allowedActions'] as { action: string; allowed: boolean; reason: unknown }[]
  assert.deepEqual(
    allowed.map(({ action, reason }) => `${action} ${reason === undefined || reason === null}`).toSorted(),
    ['cancel true', 'cancel_part true', 'edit true'],
  )
  const path = `${order.id}/cancellation`
  const whole = await ask('POST', path, { reason: 'she rang', what: 'order' })
  assert.deepEqual([whole.status, whole.body['code']], [409, 'orders.already_shipped'])
  const rest = await ask('POST', path, { reason: 'she rang' })
  assert.deepEqual([rest.status, rest.body], [200, { state: 'paid', calledOff: 'rest' }])
  assert.deepEqual(await now(order), ['paid, partly', 3_570n, 1n])
  const again = await ask('POST', path, { reason: 'she rang', what: 'rest' })
  assert.deepEqual([again.status, again.body['code']], [409, 'orders.all_sent'])
  const parcel = await scene.house.database.row(sql<{ id: string }>`
    SELECT id FROM fulfilment.parcel WHERE order_id = ${order.id} AND state = 'packed'`)
  must(await scene.house.run((ctx) => moveParcel(ctx, { parcelId: parcel!.id, act: 'ship' })))
  assert.deepEqual(await now(order), ['paid, shipped', 3_570n, 0n])
  await scene.work()
  assert.equal((await scene.figures(order)).refunded, 3_690n)
  const kinds = await scene.house.database.rows(sql<{ told: string }>`
    SELECT kind || ': ' || note AS told FROM orders.amendment WHERE order_id = ${order.id}`)
  assert.deepEqual(
    kinds.map(({ told }) => told),
    ['part_cancellation: she rang'],
  )
  await documents(order)
  await scene.house.expectNoBreach()
})

test('what was meant is not stretched: nothing sent has no rest, and is called off whole', async () => {
  const order = await paid({ mug: 1 })
  const rest = await callOffNow(order, 'rest')
  assert.equal(!rest.ok && rest.refusal.code, 'orders.nothing_sent')
  const off = await callOffNow(order)
  assert.deepEqual(off.ok && off.value, { state: 'cancelled', calledOff: 'order' })
  await scene.work()
  await scene.house.expectNoBreach()
})

test('a parcel that is taken back lies here again: its pieces may be called off then', async () => {
  const order = await paid({ mug: 2, book: 1 })
  const first = must(await pack(order, 0))
  must(await pack(order, 1))
  const to = { lines: [{ position: 0, quantity: 0 }] }
  assert.equal(codeOf(await edit(order, to)), 'pieces_have_left')
  must(await scene.house.run((ctx) => moveParcel(ctx, { parcelId: first.id, act: 'take_back', note: 'wrong' })))
  assert.equal(codeOf(await edit(order, to)), 'ok')
  assert.deepEqual(await now(order), ['paid, shipped', 2_790n, 0n])
  await scene.work()
  await documents(order)
  await scene.house.expectNoBreach()
})

test('called off while the very piece is packed, shipped or taken back: it goes or its money does, never both', async () => {
  for (let round = 0; round < 8; round++) {
    const order = await shippedInPart({ mug: 2 })
    const packed = round % 2 === 0 ? undefined : must(await pack(order, 0, { ship: false }))
    const send = packed
      ? () =>
          scene.house.run((ctx) =>
            moveParcel(ctx, { parcelId: packed.id, act: round % 4 === 1 ? 'take_back' : 'ship', note: 'x' }),
          )
      : () => pack(order, 0)
    const off = round % 3 === 0 ? () => callOffNow(order) : () => edit(order, { lines: [{ position: 0, quantity: 1 }] })
    const [sent, called] = await Promise.all([send(), off()])
    const [told, total, promised] = await now(order)
    const pieces = await scene.house.database.row(sql<{ n: bigint }>`
      SELECT coalesce(sum(l.quantity), 0)::bigint AS n FROM fulfilment.parcel p JOIN fulfilment.parcel_line l ON l.parcel_id = p.id
      WHERE p.order_id = ${order.id} AND p.state = 'shipped'`)
    assert.equal(total, called.ok ? 2_080n : 3_570n, JSON.stringify([sent, called]))
    if (called.ok) assert.deepEqual([told, pieces?.n, promised], ['paid, shipped', 1n, 0n])
    if (!packed) assert.equal(sent.ok, !called.ok)
    assert.equal((pieces?.n ?? 0n) + (promised as bigint), called.ok ? 1n : 2n)
  }
  await scene.work()
  await scene.house.expectNoBreach()
})

test('whole or shipped, two who call the rest off: one of them, and money goes back once', async () => {
  for (let round = 0; round < 4; round++) {
    const order = await paid({ mug: 2 })
    const [, whole] = await Promise.all([
      pack(order, 0),
      callOffOrder(scene.house, { orderId: order.id, reason: 'late', actor }),
    ])
    if (!whole.ok) {
      assert.equal(whole.refusal.code, 'orders.already_shipped')
      const both = await Promise.all([callOffNow(order), callOffNow(order)])
      assert.deepEqual(both.map(codeOf).toSorted(), ['all_sent', 'ok'])
    }
    await scene.work()
    const { captured, refunded } = await scene.figures(order)
    assert.equal(captured - refunded, whole.ok ? 0n : 2_080n)
  }
  await scene.house.expectNoBreach()
})
