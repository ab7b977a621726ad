import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import fc from 'fast-check'
import { guest } from '../../host/context.ts'
import { adHoc, trusted } from '../../host/database/sql.ts'
import { currencyCode } from '../../kernel/currency.ts'
import { money } from '../../kernel/money.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must, openShop, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { getBasket, quoteBasket, quoteToShow, setBasketLine, type BasketKey } from '../orders/index.ts'
import { choosePrice } from './domain/price-lists/choose-price.ts'
import {
  loadCardOffers,
  listProductCards,
  loadProductOffers,
  setPrices as setUsualPrices,
  type Counter,
} from './index.ts'
import { listedPrice } from './queries/listed-price.ts'
import { loadLiveLists } from './queries/live-price-lists.ts'
import { loadPriceLists } from './queries/load-price-lists.ts'

let house: TestHouse
let shop: Shop
let app: FastifyInstance
let owner: SignedIn
/** What the house takes for now. */
let now = new Date()
const NEXT = now.getUTCFullYear() + 1

before(async () => {
  house = await createTestHouse({ demo: false, clock: { now: () => new Date(now) } })
  shop = await openShop(house)
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
})

beforeEach(() => {
  now = new Date()
})

/** Kept pages look once a second whether anything was changed. */
const untilSeen = () => wait(1_100)

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
async function call(method: Method, path: string, payload?: object, headers: object = {}) {
  const answer = await app.inject({
    method,
    url: `/api${path}`,
    headers: { ...owner.headers, ...headers },
    ...(payload && { payload }),
  })
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() }
}

const BLANK = {
  currency: 'EUR',
  priority: 0,
  markets: [],
  channels: [],
  groups: [],
  companies: [],
  announced: false,
  zone: 'Europe/Rome',
  begins: null,
  ends: null,
  derivation: null,
}
let made = 0

/** Makes a list with prices by SKU, and lets it hold. */
async function make(changes: object, prices: readonly (readonly [sku: string, price: string, from?: number])[] = []) {
  made += 1
  const code = `L${made}`
  const created = await call('POST', '/price-lists', { ...BLANK, code, names: { en: `List ${made}` }, ...changes })
  assert.equal(created.status, 201, JSON.stringify(created.body))
  const id = created.body.id as string
  if (prices.length > 0) {
    const rows = prices.map(([sku, price, from = 1]) => ({ sku, from, price }))
    const set = await setPrices(id, rows)
    assert.equal(set.status, 200, JSON.stringify(set.body))
    assert.equal(set.body.changed, rows.length)
  }
  const active = await call('PUT', `/price-lists/${id}/activation`, {})
  assert.equal(active.status, 200, JSON.stringify(active.body))
  return id
}
async function setPrices(id: string, prices: readonly object[]) {
  const { body } = await call('GET', `/price-lists/${id}`)
  return call('PUT', `/price-lists/${id}/prices`, { prices }, { 'if-match': `"${body.version}"` })
}
const withdraw = (id: string) => call('DELETE', `/price-lists/${id}/activation`)

const quoteOf = async (basket: BasketKey) =>
  must(await quoteBasket(house.database, must(await getBasket(house.database, basket)), house.clock.now()))
const subtotals = async (basket: BasketKey) =>
  (await quoteOf(basket)).priced.lines.map(({ subtotal }) => Number(subtotal.amount))
const counter = (): Counter => ({
  currency: 'EUR',
  market: 'it',
  channel: 'web',
  groups: [],
  locationCode: 'venezia',
  now: new Date(now),
})
const shows = async (handle: string, words: string) =>
  (await app.inject({ url: `/en/products/${handle}` })).body.includes(words)

describe('a price list', () => {
  test('holds in basket, on cards and pages once it is active, and no longer', async () => {
    const basket = await shop.fill({ mug: 2, book: 1 })
    assert.deepEqual(await subtotals(basket), [2980, 2200])
    const id = await make({ announced: true }, [['MUG', '12.50']])
    const quote = await quoteOf(basket)
    assert.deepEqual(await subtotals(basket), [2500, 2200])
    assert.deepEqual(quote.priced.lines[0]?.compareAt, money(1490, 'EUR'))
    assert.ok(quote.priced.reasons.some(({ because, line }) => because === 'price_of_list' && line === 0))
    const placed = must(await shop.place(basket))
    assert.equal(placed.total.amount, 2500 + 2200 + 590)
    const { items } = await listProductCards(house.database, { ...counter(), locale: 'en', order: 'newest', limit: 9 })
    const mug = items.find(({ handle }) => handle === 'mug')
    assert.deepEqual([mug?.price, mug?.compareAt], [money(1250, 'EUR'), money(1490, 'EUR')])
    assert.ok(await shows('mug', '€12.50'))
    assert.equal((await withdraw(id)).status, 200)
    assert.deepEqual(await subtotals(await shop.fill({ mug: 2 })), [2980])
    await untilSeen()
    assert.ok(!(await shows('mug', '€12.50')))
    await house.expectNoBreach()
  })

  test('begins and ends to the second, also in pages that were kept', async () => {
    const id = await make({ begins: `${NEXT}-12-01T00:00:00`, ends: `${NEXT}-12-02T00:00:00` }, [['LAMP', '99']])
    await untilSeen()
    now = new Date(`${NEXT}-11-30T22:59:59.999Z`)
    const basket = await shop.fill({ lamp: 1 })
    const waiting = (await quoteOf(basket)).priced.reasons.find(({ because }) => because === 'list_not_begun')
    assert.equal(waiting?.params['from'], `${NEXT}-11-30T23:00:00.000Z`)
    const seen = async () => [(await subtotals(basket))[0], await shows('lamp', '€99.00')]
    assert.deepEqual(await seen(), [12_345, false])
    // Asked twice, so that it comes from the cache.
    assert.deepEqual(await seen(), [12_345, false])
    now = new Date(`${NEXT}-11-30T23:00:00Z`)
    assert.deepEqual(await seen(), [9_900, true])
    now = new Date(`${NEXT}-12-01T22:59:59.999Z`)
    assert.deepEqual(await seen(), [9_900, true])
    now = new Date(`${NEXT}-12-01T23:00:00Z`)
    assert.deepEqual(await seen(), [12_345, false])
    now = new Date()
    await withdraw(id)
  })

  test('by quantity, finer than a cent: on the page, in the basket and in the order', async () => {
    const id = await make({}, [
      ['MUG', '0.0125', 1],
      ['MUG', '0.0110', 10],
    ])
    const { variantIds } = shop
    const offer = (await loadProductOffers(house.database, { ...counter(), handle: 'mug' })).get(variantIds.mug)
    assert.deepEqual(
      [offer?.exactPrice?.amount, offer?.tiers.map(({ from, exactPrice }) => [from, exactPrice?.amount])],
      [12_500n, [[10, 11_000n]]],
    )
    await untilSeen()
    assert.ok(await shows('mug', '€0.0125'))
    assert.ok(await shows('mug', 'From 10 pieces: €0.011 each'))
    // 9 x 0.0125 = 0.1125; 20 x 0.011 = 0.22
    assert.deepEqual(await subtotals(await shop.fill({ mug: 9 })), [11])
    const basket = await shop.fill({ mug: 20 })
    assert.deepEqual(await subtotals(basket), [22])
    must(await shop.place(basket))
    await withdraw(id)
  })

  test('sells what has no usual price', async () => {
    const id = await make({ currency: 'EUR' }, [['SCARF', '55']])
    await house.asOwner(`DELETE FROM pricing.price WHERE variant_id = $1`, [shop.variantIds.scarf])
    const basket = await shop.fill({ scarf: 1 })
    assert.deepEqual(await subtotals(basket), [5500])
    await withdraw(id)
    assert.equal((await quoteOf(basket)).lines[0]?.problem, 'no_price')
    const more = await house.run(
      (ctx) => setBasketLine(ctx, basket, { variantId: shop.variantIds.scarf, quantity: 2 }),
      {
        actor: guest,
      },
    )
    assert.ok(!more.ok && more.refusal.code === 'orders.not_found')
    await house.asOwner(
      `INSERT INTO pricing.price (variant_id, currency, amount, updated_at) VALUES ($1, 'EUR', 6900, now())`,
      [shop.variantIds.scarf],
    )
  })
})

describe('a reduction names the lowest price of the thirty days before it', () => {
  const DAY = 86_400_000
  const start = Date.now()
  const at = (days: number) => new Date(start + days * DAY)
  const setUsual = async (days: number, amount: bigint, compareAt?: bigint) => {
    now = at(days)
    must(
      await house.run((ctx) =>
        setUsualPrices(ctx, [{ variantId: shop.variantIds.book, currency: 'EUR', amount, compareAt }]),
      ),
    )
  }
  const seen = async () => {
    const { items } = await listProductCards(house.database, { ...counter(), locale: 'en', order: 'newest', limit: 9 })
    const offer = (await loadProductOffers(house.database, { ...counter(), handle: 'book' })).get(shop.variantIds.book)
    return [items.find(({ handle }) => handle === 'book')?.lowest?.amount, offer?.lowest?.amount]
  }

  test('on cards, pages and in the basket; from usual prices and from lists', async () => {
    // 22.00 since the shop was opened; 18.00 for two days; 22.00; then 17.00 instead of 22.00.
    await setUsual(40, 1_800n)
    await setUsual(42, 2_200n)
    assert.deepEqual(await seen(), [undefined, undefined])
    await setUsual(60, 1_700n, 2_200n)
    assert.deepEqual(await seen(), [1_800n, 1_800n])
    const basket = await shop.fill({ book: 1 })
    const there = must(await getBasket(house.database, basket))
    const quote = must(await quoteToShow(house.database, there, now))
    assert.deepEqual(quote.lines[0]?.lowest, money(1_800, 'EUR'))
    assert.ok(await shows('book', 'Lowest price of the 30 days before: €18.00'))
    owner = await signedInAs(house, 'owner')
    const { body } = await call('GET', `/variants/${shop.variantIds.book}/price-history?market=it`)
    assert.deepEqual(
      body.items.map((one: { price: { amount: number }; announced: boolean }) => [one.price.amount, one.announced]),
      [
        [2_200, false],
        [1_800, false],
        [2_200, false],
        [1_700, true],
      ],
    )
    assert.deepEqual([body.sku, body.lowest], ['BOOK', { amount: 1_800, currency: 'EUR' }])
    await setUsual(70, 2_200n)
    now = at(0)
    owner = await signedInAs(house, 'owner')
    const id = await make({ announced: true, begins: wall(at(101)), ends: wall(at(110)), zone: 'UTC' }, [
      ['BOOK', '16'],
    ])
    now = at(100)
    assert.deepEqual(await seen(), [undefined, undefined])
    now = at(102)
    assert.deepEqual(await seen(), [2_200n, 2_200n], 'what cost 17.00 ended more than thirty days before')
    now = at(111)
    assert.deepEqual(await seen(), [undefined, undefined])
    now = at(0)
    await withdraw(id)
    await house.asOwner('DELETE FROM pricing.price_past')
    await house.asOwner(`UPDATE pricing.price SET amount = 2200, compare_at = NULL, updated_at = now() - interval '1 day'
      WHERE variant_id = '${shop.variantIds.book}'`)
  })
})

const wall = (instant: Date) => instant.toISOString().slice(0, 19)

describe('the order by price under lists', () => {
  const inOrder = async (order: 'price' | 'price_down', limit: number) => {
    const seen: string[] = []
    let after: readonly string[] | undefined
    do {
      const cards = await listProductCards(house.database, { ...counter(), locale: 'en', order, limit, after })
      seen.push(...cards.items.map(({ handle, price }) => `${handle} ${price?.amount}`))
      after = cards.nextKey ?? undefined
    } while (after)
    return seen
  }

  test('what lists name and what they do not are one order, page by page', async () => {
    // 14.90, 22.00, 69.00, 123.45 a tenth cheaper, to .99; and the lamp by itself.
    const derived = await make({ derivation: { change: '-10', step: 100, less: 1 } })
    const named = await make({ priority: 5 }, [['LAMP', '15.00']])
    const expected = ['mug 1299', 'lamp 1500', 'book 1999', 'scarf 6199']
    for (const limit of [1, 2, 10]) {
      assert.deepEqual(await inOrder('price', limit), expected)
      assert.deepEqual(await inOrder('price_down', limit), expected.toReversed())
    }
    await withdraw(named)
    assert.deepEqual(await inOrder('price', 1), ['mug 1299', 'book 1999', 'scarf 6199', 'lamp 11099'])
    await withdraw(derived)
  })
})

test('SQL says of one piece what the price function says, whatever the lists', async () => {
  const { variantIds } = shop
  const price = fc.integer({ min: 0, max: 20_000_000 }).map(BigInt)
  const list = fc.record({
    priority: fc.integer({ min: 0, max: 2 }),
    announced: fc.boolean(),
    own: fc.option(price, { nil: undefined }),
    change: fc.option(fc.integer({ min: -1_000_000, max: 500_000 }), { nil: undefined }),
    ending: fc.constantFrom([1, 0], [100, 1], [1000, 10], [10, 7]),
    onFirst: fc.boolean(),
  })
  const lists = fc.array(list, { minLength: 1, maxLength: 4 })
  const usual = fc.integer({ min: 0, max: 100_000 })
  await fc.assert(
    fc.asyncProperty(lists, usual, async (wanted, amount) => {
      await house.asOwner('DELETE FROM pricing.list_price')
      await house.asOwner('DELETE FROM pricing.price_list')
      for (const [index, one] of wanted.entries()) {
        const derivedFrom = one.onFirst && index > 0 && wanted[0]?.change === undefined ? 0 : null
        await house.asOwner(
          `INSERT INTO pricing.price_list (id, code, names, currency, priority, markets, channels, groups, companies, announced, zone,
            change_ppm, based_on, step, less, active_at, created_at)
          SELECT md5('l' || $1::text)::uuid, 'S' || $1::text, '{}', 'EUR', $2, '{}', '{}', '{}', '{}', $3, 'UTC', $4::bigint,
            CASE WHEN $4::bigint IS NOT NULL AND $5::int IS NOT NULL THEN md5('l0')::uuid END, $6, $7, now(), now()`,
          [index, one.priority, one.announced, one.change ?? null, derivedFrom, one.ending[0], one.ending[1]],
        )
        if (one.own !== undefined) {
          await house.asOwner(`INSERT INTO pricing.list_price VALUES (md5('l' || $1::text)::uuid, $2, 1, $3, now())`, [
            index,
            variantIds.mug,
            String(one.own),
          ])
        }
      }
      const live = await loadLiveLists(house.database, counter(), now)
      const all = await loadPriceLists(house.database, { ...counter(), variantIds: [variantIds.mug], now })
      const variant = {
        variantId: variantIds.mug,
        quantity: 1,
        unitPrice: money(amount, currencyCode('EUR')),
        compareAt: undefined,
      }
      const ours = choosePrice(all, all, variant).choice
      const [theirs] = await house.database.rows(
        adHoc<{
          fine: bigint
          announced: boolean
        }>`${listedPrice(live, trusted(`'${variantIds.mug}'::uuid`), trusted(String(amount)))}`,
      )
      assert.deepEqual([theirs?.fine, theirs?.announced], [ours?.price, ours && ours.list.announced])
    }),
    { numRuns: 25, seed: 3 },
  )
  await house.asOwner('DELETE FROM pricing.list_price')
  await house.asOwner('DELETE FROM pricing.price_list')
})

describe('what is refused', () => {
  const refused = async (method: Method, path: string, payload?: object, headers: object = {}) => {
    const { status, body } = await call(method, path, payload, headers)
    return [status, body.code, body.errors?.[0]?.field ?? body.field] as unknown[]
  }
  const create = (changes: object) =>
    refused('POST', '/price-lists', { ...BLANK, code: 'R1', names: { en: 'R' }, ...changes })

  test('a list that cannot be', async () => {
    assert.deepEqual((await create({ begins: '2026-12-02T00:00:00', ends: '2026-12-01T00:00:00' })).slice(0, 2), [
      422,
      'pricing.price_list_period_empty',
    ])
    assert.equal((await create({ begins: '2026-02-30T00:00:00' }))[1], 'pricing.price_list_time_unknown')
    assert.equal((await create({ zone: 'Rome', begins: '2026-12-01T00:00:00' }))[1], 'pricing.price_list_time_unknown')
    assert.equal((await create({ derivation: { change: '-101' } }))[1], 'pricing.price_list_change_too_low')
    assert.equal(
      (await create({ derivation: { change: '-10', step: 1, less: 1 } }))[1],
      'pricing.price_list_step_too_small',
    )
    const of = '01890000-0000-7000-8000-000000000000'
    assert.equal((await create({ derivation: { change: '-10', of } }))[1], 'pricing.price_list_base_unknown')
    const base = await make({ code: 'BASE' })
    assert.equal((await create({ code: 'BASE' }))[1], 'pricing.price_list_code_taken')
    const derived = await make({ derivation: { change: '-10', of: base } })
    assert.equal((await create({ derivation: { change: '-10', of: derived } }))[1], 'pricing.price_list_base_unknown')
    const { body } = await call('GET', `/price-lists/${base}`)
    const { id, version, state: _state, beginsAt: _from, endsAt: _to, prices: _prices, isBase, ...draft } = body
    assert.equal(isBase, true)
    const change = (changes: object) =>
      refused('PUT', `/price-lists/${id}`, { ...draft, ...changes }, { 'if-match': `"${version}"` })
    assert.equal((await change({ derivation: { change: '-10' } }))[1], 'pricing.price_list_in_use')
    assert.equal((await change({ currency: 'USD' }))[1], 'pricing.price_list_in_use')
    assert.equal((await refused('PUT', `/price-lists/${id}`, draft, { 'if-match': '"9"' }))[0], 409)
    assert.equal((await refused('PUT', `/price-lists/${id}/activation`, {}))[1], 'pricing.price_list_active_already')
    assert.equal((await withdraw(base)).status, 200)
    assert.equal((await refused('DELETE', `/price-lists/${id}/activation`))[1], 'pricing.price_list_not_active')
    assert.equal((await refused('GET', `/price-lists/${of}`))[1], 'pricing.price_list_not_found')
    await withdraw(derived)
  })

  test('prices that cannot be, all with their rows; and nothing is written', async () => {
    const id = await make({})
    const rows = [
      { sku: 'MUG', from: 1, price: '1.00' },
      { sku: 'MUG', from: 1, price: '2.00' },
      { sku: 'NONE', from: 1, price: '3.00' },
      { sku: 'BOOK', from: 1, price: '0.00000001' },
    ]
    const preview = await call('POST', `/price-lists/${id}/price-previews`, { prices: rows })
    assert.deepEqual(
      preview.body.items.map((one: { problem: string | null }) => one.problem !== null),
      [false, true, true, true],
    )
    assert.deepEqual(preview.body.items[0], {
      sku: 'MUG',
      name: 'Mug',
      options: '',
      from: 1,
      before: null,
      after: '1.00',
      usual: { amount: 1490, currency: 'EUR' },
      problem: null,
    })
    const { status, body } = await setPrices(id, rows)
    assert.equal(status, 422)
    assert.deepEqual(
      body.errors.map((one: { code: string; field: string }) => [one.code, one.field]),
      [
        ['pricing.list_price_twice', 'prices.1.from'],
        ['pricing.list_variant_not_found', 'prices.2.sku'],
        ['pricing.price_too_fine', 'prices.3.price'],
      ],
    )
    assert.equal((await call('GET', `/price-lists/${id}/prices`)).body.items.length, 0)
    await withdraw(id)
  })
})

test('prices of a list: written, changed, taken out, read page by page and found by SKU', async () => {
  const id = await make({}, [
    ['MUG', '12.50'],
    ['BOOK', '20.00'],
    ['LAMP', '100.00'],
  ])
  const set = (prices: object[]) => setPrices(id, prices)
  assert.equal((await set([{ sku: 'MUG', from: 1, price: '12.50' }])).body.changed, 0, 'the same writes nothing')
  assert.equal((await set([{ sku: 'BOOK', from: 1, price: null }])).body.changed, 1)
  const first = await call('GET', `/price-lists/${id}/prices?limit=1`)
  const second = await call('GET', `/price-lists/${id}/prices?limit=1&after=${first.body.nextCursor}`)
  assert.deepEqual([...first.body.items, ...second.body.items].map(({ sku }) => sku).sort(), ['LAMP', 'MUG'])
  assert.equal(second.body.nextCursor, null)
  const found = await call('GET', `/price-lists/${id}/prices?search=lam`)
  assert.deepEqual(
    found.body.items.map(({ sku, price, from }: { sku: string; price: string; from: number }) => [sku, price, from]),
    [['LAMP', '100.00', 1]],
  )
  assert.deepEqual([(await call('GET', `/price-lists/${id}`)).body.prices], [2])
  const { body } = await call('GET', '/price-lists?search=list')
  assert.equal(body.items[0].state, 'running')
  assert.deepEqual([(await loadCardOffers(house.database, { ...counter(), productIds: [] })).size], [0])
  await withdraw(id)
})

test('the choices of the editor', async () => {
  const { body } = await call('GET', '/price-list-choices')
  assert.deepEqual(
    body.markets.map(({ code, currency, timeZone }: Record<string, string>) => [code, currency, timeZone]),
    [
      ['it', 'EUR', 'Europe/Rome'],
      ['eu', 'EUR', 'Europe/Rome'],
    ],
  )
  assert.ok(body.bases.length > 0)
})
