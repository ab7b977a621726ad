import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'

interface Figures {
  readonly currency: string
  readonly orders: number
  readonly total: { readonly amount: number; readonly currency: string }
}
interface Sales {
  readonly currencies: string[]
  readonly days: { on: string; comparedOn: string; sales: Figures[]; compared: Figures[] }[]
}

let house: TestHouse
let app: FastifyInstance
let owner: SignedIn

// The morning after the clocks of Rome went back.
const now = new Date('2026-10-26T09:00:00Z')

before(async () => {
  house = await createTestHouse({ clock: { now: () => now } })
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  await house.asOwner(`INSERT INTO organisation.entity (id, code, legal_name, email, street, postcode, city, country, currency, time_zone)
    VALUES (gen_random_uuid(), 'main', 'Casa Lume', 'ciao@casalume.example', 'Via 1', '00100', 'Roma', 'IT', 'EUR', 'Europe/Rome')`)
  const orders: [placedAt: string, total: number, currency?: string, state?: string][] = [
    ['2026-10-24T21:59:59Z', 100], // Saturday, one second before midnight in Rome
    ['2026-10-24T22:00:00Z', 250], // Sunday begins
    ['2026-10-25T22:59:59Z', 350], // the 25th hour of Sunday
    ['2026-10-25T23:00:00Z', 400], // Monday begins
    ['2026-10-26T09:00:00Z', 999], // not before now
    ['2026-10-25T10:00:00Z', 5_000_000, 'IDR'],
    ['2026-10-25T10:00:00Z', 777, 'EUR', 'cancelled'],
    ['2026-10-18T21:59:59Z', 70], // the Sunday before
    ['2026-10-19T08:59:59Z', 80], // the Monday before, until the same moment
    ['2026-10-19T09:00:00Z', 90],
  ]
  for (const [index, [placedAt, total, currency = 'EUR', state = 'paid']] of orders.entries()) {
    await house.asOwner(
      `INSERT INTO orders.sales_order (id, number, basket_id, entity_id, market_code, channel_code, locale, currency, country, email,
        name, state, placed_at, expires_at, goods, goods_net, delivery, delivery_net, tax, total, prices_include_tax,
        delivery_method, delivery_names, promised_from, promised_to, reasons, content_hash, item_count)
      VALUES (gen_random_uuid(), $1, gen_random_uuid(), gen_random_uuid(), 'it', 'web', 'it', $2, 'IT', 'a@b.example', 'Ada', $3,
        $4, $4, $5, $5, 0, 0, 0, $5, true, 'standard', '{}', '2026-10-26', '2026-10-27', '[]', '', 1)`,
      [200_000 + index, currency, state, placedAt, total],
    )
  }
})

async function sales(days: number, caller = owner) {
  const answer = await app.inject({ url: `/api/board/sales?days=${days}`, headers: caller.headers })
  return { status: answer.statusCode, body: answer.json<Sales>() }
}

const euros = (figures: readonly Figures[]) => {
  const found = figures.find(({ currency }) => currency === 'EUR')
  return found && [found.orders, found.total.amount]
}

test('each order falls into its own day of Rome, also on the day of 25 hours', async () => {
  const { status, body } = await sales(3)
  assert.equal(status, 200)
  assert.deepEqual(
    body.days.map((day) => [day.on, euros(day.sales), day.comparedOn, euros(day.compared)]),
    [
      ['2026-10-24', [1, 100], '2026-10-17', undefined],
      ['2026-10-25', [2, 600], '2026-10-18', [1, 70]],
      ['2026-10-26', [1, 400], '2026-10-19', undefined],
    ],
  )
})

test('currencies are never added up', async () => {
  const { body } = await sales(2)
  assert.deepEqual(body.currencies, ['EUR', 'IDR'])
  assert.deepEqual(body.days[0]?.sales[1], {
    currency: 'IDR',
    orders: 1,
    total: { amount: 5_000_000, currency: 'IDR' },
    net: { amount: 5_000_000, currency: 'IDR' },
  })
})

test('thirty days unless told, at most a year; refused to whom orders are hidden', async () => {
  const unasked = await app.inject({ url: '/api/board/sales', headers: owner.headers })
  assert.equal(unasked.json<Sales>().days.length, 30)
  assert.equal((await sales(366)).body.days.length, 366)
  for (const days of [0, 367]) assert.equal((await sales(days)).status, 422)
  assert.equal((await app.inject({ url: '/api/board/sales' })).statusCode, 401)
  assert.equal((await sales(7, await signedInAs(house, 'it'))).status, 403)
})
