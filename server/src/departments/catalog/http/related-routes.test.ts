/** Related products: what people say of a product, what is refused, and what the shop's pages then show. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { sql } from '../../../host/database/sql.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../../testing/create-test-server.ts'
import { must, openShop, type Good, type Shop } from '../../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../../testing/test-house.ts'
import { putRelated, saveProduct, unpublishProduct, type RelatedKind } from '../index.ts'

interface Relation {
  readonly kind: RelatedKind
  readonly productId: string
  readonly bothWays: boolean
}

let house: TestHouse
let app: FastifyInstance
let shop: Shop
let owner: SignedIn
const ids = {} as Record<Good, string>

before(async () => {
  house = await createTestHouse()
  app = await createTestServer(house)
  shop = await openShop(house)
  owner = await signedInAs(house, 'owner')
  const rows = await house.database.rows(sql<{ id: string; handle: Good }>`SELECT id, handle FROM catalog.product`)
  for (const { id, handle } of rows) ids[handle] = id
})
after(async () => {
  await app.close()
  await house.close()
})

async function ask(method: 'GET' | 'PUT', url: string, body?: object, version?: number, as = owner) {
  const headers = { ...as.headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) }
  const answer = await app.inject({ method, url: `/api${url}`, headers, ...(body ? { payload: body } : {}) })
  const said = answer.json()
  return { status: answer.statusCode, said, code: said.code, field: said.field }
}

const related = async (good: Good) => (await ask('GET', `/products/${ids[good]}/related`)).said
const put = async (good: Good, relations: readonly Relation[]) =>
  ask('PUT', `/products/${ids[good]}/related`, { relations }, (await related(good)).version)
const to = (good: Good, kind: RelatedKind, bothWays = false): Relation => ({ kind, productId: ids[good], bothWays })
const page = async (good: Good) =>
  (await app.inject({ url: `/en/products/${good}`, headers: { cookie: 'fondaco_country=IT' } })).body
/** Handles of the cards under a heading of a page. */
const under = (body: string, id: 'goes-with' | 'instead') => {
  const section = new RegExp(`aria-labelledby="${id}">(.*?)</section>`, 's').exec(body)?.[1] ?? ''
  return [...section.matchAll(/href="\/en\/products\/([^"]+)"/g)].map(([, handle]) => handle)
}

/** Pages ask once a second whether anything changed. */
async function untilShown(good: Good, isThere: (body: string) => boolean): Promise<string> {
  const end = performance.now() + 20_000
  for (;;) {
    const body = await page(good)
    if (isThere(body)) return body
    assert.ok(performance.now() < end, `never shown on ${good}`)
    await new Promise((done) => setTimeout(done, 100))
  }
}

describe('what is related to a product', () => {
  test('nothing at first; then kinds apart, each in its order, told in the trail; the same twice is once', async () => {
    const { version, ...none } = await related('mug')
    assert.deepEqual(none, { relations: [], fromOthers: [] })
    const wanted = [to('scarf', 'substitute'), to('lamp', 'accessory'), to('book', 'accessory', true)]
    const url = `/products/${ids.mug}/related`
    assert.equal((await ask('PUT', url, { relations: wanted })).code, 'host.version_required')
    assert.equal((await ask('PUT', url, { relations: wanted }, 77)).code, 'host.version_conflict')
    assert.deepEqual((await ask('PUT', url, { relations: wanted }, version)).said, { version: version + 1 })
    assert.deepEqual((await ask('PUT', url, { relations: wanted }, version + 1)).said, { version: version + 1 })
    const { relations } = await related('mug')
    assert.deepEqual(
      relations.map(({ kind, name, bothWays, published }: Record<string, unknown>) => [
        kind,
        name,
        bothWays,
        published,
      ]),
      [
        ['accessory', 'Lamp', false, true],
        ['accessory', 'Book of lagoons', true, true],
        ['substitute', 'Scarf', false, true],
      ],
    )
    const { items } = (await ask('GET', `/products/${ids.mug}/versions`)).said
    assert.deepEqual(
      [items[0].version, items[0].changes.map(({ field, label }: Record<string, unknown>) => [field, label])],
      [version + 1, [['related', 'Related products']]],
    )
    assert.deepEqual(
      (await related('book')).fromOthers.map(({ id, kind }: Record<string, unknown>) => [id, kind]),
      [[ids.mug, 'accessory']],
    )
    assert.deepEqual((await related('lamp')).fromOthers, [])
    await house.expectNoBreach()
  })

  test('itself, the unknown, the same twice and too many are refused, each at its place', async () => {
    const nothing = '018f0000-0000-7000-8000-000000000000'
    const many = Array.from({ length: 25 }, (_, at) => ({ handle: `many-${at}`, names: { en: `Many ${at}` } }))
    const more: Relation[] = []
    for (const draft of many) {
      const whole = { ...draft, taxCategory: 'standard', variants: [{ sku: draft.handle.toUpperCase() }] }
      const { productId } = must(await house.run((ctx) => saveProduct(ctx, whole)))
      more.push({ kind: 'up_sell', productId, bothWays: false })
    }
    const table: [string, readonly Relation[], string, string][] = [
      ['itself', [to('lamp', 'accessory')], 'related_to_itself', 'relations.0.productId'],
      ['unknown', [{ ...to('mug', 'accessory'), productId: nothing }], 'unknown_related', 'relations.0.productId'],
      ['twice', [to('mug', 'accessory'), to('mug', 'accessory', true)], 'related_twice', 'relations.1.productId'],
      ['too many', more, 'too_many_related', 'relations'],
    ]
    for (const [what, relations, code, field] of table) {
      const refused = await put('lamp', relations)
      assert.deepEqual([refused.status, refused.code, refused.field], [422, `catalog.${code}`, field], what)
    }
    assert.deepEqual((await related('lamp')).relations, [])
    assert.equal((await put('lamp', more.slice(1))).status, 200)
    assert.equal((await put('lamp', [to('mug', 'accessory'), to('mug', 'up_sell')])).status, 200, 'once in each kind')
    assert.equal((await put('lamp', [])).status, 200)
    assert.equal((await ask('GET', `/products/${nothing}/related`)).code, 'catalog.product_not_found')
    const unknown = await ask('PUT', `/products/${nothing}/related`, { relations: [] }, 1)
    assert.equal(unknown.code, 'catalog.product_not_found')
  })

  test('two that are related to each other at once wait for no ring', async () => {
    let tries = 0
    for (let round = 0; round < 4; round += 1) {
      const relate = async (good: Good, other: Good) => {
        const { version } = await related(good)
        const relations = [to(other, 'cross_sell', round % 2 === 0)]
        return house.run((ctx) => {
          tries += 1
          return putRelated(ctx, { productId: ids[good], version, relations })
        })
      }
      for (const done of await Promise.all([relate('lamp', 'scarf'), relate('scarf', 'lamp')])) must(done)
    }
    // PostgreSQL ends a ring by sending one of them back to try again.
    assert.equal(tries, 8)
    assert.equal((await put('lamp', [])).status, 200)
    assert.equal((await put('scarf', [])).status, 200)
  })
})

describe('what the shop shows', () => {
  before(async () => {
    assert.equal(
      (await put('mug', [to('lamp', 'accessory'), to('book', 'cross_sell'), to('scarf', 'substitute', true)])).status,
      200,
    )
  })

  test('what goes with it and what stands instead, with prices, and both ways where it was said', async () => {
    const body = await untilShown('mug', (seen) => seen.includes('id="instead"'))
    assert.deepEqual([under(body, 'goes-with'), under(body, 'instead')], [['lamp', 'book'], ['scarf']])
    assert.ok(body.indexOf('id="goes-with"') < body.indexOf('id="instead"'))
    assert.match(body, /€\s?123\.45|123\.45/)
    const back = await untilShown('scarf', (seen) => seen.includes('id="instead"'))
    assert.deepEqual([under(back, 'goes-with'), under(back, 'instead')], [[], ['mug']])
    assert.ok(!(await page('lamp')).includes('id="goes-with"'), 'one way is one way')
  })

  test('what stands instead comes first once it is sold out, and what is sold out stands instead of nothing', async () => {
    await shop.setStock('mug', 0)
    await untilShown('mug', (body) => {
      const [instead, goesWith] = [body.indexOf('id="instead"'), body.indexOf('id="goes-with"')]
      return instead > 0 && instead < goesWith
    })
    await untilShown('scarf', (body) => !body.includes('id="instead"'))
  })

  test('nothing that is no longer in the shop, or not shown in this place', async () => {
    must(await house.run((ctx) => unpublishProduct(ctx, { productId: ids.book })))
    const places = [{ channel: 'web', market: 'it', shown: false }]
    const { version } = (await ask('GET', `/products/${ids.scarf}/places`)).said
    const hidden = await ask('PUT', `/products/${ids.scarf}/places`, { elsewhere: true, places }, version)
    assert.equal(hidden.status, 200, JSON.stringify(hidden.said))
    const body = await untilShown(
      'mug',
      (seen) => !seen.includes('id="instead"') && under(seen, 'goes-with').length === 1,
    )
    assert.deepEqual(under(body, 'goes-with'), ['lamp'])
  })
})
