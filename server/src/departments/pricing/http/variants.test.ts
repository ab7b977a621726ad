import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../../testing/create-test-server.ts'
import { must, openShop, type Shop } from '../../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../../testing/test-house.ts'
import { saveProduct } from '../../catalog/index.ts'
import { setPrices } from '../index.ts'

let house: TestHouse
let app: FastifyInstance
let owner: SignedIn
let shop: Shop

before(async () => {
  house = await createTestHouse()
  app = await createTestServer(house)
  shop = await openShop(house, { stock: { mug: 3 } })
  owner = await signedInAs(house, 'owner')
})

interface Item {
  readonly id: string
  readonly sku: string
  readonly name: string
  readonly price: { amount: number; currency: string } | null
  readonly compareAt: { amount: number } | null
  readonly prices: { amount: { currency: string } }[]
  readonly onHand: number
  readonly stock: { locationCode: string; onHand: number; available: number }[]
}

async function list(query: Record<string, string>, as = owner): Promise<Item[]> {
  const answer = await app.inject({ method: 'GET', url: '/api/variants', query, headers: as.headers })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().items
}

async function put(prices: readonly object[], as = owner) {
  const answer = await app.inject({ method: 'PUT', url: '/api/prices', headers: as.headers, payload: { prices } })
  return { status: answer.statusCode, body: answer.json() }
}

const eur = (amount: number) => ({ amount, currency: 'EUR' })

describe('variants with their prices and stock', () => {
  test('one row each: prices in all currencies, stock at each place, and the first market’s price by itself', async () => {
    must(
      await house.run((ctx) =>
        setPrices(ctx, [
          { variantId: shop.variantIds.mug, currency: 'USD', amount: 1_600n, compareAt: undefined },
          { variantId: shop.variantIds.mug, currency: 'EUR', amount: 1_490n, compareAt: 1_990n },
        ]),
      ),
    )
    const [mug, ...others] = await list({ search: 'mug' })
    assert.equal(others.length, 0)
    assert.deepEqual([mug?.name, mug?.price, mug?.compareAt?.amount], ['Mug', eur(1_490), 1_990])
    assert.deepEqual(
      mug?.prices.map(({ amount }) => amount.currency),
      ['EUR', 'USD'],
    )
    assert.deepEqual([mug?.onHand, mug?.stock], [3, [{ locationCode: 'venezia', onHand: 3, available: 3 }]])
  })

  test('found by a part of the SKU, by words of the product, by its handle; sorted by SKU', async () => {
    const all = await list({})
    assert.deepEqual(
      all.map(({ sku }) => sku),
      all.map(({ sku }) => sku).sort(),
    )
    assert.equal(all.length, 4)
    const sku = all[1]?.sku ?? ''
    assert.deepEqual((await list({ search: sku.slice(0, 3).toLowerCase() }))[0]?.sku, sku)
    assert.equal((await list({ search: 'lagoons' }))[0]?.id, shop.variantIds.book)
    assert.equal((await list({ filter: 'handle:is:mug' }))[0]?.id, shop.variantIds.mug)
    assert.deepEqual(await list({ filter: 'gtin:is:4006381333931' }), [])
  })

  test('what is retired is not priced', async () => {
    const draft = (skus: string[]) => ({
      handle: 'cloth',
      names: { en: 'Cloth' },
      options: [
        { code: 'size', names: { en: 'Size' }, choices: ['s', 'm'].map((code) => ({ code, names: { en: code } })) },
      ],
      variants: skus.map((sku) => ({ sku, optionValues: { size: sku.slice(-1) } })),
    })
    must(await house.run((ctx) => saveProduct(ctx, draft(['cloth-s', 'cloth-m']))))
    assert.equal((await list({ filter: 'handle:is:cloth' })).length, 2)
    must(await house.run((ctx) => saveProduct(ctx, draft(['cloth-s']))))
    const left = await list({ filter: 'handle:is:cloth' })
    assert.deepEqual(
      left.map(({ sku, price, stock }) => [sku, price, stock]),
      [['cloth-s', null, []]],
    )
  })

  test('whoever is narrowed to a location sees none, because a row tells of all of them', async () => {
    const narrowed = await signedInAs(house, 'owner')
    await house.asOwner(`UPDATE people.staff SET scope = '{"location": ["venezia"]}' WHERE id = $1`, [narrowed.id])
    assert.deepEqual(await list({}, narrowed), [])
  })
})

describe('five hundred prices at once', () => {
  let ids: string[]

  before(async () => {
    const codes = Array.from({ length: 500 }, (_, at) => `c${String(at).padStart(3, '0')}`)
    const draft = {
      handle: 'ribbon',
      names: { en: 'Ribbon' },
      options: [
        { code: 'colour', names: { en: 'Colour' }, choices: codes.map((code) => ({ code, names: { en: code } })) },
      ],
      variants: codes.map((code) => ({ sku: `ribbon-${code}`, optionValues: { colour: code } })),
    }
    const { variantIds } = must(await house.run((ctx) => saveProduct(ctx, draft)))
    ids = codes.map((code) => variantIds[`ribbon-${code}`] ?? assert.fail(code))
  })

  const trail = () =>
    house.asOwner<{ requests: bigint; entries: bigint }>(
      `SELECT count(DISTINCT request_id) AS requests, count(*) AS entries FROM host.audit
      WHERE object_type = 'price' AND split_part(object_id, ' ', 1) = ANY($1)`,
      [ids],
    )

  test('are one request, one transaction and one act in the trail; again, and nothing changes', async () => {
    const prices = ids.map((variantId, at) => ({ variantId, amount: eur(1_000 + at), compareAt: eur(2_000) }))
    assert.deepEqual(await put(prices), { status: 200, body: { changed: 500 } })
    assert.deepEqual(
      (await trail()).map(({ requests, entries }) => [Number(requests), Number(entries)]),
      [[1, 500]],
    )
    const rows = await list({ filter: 'handle:is:ribbon', limit: '200' })
    assert.equal(rows.length, 200)
    for (const [at, row] of rows.entries()) {
      assert.deepEqual([row.id, row.price, row.compareAt], [ids[at], eur(1_000 + at), eur(2_000)])
    }
    assert.deepEqual((await put(prices)).body, { changed: 0 })
    assert.equal(Number((await trail())[0]?.requests), 1)
  })

  test('one that cannot be keeps all from being changed, and is named', async () => {
    const prices = ids.map((variantId, at) => ({
      variantId,
      amount: eur(3_000),
      compareAt: at === 321 ? eur(3_000) : null,
    }))
    const { status, body } = await put(prices)
    assert.deepEqual([status, body.code, body.field], [422, 'pricing.compare_at_too_low', 'prices.321.compareAt'])
    const [first] = await list({ filter: 'handle:is:ribbon', limit: '1' })
    assert.deepEqual(first?.price, eur(1_000))
  })

  test('who may only read prices sets none', async () => {
    const reader = await signedInAs(house, 'picker')
    assert.equal((await put([{ variantId: ids[0], amount: eur(1) }], reader)).status, 403)
    const [first] = await list({ filter: 'handle:is:ribbon', limit: '1' })
    assert.deepEqual(first?.price, eur(1_000))
  })
})

describe('what variants cost the house', () => {
  const cost = (variantId: string, amount: number | null, more: object = {}) => ({
    variantId,
    cost: amount === null ? null : eur(amount),
    ...more,
  })
  async function set(costs: readonly object[], as = owner) {
    const answer = await app.inject({ method: 'PUT', url: '/api/costs', headers: as.headers, payload: { costs } })
    return { status: answer.statusCode, body: answer.json() }
  }
  async function get(path: string, as = owner) {
    const answer = await app.inject({ method: 'GET', url: `/api${path}`, headers: as.headers })
    return { status: answer.statusCode, body: answer.body }
  }

  test('are set, kept with their history, taken away, and set twice write once', async () => {
    const { mug, book } = shop.variantIds
    assert.deepEqual((await set([cost(mug, 600), cost(book, 1_000)])).body, { changed: 2 })
    assert.deepEqual((await set([cost(mug, 600)])).body, { changed: 0 })
    assert.deepEqual((await set([cost(mug, 650, { entity: 'bottega' })])).body, { changed: 1 })
    assert.deepEqual((await set([cost(mug, null)])).body, { changed: 1 })
    assert.deepEqual((await set([cost(mug, 700)])).body, { changed: 1 })
    const { items } = JSON.parse((await get(`/variants/${mug}/costs`)).body)
    assert.deepEqual(
      items.map((one: { cost: { amount: number }; until: string | null }) => [one.cost.amount, one.until === null]),
      [
        [700, true],
        [650, false],
        [600, false],
      ],
    )
    assert.equal(items[1].from, items[2].until)
  })

  test('are refused in another currency, or for nobody', async () => {
    const { mug } = shop.variantIds
    const dollars = { variantId: mug, cost: { amount: 1, currency: 'USD' } }
    const refused = await set([cost(mug, 1), dollars])
    assert.deepEqual([refused.body.code, refused.body.field], ['pricing.cost_currency', 'costs.1.cost.currency'])
    assert.equal((await set([cost(mug, 1, { entity: 'nobody' })])).body.code, 'pricing.cost_entity_not_found')
    const [row] = await list({ search: 'mug' })
    assert.deepEqual((row as unknown as { cost: object }).cost, eur(700), 'nothing was written')
  })

  test('leave a margin: the price without tax, less the cost', async () => {
    const { mug, book, lamp } = shop.variantIds
    const { items } = JSON.parse(
      (await get(`/variant-margins?variantId=${mug}&variantId=${book}&variantId=${lamp}`)).body,
    )
    const found = items.map((one: Record<string, { amount: number }>) => [
      one['net']?.amount,
      one['margin']?.amount,
      one['sharePpm'],
    ])
    // 14.90 with 22 % inside is 12.21 without; the lamp has no cost and so no margin.
    assert.deepEqual(
      found.sort(),
      [
        [1_221, 521, 426_699],
        [2_115, 1_115, 527_187],
      ].sort(),
    )
  })

  test('stay with who may see them: in lists, descriptions, files and answers', async () => {
    const marketer = await signedInAs(house, 'marketer')
    const [row] = await list({ search: 'mug' }, marketer)
    assert.equal((row as unknown as { cost: object | null }).cost, null)
    const described = JSON.parse((await get('/variants/columns', marketer)).body)
    assert.ok(described.columns.every(({ key }: { key: string }) => key !== 'cost'))
    assert.doesNotMatch((await get('/variants/export?format=csv', marketer)).body, /Cost|7[.,]00/)
    assert.match((await get('/variants/export?format=csv&columns=sku,cost')).body, /Cost[\s\S]*7[.,]00/)
    assert.equal((await get('/variants/export?format=csv&columns=sku,cost', marketer)).status, 422)
    assert.equal((await get(`/variants/${shop.variantIds.mug}/costs`, marketer)).status, 403)
    assert.equal((await get(`/variant-margins?variantId=${shop.variantIds.mug}`, marketer)).status, 403)
    assert.equal((await set([cost(shop.variantIds.mug, 1)], marketer)).status, 403)
    for (const role of ['merchandiser', 'buyer', 'accountant']) {
      const seen = await list({ search: 'mug' }, await signedInAs(house, role))
      assert.deepEqual((seen[0] as unknown as { cost: object }).cost, eur(700), role)
    }
  })
})
