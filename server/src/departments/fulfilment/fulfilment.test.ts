/** Parcels as staff meet them over HTTP, and what they do to stock, orders and mails: every refusal changes nothing. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must, openShop, type Good, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { pagesOfPdf, textOfPdf } from '../../host/pdf/testing/text-of-pdf.ts'
import { findBreaches } from '../../host/verify/find-breaches.ts'
import { callOffOrder } from '../../flows/cancel-order/index.ts'
import { system } from '../../host/context.ts'
import { lockOrder, payOrder } from '../orders/index.ts'
import { findOrdersByTracking, packOrder } from './index.ts'

let house: TestHouse
let shop: Shop
let app: FastifyInstance
let picker: SignedIn

before(async () => {
  house = await createTestHouse()
  shop = await openShop(house)
  app = await createTestServer(house)
  picker = await signedInAs(house, 'picker')
})

interface Answer {
  readonly status: number
  readonly code: string | undefined
  readonly body: Record<string, unknown>
}

async function ask(method: 'GET' | 'POST' | 'PUT', path: string, payload?: object, headers?: object): Promise<Answer> {
  const answer = await app.inject({
    method,
    url: `/api${path}`,
    headers: { ...picker.headers, ...headers },
    ...(payload ? { payload } : {}),
  })
  const body = answer.body === '' ? {} : (JSON.parse(answer.body) as Record<string, unknown>)
  return { status: answer.statusCode, code: body['code'] as string | undefined, body }
}

async function placed(wishes: Partial<Record<Good, number>> = { mug: 2, book: 1 }): Promise<string> {
  return must(await shop.place(await shop.fill(wishes))).id
}

/** Paid, as if its money had come: what payments make of it is proved elsewhere. */
async function paid(wishes?: Partial<Record<Good, number>>): Promise<string> {
  const id = await placed(wishes)
  await house.run(async (ctx) => {
    const order = must(await lockOrder(ctx, id))
    return payOrder(ctx, order, order.contentHash)
  })
  return id
}

interface Shelf {
  readonly on_hand: string
  readonly reserved: string
}

async function shelf(good: Good): Promise<[number, number]> {
  const [row] = await house.asOwner<Shelf>('SELECT on_hand, reserved FROM inventory.stock WHERE variant_id = $1', [
    shop.variantIds[good],
  ])
  return [Number(row?.on_hand), Number(row?.reserved)]
}

/** How far the order is, and each parcel's state. */
async function way(orderId: string): Promise<string> {
  const [order] = await house.asOwner<{ dispatch: string | null }>(
    'SELECT dispatch FROM orders.sales_order WHERE id = $1',
    [orderId],
  )
  const parcels = await house.asOwner<{ number: number; state: string }>(
    'SELECT number, state FROM fulfilment.parcel WHERE order_id = $1 ORDER BY number',
    [orderId],
  )
  return [order?.dispatch ?? 'none', ...parcels.map(({ number, state }) => `${number} ${state}`)].join(', ')
}

/** The stock invariants: money of these orders never came through payments, which is not the matter here. */
async function stockHolds(): Promise<void> {
  const { breaches } = await findBreaches(house.ownerUrl)
  assert.deepEqual(
    breaches.filter(({ name }) => /^S\d/.test(name)),
    [],
  )
}

const pack = (orderId: string, payload: object = { ship: true }) => ask('POST', `/orders/${orderId}/parcels`, payload)
const record = (parcelId: string, payload: object) => ask('POST', `/parcels/${parcelId}/facts`, payload)
const line = (position: number, quantity: number) => ({ position, quantity })

describe('shipping', () => {
  test('a part, then the rest: stock leaves with each parcel, the order says how far it is', async () => {
    const [mugs, books] = [await shelf('mug'), await shelf('book')]
    const order = await paid()
    assert.equal(await way(order), 'to_ship')
    const first = await pack(order, { ship: true, lines: [line(0, 1)], trackingNumber: '1Z 5R8 9390357567127' })
    assert.equal(first.status, 201, JSON.stringify(first.body))
    assert.equal(await way(order), 'partly, 1 shipped')
    assert.deepEqual(await shelf('mug'), [mugs[0] - 1, mugs[1] + 1])
    assert.deepEqual(await shelf('book'), [books[0], books[1] + 1])
    const { body } = await ask('GET', `/orders/${order}/parcels`)
    assert.deepEqual(
      (body['left'] as { position: number; quantity: number }[]).map((one) => [one.position, one.quantity]),
      [
        [0, 1],
        [1, 1],
      ],
    )
    const [parcel] = body['items'] as { carrier: string; trackingUrl: string; label: string }[]
    assert.equal(parcel?.carrier, 'UPS')
    assert.match(parcel?.trackingUrl ?? '', /^https:\/\/wwwapps\.ups\.com\/.*1Z5R89390357567127$/)
    assert.equal((await pack(order)).status, 201)
    assert.equal(await way(order), 'shipped, 1 shipped, 2 shipped')
    assert.deepEqual(await shelf('mug'), [mugs[0] - 2, mugs[1]])
    assert.deepEqual(await shelf('book'), [books[0] - 1, books[1]])
    assert.equal((await pack(order)).code, 'fulfilment.nothing_to_send')
    await stockHolds()
    const { body: list } = await ask('GET', '/orders?filter=dispatch:is:shipped')
    assert.deepEqual(
      (list['items'] as { id: string }[]).map(({ id }) => id),
      [order],
    )
    assert.deepEqual(await findOrdersByTracking(house.database, '1z5r8-9390 357567127', 5), [order])
    assert.deepEqual(await findOrdersByTracking(house.database, '1Z', 5), [])
    const { body: found } = await ask('GET', '/orders?search=1Z5R89390357567127')
    assert.deepEqual(
      (found['items'] as { id: string }[]).map(({ id }) => id),
      [order],
    )
    const { body: parcels } = await ask('GET', '/parcels?search=1z5r89390357567127')
    assert.deepEqual(
      (parcels['items'] as { label: string }[]).map(({ label }) => label),
      [parcel?.label],
    )
  })

  test('what cannot be sent is refused, and nothing moves', async () => {
    const [unpaid, order] = [await placed(), await paid()]
    const before = [await shelf('mug'), await shelf('book')]
    const cases: [string, object, number, string][] = [
      [unpaid, { ship: true }, 409, 'orders.not_cleared'],
      [order, { ship: true, lines: [line(0, 3)] }, 409, 'fulfilment.too_many'],
      [order, { ship: true, lines: [line(7, 1)] }, 422, 'fulfilment.unknown_line'],
      [order, { ship: true, trackingUrl: 'javascript:alert(1)' }, 422, 'fulfilment.link_wrong'],
      [order, { ship: true, location: 'nowhere' }, 409, 'inventory.not_reserved_there'],
      ['01920000-0000-7000-8000-000000000001', { ship: true }, 404, 'fulfilment.not_found'],
    ]
    for (const [id, payload, status, code] of cases) {
      const answer = await pack(id, payload)
      assert.deepEqual([answer.status, answer.code], [status, code])
    }
    assert.equal((await record('01920000-0000-7000-8000-000000000001', { act: 'ship' })).code, 'fulfilment.not_found')
    assert.deepEqual([await shelf('mug'), await shelf('book')], before)
    assert.deepEqual([await way(unpaid), await way(order)], ['none', 'to_ship'])
  })

  test('an order that is held waits, packed or not, and says so', async () => {
    const order = await paid({ book: 1 })
    const parcel = String((await pack(order, { ship: false })).body['id'])
    await house.asOwner(
      `INSERT INTO orders.hold (id, order_id, kind, because, params, held_at, held_by) VALUES (gen_random_uuid(), $1, 'manual', 'by_hand', '{}', now(), 'system:test')`,
      [order],
    )
    assert.equal((await record(parcel, { act: 'ship' })).code, 'orders.held')
    assert.equal((await record(parcel, { act: 'take_back', note: 'it waits' })).status, 201)
    assert.equal((await pack(order)).code, 'orders.held')
    const { body } = await ask('GET', `/orders/${order}/parcels`)
    const [action] = body['allowedActions'] as { reason: { code: string } }[]
    assert.equal(action?.reason.code, 'orders.held')
    assert.equal(await way(order), 'to_ship, 1 taken_back')
  })

  test('goods that are promised but not on the shelf do not leave', async () => {
    const order = await paid({ lamp: 1 })
    await house.asOwner('UPDATE inventory.stock SET on_hand = 0, short = 1000 WHERE variant_id = $1', [
      shop.variantIds.lamp,
    ])
    assert.equal((await pack(order)).code, 'inventory.not_on_shelf')
    assert.equal(await way(order), 'to_ship')
    await house.asOwner('UPDATE inventory.stock SET on_hand = 100, short = 0 WHERE variant_id = $1', [
      shop.variantIds.lamp,
    ])
  })

  test('packed first: nothing leaves until it is shipped, and what is packed is in no other parcel', async () => {
    const order = await paid({ scarf: 2 })
    const before = await shelf('scarf')
    const { body } = await pack(order, { ship: false, lines: [line(0, 1)] })
    const parcel = String(body['id'])
    assert.equal(await way(order), 'to_ship, 1 packed')
    assert.deepEqual(await shelf('scarf'), before)
    assert.equal((await pack(order, { ship: false, lines: [line(0, 2)] })).code, 'fulfilment.too_many')
    assert.equal((await record(parcel, { act: 'deliver' })).code, 'fulfilment.not_possible')
    assert.equal((await record(parcel, { act: 'ship' })).status, 201)
    assert.equal(await way(order), 'partly, 1 shipped')
    assert.equal((await record(parcel, { act: 'ship' })).code, 'fulfilment.not_possible')
    await stockHolds()
  })
})

describe('until it has left', () => {
  test('a shipped parcel is taken back as if it had never gone, and its buyer hears nothing', async () => {
    const order = await paid({ mug: 2 })
    const before = await shelf('mug')
    const { body } = await pack(order, { ship: true, lines: [line(0, 1)] })
    const parcel = String(body['id'])
    assert.equal((await record(parcel, { act: 'take_back' })).code, 'fulfilment.note_missing')
    assert.equal((await record(parcel, { act: 'take_back', note: 'the wrong box' })).status, 201)
    assert.equal(await way(order), 'to_ship, 1 taken_back')
    assert.deepEqual(await shelf('mug'), before)
    assert.equal((await ask('PUT', `/parcels/${parcel}/tracking`, {})).code, 'fulfilment.not_possible')
    await stockHolds()
    await house.asOwner(`UPDATE host.job SET run_at = now() WHERE kind = 'parcel-left'`)
    await house.runJobs(['parcel-left'])
    assert.deepEqual(await house.asOwner('SELECT 1 FROM host.mail WHERE ref = $1', [order]), [])
    assert.equal((await pack(order)).status, 201)
    assert.equal(await way(order), 'shipped, 1 taken_back, 2 shipped')
    await stockHolds()
  })

  test('then its buyer is told once what is inside and how it is followed, and it stays gone', async () => {
    const order = await paid({ mug: 1, book: 2 })
    const { body } = await pack(order, {
      ship: true,
      lines: [line(1, 2)],
      carrier: 'Corriere',
      trackingNumber: 'AB 12',
    })
    const parcel = String(body['id'])
    const later = (
      await house.asOwner<{ run_at: Date; now: Date }>(
        `SELECT run_at, now() AS now FROM host.job WHERE kind = 'parcel-left' AND ref = $1`,
        [parcel],
      )
    )[0]
    assert.ok(later && later.run_at > later.now, 'not before the minutes are over')
    await house.asOwner(`UPDATE host.job SET run_at = now() WHERE kind = 'parcel-left'`)
    await house.runJobs(['parcel-left'])
    const mails = await house.asOwner<{ subject: string; text_body: string }>(
      'SELECT subject, text_body FROM host.mail WHERE ref = $1',
      [order],
    )
    assert.equal(mails.length, 1)
    assert.match(mails[0]?.subject ?? '', /in viaggio/)
    for (const words of [/2 × Book of lagoons/, /Corriere/, /AB 12/, /altro pacco/])
      assert.match(mails[0]?.text_body ?? '', words)
    assert.doesNotMatch(mails[0]?.text_body ?? '', /× Mug/)
    assert.equal((await record(parcel, { act: 'take_back', note: 'too late' })).code, 'fulfilment.left_already')
    const events = await house.asOwner(`SELECT 1 FROM host.event WHERE name = 'parcel.left.v1' AND ref_id = $1`, [
      order,
    ])
    assert.equal(events.length, 1)
  })

  test('it arrives, is lost and found, or comes back; its number is put right', async () => {
    const order = await paid({ book: 2 })
    const [one, two] = [
      String((await pack(order, { ship: true, lines: [line(0, 1)] })).body['id']),
      String((await pack(order)).body['id']),
    ]
    assert.equal((await record(one, { act: 'lose' })).code, 'fulfilment.note_missing')
    assert.equal((await record(one, { act: 'lose', note: 'says the carrier' })).status, 201)
    assert.equal((await record(one, { act: 'deliver', on: '2020-01-01' })).code, 'fulfilment.delivered_on_wrong')
    assert.equal((await record(one, { act: 'deliver' })).status, 201)
    assert.equal(await way(order), 'shipped, 1 delivered, 2 shipped')
    const tracked = await ask('PUT', `/parcels/${two}/tracking`, { trackingNumber: 'RB123456786IT' })
    assert.deepEqual(tracked.body, { carrier: null, trackingUrl: null })
    const named = await ask('PUT', `/parcels/${two}/tracking`, { trackingNumber: 'RB123456785GB' })
    assert.deepEqual(named.body, { carrier: 'Royal Mail', trackingUrl: null })
    assert.equal((await record(two, { act: 'deliver' })).status, 201)
    assert.equal(await way(order), 'delivered, 1 delivered, 2 delivered')
    const { body } = await ask('GET', '/tracking-numbers/RB123456785GB')
    assert.deepEqual(body, { items: [{ carrier: 'Royal Mail', url: null }] })
  })
})

describe('two at once', () => {
  test('two people ship the same order: one parcel', async () => {
    for (let round = 0; round < 4; round++) {
      const order = await paid({ mug: 1 })
      const answers = await Promise.all([pack(order), pack(order)])
      assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 409])
      assert.equal(await way(order), 'shipped, 1 shipped')
    }
    await stockHolds()
  })

  test('pressed twice with one key it is one parcel', async () => {
    const order = await paid({ mug: 2 })
    const send = () =>
      ask('POST', `/orders/${order}/parcels`, { ship: true, lines: [line(0, 1)] }, { 'idempotency-key': `k-${order}` })
    const answers = await Promise.all([send(), send()])
    const known = await send()
    assert.equal(known.status, 201)
    assert.ok(answers.some(({ status }) => status === 201))
    assert.equal(await way(order), 'partly, 1 shipped')
  })

  test('shipped or called off, never both', async () => {
    for (let round = 0; round < 6; round++) {
      const order = await paid({ mug: 1 })
      const cancel = () => callOffOrder(house, { orderId: order, reason: 'changed their mind', actor: system('test') })
      const [shipped, cancelled] = await Promise.all([pack(order), cancel()])
      const isShipped = shipped.status === 201
      assert.equal(isShipped, !cancelled.ok, JSON.stringify([shipped.body, cancelled]))
      assert.equal(await way(order), isShipped ? 'shipped, 1 shipped' : 'none')
      if (!cancelled.ok) assert.equal(cancelled.refusal.code, 'orders.already_shipped')
    }
    await stockHolds()
  })

  test('eight orders leave at once: every piece once', async () => {
    const before = await shelf('mug')
    const orders = await Promise.all(Array.from({ length: 8 }, () => paid({ mug: 1, book: 1 })))
    const sent = await Promise.all(orders.map((orderId) => house.run((ctx) => packOrder(ctx, { orderId, ship: true }))))
    assert.ok(sent.every(({ ok }) => ok))
    const after = await shelf('mug')
    assert.deepEqual([before[0] - after[0], after[1] - before[1]], [8, 0])
    await stockHolds()
  })
})

describe('on paper', () => {
  const file = async (path: string, who: SignedIn = picker) => {
    const answer = await app.inject({ url: `/api${path}`, headers: who.headers })
    return { status: answer.statusCode, type: answer.headers['content-type'], pdf: answer.rawPayload }
  }

  test('a slip says what is in its parcel and what is not, in its buyer’s language, without a price', async () => {
    const order = await paid()
    const { body } = await pack(order, { ship: false, lines: [line(0, 2)] })
    const slip = await file(`/parcels/${String(body['id'])}/slip`)
    assert.deepEqual([slip.status, slip.type], [200, 'application/pdf'])
    const said = textOfPdf(slip.pdf)
    const wanted = [
      `Distinta di imballaggio ${String(body['label'])}`,
      '2 ×',
      'MUG',
      'Mirandolina Locandiera',
      '2 pezzi in questo pacco.',
      'Un altro pezzo di questo ordine viaggia a parte.',
    ]
    for (const words of wanted) assert.ok(said.includes(words), `${words} in ${said}`)
    assert.doesNotMatch(said, /€|BOOK|14,90/)
    const english = await file(`/parcels/${String(body['id'])}/slip?language=en`)
    assert.match(textOfPdf(english.pdf), /2 pieces in this parcel/)
    assert.equal((await file('/parcels/01920000-0000-7000-8000-000000000001/slip')).status, 404)
  })

  test('many orders are one file: a sheet for each, and the slips that somebody needs; whoever had it printed fetches it', async () => {
    const [whole, begun] = [await paid(), await paid({ mug: 1, scarf: 1 })]
    await pack(begun, { ship: false, lines: [line(0, 1)] })
    const owner = await signedInAs(house, 'owner')
    const print = async (who: SignedIn, payload: object) =>
      (await app.inject({ method: 'POST', url: '/api/order-prints', headers: who.headers, payload })).json()
    const wish = { ids: [whole, begun], papers: ['sheet', 'slips'] }
    const { taskId, count } = await print(owner, wish)
    assert.equal(count, 2)
    assert.equal((await file(`/order-prints/${taskId}/file`, owner)).status, 404, 'nothing is printed yet')
    await house.runJobs(['run-task'])
    const { status, pdf } = await file(`/order-prints/${taskId}/file`, owner)
    assert.equal(status, 200)
    // A sheet and a slip, a sheet and two slips.
    assert.equal(pagesOfPdf(pdf), 5)
    const said = textOfPdf(pdf)
    for (const words of ['Order 10', 'mirandolina@locanda.example', 'Distinta di imballaggio', 'SCARF', '€69.00'])
      assert.ok(said.includes(words), `${words} in ${said}`)
    const other = await signedInAs(house, 'owner')
    const refused = await app.inject({ url: `/api/order-prints/${taskId}/file`, headers: other.headers })
    assert.equal(refused.json().code, 'print-orders.not_there')
    assert.equal((await print(owner, { ...wish, papers: [] })).code, 'host.invalid_input')
    assert.equal((await print(owner, { papers: ['sheet'] })).field, 'ids')
    const auditor = await signedInAs(house, 'accountant')
    assert.equal((await print(auditor, wish)).code, 'host.not_allowed', 'slips ask for a right of their own')
    assert.equal((await print(auditor, { ...wish, papers: ['sheet'] })).count, 2)
  })
})
