/** What departments say of plans, each by its own rule, through the door that people use. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { openShop, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
let house: TestHouse
let shop: Shop
let app: FastifyInstance
let anna: SignedIn
let bruno: SignedIn
let products: Record<string, { id: string; title: string }>

before(async () => {
  house = await createTestHouse({ clock: { now: () => NOW } })
  shop = await openShop(house, { stock: { mug: 100, book: 3, scarf: 0 } })
  app = await createTestServer(house)
  anna = await signedInAs(house, 'owner')
  bruno = await signedInAs(house, 'owner')
  const rows = await house.asOwner<{ id: string; handle: string }>('SELECT id::text, handle FROM catalog.product')
  products = Object.fromEntries(rows.map(({ id, handle }) => [handle, { id, title: handle }]))
})

interface Said {
  readonly id: string | null
  readonly rule: string
  readonly sentence: string
  readonly remedy: string
  readonly other: { readonly id: string; readonly title: string } | null
  readonly owner: { readonly name: string } | null
}

async function ask<T>(
  who: SignedIn,
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  payload?: object,
  ifMatch?: number,
): Promise<T> {
  const headers = {
    ...who.headers,
    'fondaco-locale': 'en',
    ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
  }
  const answer = await app.inject({ method, url: `/api${url}`, headers, ...(payload ? { payload } : {}) })
  assert.ok(answer.statusCode < 300, answer.body)
  return (answer.body === '' ? {} : answer.json()) as T
}

const days = (fromOn: string, toOn = fromOn) => ({ allDay: true, fromOn, toOn })
const goods = (...handles: string[]) => handles.map((handle) => products[handle])
const check = async (body: object) =>
  (await ask<{ collisions: Said[] }>(anna, 'POST', '/plan-checks', { kind: 'promotion', title: 'Mine', ...body }))
    .collisions
const make = (who: SignedIn, body: object) =>
  ask<{ id: string }>(who, 'POST', '/plans', { kind: 'promotion', title: 'Theirs', ...body })
const rules = (said: readonly Said[]) => said.map(({ rule }) => rule)

test('a promotion of what is not there', async () => {
  const time = days('2027-03-01', '2027-03-05')
  const [said] = await check({ time, products: goods('mug', 'book', 'scarf') })
  assert.equal(said?.rule, 'inventory.sale_without_stock')
  assert.equal(said?.sentence, '“Mine” makes 3 articles wanted: one is sold out, one runs low (first SCARF).')
  assert.deepEqual(rules(await check({ time, products: goods('mug') })), [], 'of goods in plenty nothing is said')
  assert.deepEqual(rules(await check({ time })), [], 'nor of the whole shop')
  assert.deepEqual(rules(await check({ time, products: goods('mug'), locations: ['jakarta'] })), [
    'inventory.sale_without_stock',
  ])
})

test('a count while the goods are sold, from either side, and only there', async () => {
  const { id } = await make(bruno, {
    kind: 'stocktake',
    title: 'Count',
    time: days('2027-03-11'),
    locations: ['venezia'],
    products: goods('mug'),
  })
  const time = days('2027-03-10', '2027-03-12')
  const [said] = await check({ time, products: goods('mug') })
  assert.deepEqual([said?.rule, said?.other?.id, said?.owner?.name], ['inventory.count_in_sale', id, 'The owner'])
  assert.equal(said?.sentence, '“Count” counts at venezia while “Mine” sells the same goods.')
  assert.deepEqual(rules(await check({ time, products: goods('lamp') })), [], 'other goods')
  assert.deepEqual(rules(await check({ time: days('2027-03-12'), products: goods('mug') })), [], 'another day')
  const sale = await make(anna, { title: 'Mug week', time, products: goods('mug') })
  const count = await check({ kind: 'stocktake', time: days('2027-03-10'), locations: [] })
  assert.deepEqual(
    count.map(({ rule, other }) => [rule, other?.id]),
    [['inventory.count_in_sale', sale.id]],
  )
})

test('whose plan it collides with is told once, may say a word, and is rid of it when it is over', async () => {
  const time = days('2027-03-20')
  const theirs = await make(bruno, { kind: 'price_list', title: 'Spring prices', time, markets: ['it'] })
  const mine = await make(anna, { title: 'Spring sale', time: days('2027-03-19', '2027-03-21') })
  const alerts = () =>
    house.asOwner<{ recipient: string; title_key: string; path: string; open: boolean }>(
      `SELECT recipient, title_key, path, closed_at IS NULL AS open FROM work.inbox_item WHERE kind = 'alert' AND record_id = $1 ORDER BY id`,
      [theirs.id],
    )
  const told = { recipient: `staff:${bruno.id}`, title_key: 'work.told.plan_collides', path: `/plans/${theirs.id}` }
  assert.deepEqual(await alerts(), [{ ...told, open: true }])
  await house.runJobs(['recheck-plans'])
  const page = () => ask<{ collisions: Said[]; version: number }>(bruno, 'GET', `/plans/${theirs.id}`)
  const { collisions } = await page()
  assert.deepEqual(
    collisions.map(({ rule, other }) => [rule, other?.id]),
    [['pricing.prices_overlap', mine.id]],
  )
  assert.equal(
    collisions[0]?.sentence,
    '“Spring prices” and “Spring sale” set prices of the same goods at the same time in IT.',
  )
  await ask(bruno, 'PUT', `/plan-collisions/${collisions[0]?.id}/answer`, { word: 'The sale wins' })
  assert.deepEqual(await alerts(), [{ ...told, open: false }])
  await ask(anna, 'PUT', `/plans/${mine.id}/time`, { time: days('2027-03-22') }, 1)
  assert.deepEqual((await page()).collisions, [])
})

test('stock that runs out later still warns, once', async () => {
  const { id } = await make(bruno, { title: 'Lamp evening', time: days('2026-12-20'), products: goods('lamp') })
  const recheck = house.blueprint.jobs.find(({ kind }) => kind === 'recheck-plans') ?? assert.fail()
  const again = () => recheck.run(house, { id, ref: null, payload: {}, attempt: 1 })
  const alerts = () =>
    house.asOwner(`SELECT 1 FROM work.inbox_item WHERE record_id = $1 AND kind = 'alert' AND closed_at IS NULL`, [id])
  await again()
  assert.equal((await alerts()).length, 0)
  await shop.setStock('lamp', 0)
  await again()
  await again()
  assert.equal((await alerts()).length, 1)
  await shop.setStock('lamp', 50)
  await again()
  assert.equal((await alerts()).length, 0, 'what is over leaves the inbox')
})

test('a release in the hours in which people order', async () => {
  for (let week = 1; week <= 8; week++) {
    // Twenty past eight by the clock on the wall, before and after it was put back.
    const at = new Date(Date.parse('2026-11-23T20:20:00Z') - week * 7 * 86_400_000).toISOString().slice(0, 19)
    await house.asOwner(
      `INSERT INTO orders.sales_order (id, number, basket_id, entity_id, market_code, channel_code, locale, currency, country, email, name,
        state, placed_at, expires_at, goods, goods_net, delivery, delivery_net, tax, total, prices_include_tax, delivery_method,
        delivery_names, promised_from, promised_to, reasons, content_hash, item_count)
      SELECT gen_random_uuid(), 900000 + $1::int * 10 + n, gen_random_uuid(), gen_random_uuid(), 'it', 'web', 'it', 'EUR', 'IT', 'a@b.example', 'A',
        'paid', $2::timestamp AT TIME ZONE 'Europe/Rome', now(), 1, 1, 0, 0, 0, 1, true, 'standard', '{}', '2026-11-22', '2026-11-24', '[]', '', 1
      FROM generate_series(1, 4) n`,
      [week, at],
    )
  }
  const timed = (startsAt: string, endsAt: string) => ({ allDay: false, startsAt, endsAt })
  const busy = await check({ kind: 'release', time: timed('2026-11-30T18:30:00.000Z', '2026-11-30T19:30:00.000Z') })
  assert.deepEqual(rules(busy), ['orders.in_peak_hours'])
  assert.match(busy[0]?.sentence ?? '', /around 30 November 2026 at 20:00 the shop takes about 4 orders an hour/)
  assert.deepEqual(
    rules(await check({ kind: 'release', time: timed('2026-11-30T08:00:00.000Z', '2026-11-30T09:00:00.000Z') })),
    [],
  )
})

test('a rule that finds the same pair from both sides keeps it once', async () => {
  const found = await house.asOwner<{ n: string }>(
    `SELECT count(*) AS n FROM work.plan_collision WHERE ended_at IS NULL GROUP BY pair, rule, about HAVING count(*) > 1`,
  )
  assert.deepEqual(found, [])
})
