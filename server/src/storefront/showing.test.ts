/** Where and when products are shown: what people put, what shops, baskets and programs then find, and who has to agree. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { setBasketLine } from '../departments/orders/index.ts'
import { sql } from '../host/database/sql.ts'
import { createTestServer, signedInAs, type SignedIn } from '../testing/create-test-server.ts'
import { must, openShop, type Good, type Shop } from '../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../testing/test-house.ts'

let now = new Date('2026-11-22T10:00:00Z')
let house: TestHouse
let shop: Shop
let app: FastifyInstance
let owner: SignedIn
const ids: Record<string, string> = {}

before(async () => {
  house = await createTestHouse({ clock: { now: () => now } })
  shop = await openShop(house)
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  const rows = await house.database.rows(sql<{ id: string; handle: string }>`SELECT id, handle FROM catalog.product`)
  for (const { id, handle } of rows) ids[handle] = id
})

interface Place {
  readonly channel: string
  readonly market: string
  readonly shown: boolean
  readonly begins?: string | null
  readonly ends?: string | null
}

const inItaly = (different: Partial<Place> = {}): Place => ({ channel: 'web', market: 'it', shown: true, ...different })

async function call(
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  url: string,
  payload?: object,
  ifMatch?: number,
  as = owner,
) {
  const headers = { ...as.headers, ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }) }
  const answer = await app.inject({ method, url: `/api${url}`, headers, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() }
}

async function versionOf(good: Good): Promise<number> {
  return (await call('GET', `/products/${ids[good]}/places`)).body.version
}

async function show(good: Good, elsewhere: boolean, ...places: Place[]): Promise<void> {
  const put = await call('PUT', `/products/${ids[good]}/places`, { elsewhere, places }, await versionOf(good))
  assert.equal(put.status, 200, JSON.stringify(put.body))
  // Pages ask once a second whether anything changed.
  await wait(1_050)
}

const page = async (url: string, country = 'IT') =>
  app.inject({ url, headers: { cookie: `fondaco_country=${country}` } })
const names = async (url: string) => (await call('GET', url)).body.items.map(({ handle }: { handle: string }) => handle)

describe('a product that is hidden in a market', () => {
  before(() => show('lamp', true, inItaly({ shown: false })))

  test('has no page there, and one everywhere else', async () => {
    assert.equal((await page('/it/products/lamp')).statusCode, 404)
    assert.equal((await page('/it/products/lamp', 'DE')).statusCode, 200)
  })

  test('stands on no list, in no order, in no search and in no category there', async () => {
    for (const url of [
      '/it',
      '/it/products',
      '/it/products?sort=price',
      '/it/products?sort=name',
      '/it/search?q=lamp',
    ]) {
      assert.ok(!(await page(url)).body.includes('/products/lamp'), url)
      assert.ok((await page(url, 'DE')).body.includes('/products/lamp'), `${url} in Germany`)
    }
  })

  test('is not told of to programs that ask for that market, which is the first unless they say', async () => {
    assert.ok(!(await names('/catalog/products')).includes('lamp'))
    assert.ok((await names('/catalog/products?market=eu')).includes('lamp'))
    assert.equal((await call('GET', '/catalog/products/lamp')).status, 404)
    assert.equal((await call('GET', '/catalog/products/lamp?market=eu')).status, 200)
  })

  test('cannot be put into a basket there', async () => {
    const basket = await shop.fill({ mug: 1 })
    const put = await house.run((ctx) => setBasketLine(ctx, basket, { variantId: shop.variantIds.lamp, quantity: 1 }))
    assert.equal(put.ok ? '' : put.refusal.code, 'orders.not_found')
  })
})

test('what lies in a basket cannot be ordered once it is hidden; what was ordered stays in its order', async () => {
  const [basket, other] = [await shop.fill({ scarf: 1 }), await shop.fill({ scarf: 1 })]
  const placed = must(await shop.place(basket))
  await show('scarf', false)
  const refused = await shop.place(other)
  assert.equal(refused.ok ? '' : refused.refusal.code, 'orders.line_not_orderable')
  const [line] = await house.asOwner<{ sku: string }>('SELECT sku FROM orders.order_line WHERE order_id = $1', [
    placed.id,
  ])
  assert.equal(line?.sku, 'SCARF')
  await show('scarf', true)
})

test('a page comes and goes at the second that was wished, with no restart and none of the kept pages after it', async () => {
  await show('book', true, inItaly({ begins: '2026-12-01T00:00:00', ends: '2026-12-24T18:00:00' }))
  const at = async (instant: string) => {
    now = new Date(instant)
    const [its, list] = [await page('/it/products/book'), await page('/it/products?sort=name')]
    return [its.statusCode, list.body.includes('/products/book')]
  }
  assert.deepEqual(await at('2026-11-30T22:59:59Z'), [404, false])
  assert.deepEqual(await at('2026-11-30T23:00:00Z'), [200, true])
  assert.deepEqual(await at('2026-12-24T16:59:59Z'), [200, true])
  assert.deepEqual(await at('2026-12-24T17:00:00Z'), [404, false])
  now = new Date('2026-11-22T10:00:00Z')
})

test('the calendar tells of both turns, for who may read the catalogue', async () => {
  const found = await call('GET', '/calendar?from=2026-11-30&to=2026-12-25')
  const titles = JSON.stringify(found.body)
  assert.equal(found.status, 200, titles)
  assert.match(titles, /Book of lagoons is shown in it/)
  assert.match(titles, /Book of lagoons leaves it/)
})

test('the office sees every place with its state; nobody writes over what they did not see', async () => {
  const { body } = await call('GET', `/products/${ids['book']}/places`)
  assert.deepEqual(
    body.items.map(({ market, state, named, timeZone }: Record<string, string>) => [market, state, named, timeZone]),
    [
      ['it', 'planned', true, 'Europe/Rome'],
      ['eu', 'shown', false, 'Europe/Rome'],
    ],
  )
  const stale = await call('PUT', `/products/${ids['book']}/places`, { elsewhere: true, places: [] }, 0)
  assert.equal(stale.body.code, 'host.version_conflict')
  const unseen = await call('PUT', `/products/${ids['book']}/places`, { elsewhere: true, places: [] })
  assert.equal(unseen.body.code, 'host.version_required')
  const unknown = await call(
    'PUT',
    `/products/${ids['book']}/places`,
    { elsewhere: true, places: [inItaly({ market: 'xx' })] },
    body.version,
  )
  assert.equal(unknown.body.code, 'catalog.unknown_place')
  const nobody = await call('GET', '/products/018f0000-0000-7000-8000-000000000000/places')
  assert.equal(nobody.body.code, 'catalog.product_not_found')
  assert.equal(await versionOf('book'), body.version, 'nothing changed')
})

test('saying the same again writes nothing; every change is in the trail', async () => {
  const trail = () =>
    house.asOwner<{ changes: unknown }>(
      `SELECT changes FROM host.audit WHERE object_id = $1 AND action = 'catalog:place' ORDER BY at`,
      [ids['mug']],
    )
  await show('mug', true, inItaly({ begins: '2026-11-01T08:00:00' }))
  await show('mug', true, inItaly({ begins: '2026-11-01T08:00:00', ends: null }))
  const rows = await trail()
  assert.equal(rows.length, 1)
  assert.deepEqual(rows[0]?.changes, [{ field: 'places.web.it', before: null, after: '2026-11-01 08:00:00 – …' }])
  await show('mug', true)
  assert.equal((await trail()).length, 2)
})

describe('many at once', () => {
  const many = (body: object, as = owner) => call('POST', '/products/places', body, undefined, as)
  const wish = { channels: ['web'], markets: ['eu'], shown: false }

  test('a rehearsal changes nothing, and names what is not there', async () => {
    const nowhere = '018f0000-0000-7000-8000-000000000000'
    const { body } = await many({ ids: [ids['mug'], ids['book'], nowhere], ...wish, dryRun: true })
    assert.deepEqual([body.count, body.changes], [3, 2])
    assert.equal(body.refusals[0].code, 'catalog.product_not_found')
    assert.equal((await call('GET', `/products/${ids['mug']}/places`)).body.items[1].state, 'shown')
  })

  test('hides and shows in the named places and leaves the others as they are', async () => {
    assert.equal((await many({ ids: [ids['mug'], ids['book']], ...wish })).body.changes, 2)
    const book = (await call('GET', `/products/${ids['book']}/places`)).body
    assert.deepEqual(
      book.items.map(({ state }: { state: string }) => state),
      ['planned', 'hidden'],
    )
    const from = { ...wish, shown: true, begins: '2026-12-01T00:00:00' }
    assert.equal((await many({ ids: [ids['mug'], ids['book']], ...from })).body.changes, 2)
    assert.equal((await many({ ids: [ids['mug'], ids['book']], ...from })).body.changes, 0)
    assert.equal((await many({ ids: [ids['mug'], ids['book']], ...wish, shown: true })).body.changes, 2)
  })

  test('a wrong wish is told at its field, once', async () => {
    const late = { ...wish, shown: true, begins: '2026-12-02T00:00:00', ends: '2026-12-01T00:00:00' }
    const { body } = await many({ ids: [ids['mug'], ids['book']], ...late })
    assert.deepEqual([body.code, body.field ?? body.errors?.[0]?.field], ['catalog.place_ends_before', 'ends'])
  })
})

test('who may not publish cannot show products in other markets, one by one or many at once', async () => {
  const clerk = await signedInAs(house, 'care_agent')
  const put = await call('PUT', `/products/${ids['mug']}/places`, { elsewhere: true, places: [] }, 0, clerk)
  const many = await call(
    'POST',
    '/products/places',
    { ids: [ids['mug']], channels: ['web'], markets: ['it'], shown: true },
    undefined,
    clerk,
  )
  assert.deepEqual([put.status, many.status], [403, 403])
})

test('a rule about publishing in a market holds what comes into that market, and nothing else', async () => {
  const rule = {
    act: 'catalog.publish',
    condition: { kind: 'always' },
    markets: ['eu'],
    roles: ['owner'],
    approvals: 1,
    activeFrom: null,
    activeTo: null,
    note: 'Abroad',
  }
  const made = await call('POST', '/approval-rules', rule)
  assert.equal(made.status, 201, JSON.stringify(made.body))
  await show('lamp', false, inItaly())
  const abroad = { elsewhere: false, places: [inItaly(), { ...inItaly(), market: 'eu' }] }
  const held = await call('PUT', `/products/${ids['lamp']}/places`, abroad, await versionOf('lamp'))
  assert.equal(held.status, 202, JSON.stringify(held.body))
  const { items } = (await call('GET', `/products/${ids['lamp']}/places`)).body
  assert.deepEqual(
    items.map(({ state }: { state: string }) => state),
    ['shown', 'hidden'],
  )
  await call('DELETE', `/approval-rules/${made.body.id}`)
})

test('where places are judged, a product comes only where it is complete for the channel in the language of the market', async () => {
  const set = (key: string, value: unknown) => call('PUT', `/settings/${key}`, { value }, 0)
  assert.equal((await set('catalog.completeness_needed', 'p100')).status, 200)
  assert.equal((await set('catalog.completeness_judged', 'places')).status, 200)
  await show('scarf', false)
  const back = await call(
    'PUT',
    `/products/${ids['scarf']}/places`,
    { elsewhere: true, places: [] },
    await versionOf('scarf'),
  )
  assert.equal(back.body.code, 'catalog.place_not_complete')
  assert.match(JSON.stringify(back.body), /descriptions\.it/)
  const { body } = await call('GET', `/products/${ids['scarf']}/places`)
  assert.deepEqual(
    body.items.map(({ blocked }: { blocked: boolean }) => blocked),
    [true, true],
  )
})
