import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { clearOrder, createBasket, lockOrder, mayBeShipped, type BasketKey } from '../../departments/orders/index.ts'
import { ownPartOf } from '../../departments/payments/index.ts'
import { signLink } from '../../host/auth/links.ts'
import { findBreaches } from '../../host/verify/find-breaches.ts'
import { readInvariants } from '../../host/verify/invariants.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { guest, system } from '../../host/context.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { must, openShop, someAddress, totalOf, type Shop } from '../../testing/scene.ts'
import { packOrder } from '../../departments/fulfilment/index.ts'
import { callOff, callOffOrder } from '../cancel-order/index.ts'
import { expireOrders } from '../expire-orders/index.ts'
import { startPayment } from '../start-payment/index.ts'
import { placeOrder } from './place-order.ts'

const ACCOUNT = { holder: 'Bottega Laguna', iban: 'it60 x054 2811 1010 0000 0123 456', bic: '' }
/** What money, books and stock must always be; jobs wait here for a clock that stands still. */
const ofMoney = readInvariants().filter(({ code }) => /^[OLS]/.test(code))
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code)

describe('ways to pay', () => {
  let house: TestHouse
  let shop: Shop
  let owner: SignedIn
  let server: Awaited<ReturnType<typeof createTestServer>>
  const time = { offsetMs: 0 }

  before(async () => {
    house = await createTestHouse({
      clock: { now: () => new Date(Date.parse('2026-11-23T00:30:00Z') + time.offsetMs) },
    })
    shop = await openShop(house, { stock: { mug: 50 } })
    server = await createTestServer(house)
    owner = await signedInAs(house, 'owner')
  })

  const put = async (code: string, body: object, headers: Record<string, string> = {}) => {
    const payload = {
      names: { en: code },
      instructions: {},
      provider: null,
      markets: [],
      countries: [],
      currencies: [],
      minTotal: {},
      maxTotal: {},
      customerGroups: [],
      dueDays: 3,
      account: (body as { kind?: string }).kind === 'bank_transfer' ? ACCOUNT : null,
      clears: 'payment',
      ...body,
    }
    const answer = await server.inject({
      method: 'PUT',
      url: `/api/payment-methods/${code}`,
      headers: { ...owner.headers, ...headers },
      payload,
    })
    return { status: answer.statusCode, body: answer.json() as { code?: string; version?: number } }
  }

  const place = async (paymentMethod: string | undefined, basket?: BasketKey) => {
    const key = basket ?? (await shop.fill({ mug: 1 }))
    const acceptedTotal = await totalOf(house, key)
    const request = {
      basket: key,
      email: 'm@locanda.example',
      address: someAddress,
      deliveryMethod: 'standard',
      acceptedTotal,
    }
    return house.run((ctx) => placeOrder(ctx, { ...request, paymentMethod }), { actor: guest })
  }

  const figures = async (orderId: string) => {
    const [row] = await house.asOwner<{
      state: string
      provider: string
      method: string
      ground: string | null
      expires: Date
    }>(
      `SELECT o.state, p.provider, p.method, c.ground, o.expires_at AS expires FROM orders.sales_order o
       JOIN payments.payment p ON p.order_id = o.id LEFT JOIN orders.pub_clearance c ON c.order_uuid = o.id WHERE o.id = $1`,
      [orderId],
    )
    return row!
  }

  test('a shop has one from the start, and it asks the usual provider', async () => {
    const { id } = must(await place(undefined))
    const { provider, method, ground } = await figures(id)
    assert.deepEqual([provider, method, ground], ['devpay', 'online', null])
  })

  test('people make, change and stop them; a kind stays, and who saved first is not overwritten', async () => {
    assert.equal((await put('transfer', { kind: 'bank_transfer' })).status, 200)
    assert.equal(
      (await put('door', { kind: 'cash_on_delivery', clears: 'order', maxTotal: { EUR: 10_000 } })).status,
      200,
    )
    assert.deepEqual(
      await put('transfer', { kind: 'bank_transfer' }, { 'if-match': '"7"' }).then(({ body }) => body.code),
      'host.version_conflict',
    )
    const other = await put('transfer', { kind: 'cash_on_delivery', clears: 'order' }, { 'if-match': '"1"' })
    assert.deepEqual([other.status, other.body.code], [422, 'payments.method_kind_fixed'])
    const changed = await put(
      'transfer',
      { kind: 'bank_transfer', names: { en: 'Bank transfer', it: 'Bonifico' } },
      { 'if-match': '"1"' },
    )
    assert.deepEqual([changed.status, changed.body.version], [200, 2])
    const listed = await server.inject({ method: 'GET', url: '/api/payment-methods', headers: owner.headers })
    const { items } = listed.json() as { items: { code: string }[] }
    assert.deepEqual(
      items.map(({ code }) => code),
      ['online', 'transfer', 'door'],
    )
  })

  test('a basket says by what it can be paid, in the shopper’s language', async () => {
    const asked = async (key: BasketKey) => {
      const headers = { 'basket-token': key.token ?? '', 'accept-language': 'it' }
      const answer = await server.inject({ method: 'GET', url: `/api/baskets/${key.id}/payment-methods`, headers })
      return (answer.json() as { items: { code: string; name: string }[] }).items.map(
        ({ code, name }) => `${code} ${name}`,
      )
    }
    assert.deepEqual(await asked(await shop.fill({ mug: 1 })), [
      'online Paga ora online',
      'transfer Bonifico',
      'door door',
    ])
    // Above what may be paid at the door.
    assert.deepEqual(await asked(await shop.fill({ lamp: 1 })), ['online Paga ora online', 'transfer Bonifico'])
    const abroad = must(await house.run((ctx) => createBasket(ctx, { country: 'DE', locale: 'it' }), { actor: guest }))
    assert.equal((await asked(abroad)).length > 0, true)
  })

  test('a transfer has its days, keeps its goods meanwhile, and then expires', async () => {
    const { id } = must(await place('transfer'))
    const before = await figures(id)
    // Three banking days after Monday the 23rd, to the end of that day in Rome.
    assert.deepEqual(
      [before.state, before.provider, before.ground, before.expires.toISOString()],
      ['awaiting_payment', 'bank_transfer', null, '2026-11-26T23:00:00.000Z'],
    )
    const order = { id, number: '1', locale: 'it' }
    assert.equal(codeOf(await startPayment(house, order, guest)), 'payments.not_paid_online')
    const held = await house.run(async (ctx) => ok(must(await lockOrder(ctx, id))))
    assert.equal(codeOf(mayBeShipped(must(held))), 'orders.not_cleared')
    time.offsetMs = 3 * 86_400_000
    await expireOrders(house)
    assert.equal((await figures(id)).state, 'awaiting_payment')
    time.offsetMs = 4 * 86_400_000
    await expireOrders(house)
    assert.equal((await figures(id)).state, 'expired')
    time.offsetMs = 0
  })

  test('what is paid at the door is cleared at once, confirmed without money, and never expires', async () => {
    const { id } = must(await place('door'))
    const { state, provider, ground } = await figures(id)
    assert.deepEqual([state, provider, ground], ['awaiting_payment', 'cash_on_delivery', 'on_delivery'])
    const jobs = await house.asOwner<{ n: bigint }>(
      `SELECT count(*) AS n FROM host.job WHERE kind = 'order-confirmation' AND ref = $1`,
      [id],
    )
    assert.equal(Number(jobs[0]?.n), 1)
    time.offsetMs = 200 * 86_400_000
    await expireOrders(house)
    time.offsetMs = 0
    assert.equal((await figures(id)).state, 'awaiting_payment')
    const held = must(await house.run(async (ctx) => ok(must(await lockOrder(ctx, id)))))
    assert.equal(codeOf(mayBeShipped(held)), 'ok')
    // Called off it may not be sent any more, whatever it was cleared for.
    must(await callOffOrder(house, { orderId: id, reason: 'changed their mind', actor: guest }))
    const cancelled = must(await house.run(async (ctx) => ok(must(await lockOrder(ctx, id)))))
    assert.equal(codeOf(mayBeShipped(cancelled)), 'orders.not_cleared')
    assert.equal(
      codeOf(await house.run(async (ctx) => clearOrder(ctx, { ...cancelled, cleared: null }, 'paid'))),
      'orders.not_cleared',
    )
    assert.equal((await figures(id)).ground, null)
  })

  const record = async (orderId: string, amount: number, bankReference: string, more: object = {}) => {
    const answer = await server.inject({
      method: 'POST',
      url: `/api/orders/${orderId}/receipts`,
      headers: owner.headers,
      payload: { amount: { amount, currency: 'EUR' }, receivedOn: '2026-11-23', bankReference, ...more },
    })
    const body = answer.json() as { paid?: boolean; code?: string }
    return body.code ?? `${answer.statusCode} ${body.paid}`
  }
  const books = async (orderId: string) => {
    const rows = await house.asOwner<{ kind: string; accounts: string }>(
      `SELECT e.kind, string_agg(a.code || ' ' || p.amount, ', ' ORDER BY p.amount DESC) AS accounts FROM ledger.entry e
       JOIN ledger.posting p ON p.entry_id = e.id JOIN ledger.account a ON a.id = p.account_id
       WHERE e.about = $1 AND e.kind IN ('capture', 'refund') GROUP BY e.id, e.kind ORDER BY e.recorded_at, e.id`,
      [orderId],
    )
    return rows.map(({ kind, accounts }) => `${kind}: ${accounts}`)
  }

  test('a transfer says where to, comes in parts, pays the order once it is whole, and what came too much goes back', async () => {
    const placed = must(await place('transfer'))
    const { id } = placed
    const link = signLink(house.linkKey, 'order', id)
    const details = (await server.inject({ url: `/api/order-links/${link}/transfer` })).json() as Record<
      string,
      unknown
    >
    assert.equal(details['iban'], 'IT60X0542811101000000123456')
    assert.equal(ownPartOf(String(details['reference'])), placed.number)
    assert.match(String(details['code']), /^BCD\n002\n1\nSCT\n/)
    const page = await server.inject({ url: `/it/orders/${link}` })
    assert.match(page.body, /IT60 X054 2811 1010 0000 0123 456/)
    assert.match(page.body, /class="qr"[^>]*><svg/)
    await house.runJobs(['transfer-instructions'])
    await house.runJobs(['transfer-instructions'])
    const mails = await house.asOwner<{ text: string }>(`SELECT text_body AS text FROM host.mail WHERE ref = $1`, [id])
    assert.equal(mails.length, 1)
    assert.match(mails[0]?.text ?? '', /IT60 X054 2811 1010 0000 0123 456\s+RF/)
    assert.match(mails[0]?.text ?? '', /26 novembre 2026|26 nov 2026|26\/11\/2026/)
    const { amount } = placed.total
    assert.equal(await record(id, 500, 'NTRF-1'), '201 false')
    assert.equal(await record(id, 500, 'NTRF-1'), 'payments.receipt_known')
    assert.equal(await record(id, 500, 'NTRF-2', { receivedOn: '2026-11-24' }), 'payments.receipt_in_future')
    assert.equal(
      await record(id, 500, 'NTRF-2', { amount: { amount: 500, currency: 'IDR' } }),
      'payments.receipt_currency',
    )
    assert.equal(await record(id, 0, 'NTRF-2'), 'payments.receipt_empty')
    assert.equal((await figures(id)).state, 'awaiting_payment')
    assert.equal(await record(id, amount - 500 + 30, 'NTRF-2'), '201 true')
    assert.deepEqual([(await figures(id)).state, (await figures(id)).ground], ['paid', 'paid'])
    assert.deepEqual(
      (await books(id)).toSorted(),
      [
        'capture: bank 30, unassigned_receipts -30',
        'capture: bank 500, receivables -500',
        `capture: bank ${amount - 500}, receivables -${amount - 500}`,
      ].toSorted(),
    )
    assert.equal(
      (await server.inject({ url: `/api/order-links/${link}/transfer` })).json<{ code: string }>().code,
      'payments.not_by_transfer',
    )
    const [refund] = await house.asOwner<{ id: string; amount: string; method: string | null }>(
      `SELECT r.id, r.amount, p.method FROM payments.refund r JOIN payments.payment p ON p.id = r.payment_id WHERE p.order_id = $1`,
      [id],
    )
    assert.deepEqual([Number(refund?.amount), refund?.method], [30, 'transfer'])
    const paidBack = async (more: object = {}) => {
      const payload = { paidOn: '2026-11-23', bankReference: 'OUT-1', ...more }
      const answer = await server.inject({
        method: 'POST',
        url: `/api/refunds/${refund?.id}/transfer`,
        headers: owner.headers,
        payload,
      })
      return answer.statusCode === 204 ? 'ok' : answer.json<{ code: string }>().code
    }
    assert.equal(await paidBack({ paidOn: '2026-11-24' }), 'payments.receipt_in_future')
    assert.equal(await paidBack(), 'ok')
    assert.equal(await paidBack(), 'payments.refund_ended')
    assert.equal((await books(id)).includes('refund: unassigned_receipts 30, bank -30'), true)
    assert.deepEqual((await findBreaches(house.ownerUrl, ofMoney)).breaches, [])
  })

  test('at the door it is paid when its money is recorded; of a page no person says so', async () => {
    const { id, total } = must(await place('door'))
    assert.equal(await record(id, total.amount, 'COURIER-7'), '201 true')
    const { state, ground } = await figures(id)
    // It was cleared before: the first ground stays.
    assert.deepEqual([state, ground], ['paid', 'on_delivery'])
    const online = must(await place('online'))
    assert.equal(await record(online.id, 500, 'NTRF-9'), 'payments.told_by_provider')
  })

  test('at the door, sent in part: what is called off of the rest is not asked for', async () => {
    const { id, total } = must(await place('door', await shop.fill({ mug: 2 })))
    must(await house.run((ctx) => packOrder(ctx, { orderId: id, lines: [{ position: 0, quantity: 1 }], ship: true })))
    const off = await callOff(house, { orderId: id, reason: 'she rang', actor: system('test') })
    assert.deepEqual(off.ok && off.value, { state: 'awaiting_payment', calledOff: 'rest' })
    const [now] = await house.asOwner<{ total: string; dispatch: string }>(
      'SELECT total, dispatch FROM orders.sales_order WHERE id = $1',
      [id],
    )
    assert.deepEqual([now?.dispatch, Number(now?.total) < total.amount], ['shipped', true])
    assert.equal(await record(id, Number(now?.total), 'COURIER-8'), '201 true')
    assert.equal((await figures(id)).state, 'paid')
    assert.deepEqual((await findBreaches(house.ownerUrl, ofMoney)).breaches, [])
  })

  test('a part of an order that expires goes back', async () => {
    const { id } = must(await place('transfer'))
    assert.equal(await record(id, 700, 'NTRF-20'), '201 false')
    time.offsetMs = 4 * 86_400_000
    await expireOrders(house)
    time.offsetMs = 0
    const [row] = await house.asOwner<{ state: string; open_charge: boolean; amount: string }>(
      `SELECT o.state, p.open_charge, r.amount FROM orders.sales_order o JOIN payments.payment p ON p.order_id = o.id
       JOIN payments.refund r ON r.payment_id = p.id WHERE o.id = $1`,
      [id],
    )
    assert.deepEqual([row?.state, row?.open_charge, Number(row?.amount)], ['expired', true, 700])
  })

  test('what is not offered is refused, and nothing is ordered', async () => {
    const basket = await shop.fill({ lamp: 1 })
    const refused = await place('door', basket)
    assert.deepEqual(refused.ok ? 'ok' : [refused.refusal.code, refused.refusal.field], [
      'payments.method_unavailable',
      'paymentMethod',
    ])
    assert.equal(codeOf(await place('nobody-knows-it', basket)), 'payments.method_unavailable')
    for (const [code, version] of [
      ['online', 1],
      ['transfer', 2],
      ['door', 1],
    ] as const) {
      const kind = { online: 'provider_hosted', transfer: 'bank_transfer', door: 'cash_on_delivery' }[code]
      const clears = code === 'door' ? 'order' : 'payment'
      assert.equal((await put(code, { kind, clears, active: false }, { 'if-match': `"${version}"` })).status, 200)
    }
    assert.equal(codeOf(await place(undefined, basket)), 'payments.no_method')
    const [row] = await house.asOwner<{ n: bigint }>(
      'SELECT count(*) AS n FROM orders.sales_order WHERE basket_id = $1',
      [basket.id],
    )
    assert.equal(Number(row?.n), 0)
  })
})
