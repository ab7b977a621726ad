import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'

let house: TestHouse
let app: FastifyInstance
let owner: SignedIn

const now = new Date('2026-10-23T09:00:00Z')

before(async () => {
  house = await createTestHouse({ clock: { now: () => now } })
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  await house.asOwner(`INSERT INTO organisation.entity (id, code, legal_name, email, street, postcode, city, country, currency, time_zone)
    VALUES (gen_random_uuid(), 'main', 'Casa Lume', 'ciao@casalume.example', 'Via 1', '00100', 'Roma', 'IT', 'EUR', 'Europe/Rome')`)
})

const board = async (who = owner) => (await app.inject({ url: '/api/board', headers: who.headers })).json()

async function order(placedAt: string, goodsNet: number, tax: number): Promise<void> {
  await house.asOwner(
    `INSERT INTO orders.sales_order (id, number, basket_id, entity_id, market_code, channel_code, locale, currency, country, email,
      name, state, placed_at, expires_at, goods, goods_net, delivery, delivery_net, tax, total, prices_include_tax,
      delivery_method, delivery_names, promised_from, promised_to, reasons, content_hash, item_count)
    VALUES (gen_random_uuid(), nextval('orders.order_number'), gen_random_uuid(), gen_random_uuid(), 'it', 'web', 'it', 'EUR',
      'IT', 'a@b.example', 'Ada', 'paid', $1, $1, $2::bigint + $3, $2, 0, 0, $3, $2::bigint + $3, true, 'standard', '{}',
      '2026-10-26', '2026-10-27', '[]', '', 1)`,
    [placedAt, goodsNet, tax],
  )
}

async function payment(createdAt: string, state: string, amount: number, currency = 'EUR'): Promise<void> {
  await house.asOwner(
    `INSERT INTO payments.payment (id, order_id, entity_id, provider, reference, amount, currency, state, authorised_hash,
      created_at, updated_at)
    VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'devpay', gen_random_uuid(), $3, $4, $2, '', $1, $1)`,
    [createdAt, state, amount, currency],
  )
}

test('sales are told with and without tax', async () => {
  await order('2026-10-23T08:00:00Z', 1000, 220)
  await order('2026-10-23T08:30:00Z', 500, 110)
  const { sales } = await board()
  assert.deepEqual(sales.today, [
    { currency: 'EUR', orders: 2, total: { amount: 1830, currency: 'EUR' }, net: { amount: 1500, currency: 'EUR' } },
  ])
  assert.deepEqual(sales.yesterday, [])
})

test('payments that failed stand beside the same stretch of other days, each currency by itself', async () => {
  const opened: [string, string, number, string?][] = [
    ['2026-10-22T22:00:00Z', 'closed', 100], // today begins in Rome
    ['2026-10-23T08:59:59Z', 'closed', 250],
    ['2026-10-23T08:00:00Z', 'closed', 90_000, 'IDR'],
    ['2026-10-23T08:00:00Z', 'open', 7], // may still be paid
    ['2026-10-23T08:00:00Z', 'captured', 7],
    ['2026-10-23T09:00:00Z', 'closed', 7], // not before now
    ['2026-10-22T08:59:59Z', 'closed', 30],
    ['2026-10-22T09:00:00Z', 'closed', 7], // yesterday, later than now
    ['2025-10-24T08:00:00Z', 'closed', 40], // the same weekday a year ago
  ]
  for (const [at, state, amount, currency] of opened) await payment(at, state, amount, currency)
  const { failedPayments } = await board()
  const failed = (payments: number, amount: number, currency = 'EUR') => ({
    currency,
    payments,
    amount: { amount, currency },
  })
  assert.deepEqual(failedPayments, {
    today: [failed(2, 350), failed(1, 90_000, 'IDR')],
    yesterday: [failed(1, 30)],
    lastWeek: [],
    lastYear: [failed(1, 40)],
  })
  const listed = '/api/payments?filter=state:is:closed&filter=createdAt:from:2026-10-23&zone=Europe/Rome'
  const rows = (await app.inject({ url: listed, headers: owner.headers })).json().items
  assert.equal(rows.length, 4, 'what the card opens: today, until its end')
})

test('what runs out and what is sold out; what others may not see is nothing', async () => {
  await house.asOwner(`INSERT INTO inventory.location (id, code, name, kind, country)
    VALUES (gen_random_uuid(), 'here', 'Here', 'warehouse', 'IT')`)
  const rows = '(2, 2, false), (5, 0, false), (9, 3, false), (90, 0, false), (1, 1, true)'
  await house.asOwner(`INSERT INTO inventory.stock (variant_id, location_id, on_hand, reserved, backorder)
    SELECT gen_random_uuid(), (SELECT id FROM inventory.location), * FROM (VALUES ${rows}) AS stock`)
  assert.deepEqual((await board()).stock, { low: 2, soldOut: 1 })
  const picker = await board(await signedInAs(house, 'picker'))
  assert.equal(picker.failedPayments, null)
  assert.deepEqual(picker.stock, { low: 2, soldOut: 1 })
})
