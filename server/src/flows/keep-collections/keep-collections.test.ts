/** Collections from the office to the shop: previewed, saved, kept fresh, shown with sorts and cursors; and the brands beside them. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { saveCategory, saveProduct } from '../../departments/catalog/index.ts'
import { setStock } from '../../departments/inventory/index.ts'
import { setPrices } from '../../departments/pricing/index.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must, openShop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { keepCollections } from './index.ts'

let house: TestHouse
let app: FastifyInstance
let owner: SignedIn
const ids = new Map<string, string>()
let kitchen: string

interface Ware {
  readonly handle: string
  readonly vendor: string
  readonly tags: readonly string[]
  readonly category?: true
  /** EUR cents, and before. */
  readonly cents: readonly (readonly [amount: number, before?: number])[]
  readonly pieces: number
  readonly state?: 'draft'
}

// In the order in which they came into the shop.
const WARES: readonly Ware[] = [
  { handle: 'w-cup', vendor: 'Fornace Nord', tags: ['gift'], category: true, cents: [[900]], pieces: 4 },
  { handle: 'w-pot', vendor: 'Fornace Nord', tags: [], category: true, cents: [[4_500, 6_000]], pieces: 0 },
  { handle: 'w-pen', vendor: 'Carta Sud', tags: ['gift'], cents: [[2_900], [3_900]], pieces: 9 },
  { handle: 'w-ink', vendor: 'carta sud', tags: [], cents: [[1_500]], pieces: 1 },
  { handle: 'w-hat', vendor: '', tags: ['gift'], cents: [[800]], pieces: 5, state: 'draft' },
]

async function put({ handle, vendor, tags, category, cents, pieces, state = 'published' as never }: Ware) {
  const choices = cents.map((_, at) => ({ code: `c${at}`, names: { en: `C${at}` } }))
  const skus = cents.map((_, at) => `${handle}-${at}`)
  const saved = must(
    await house.run((ctx) =>
      saveProduct(ctx, {
        handle,
        names: { en: handle },
        vendor,
        tags,
        state,
        categoryId: category ? kitchen : null,
        options: cents.length > 1 ? [{ code: 'kind', names: { en: 'Kind' }, choices }] : [],
        variants: skus.map((sku, at) => ({ sku, ...(cents.length > 1 ? { optionValues: { kind: `c${at}` } } : {}) })),
      }),
    ),
  )
  ids.set(handle, saved.productId)
  const idOf = (at: number) => saved.variantIds[skus[at] ?? ''] ?? ''
  const prices = cents.map(([amount, was], at) => ({
    variantId: idOf(at),
    currency: 'EUR',
    amount: BigInt(amount),
    ...(was === undefined ? {} : { compareAt: BigInt(was) }),
  }))
  must(await house.run((ctx) => setPrices(ctx, prices)))
  const [location] = await house.asOwner<{ code: string }>('SELECT code FROM inventory.location ORDER BY code LIMIT 1')
  const counts = [{ variantId: idOf(0), locationCode: location?.code ?? '', quantity: pieces }]
  if (pieces > 0) must(await house.run((ctx) => setStock(ctx, counts, { cause: 'opening' })))
}

before(async () => {
  house = await createTestHouse({ demo: false })
  await openShop(house, { stock: {} })
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  const above = must(await house.run((ctx) => saveCategory(ctx, { handle: 'w-home', names: { en: 'Home' } })))
  const below = must(
    await house.run((ctx) => saveCategory(ctx, { handle: 'w-kitchen', names: { en: 'K' }, parentHandle: 'w-home' })),
  )
  kitchen = below.categoryId
  ids.set('home', above.categoryId)
  for (const ware of WARES) await put(ware)
})

interface Asked {
  readonly body?: object
  readonly version?: number
}

async function ask(method: 'GET' | 'POST' | 'PATCH', url: string, { body, version }: Asked = {}) {
  const seen = version === undefined ? {} : { 'if-match': `"${version}"` }
  const headers = { ...owner.headers, ...seen }
  const answer = await app.inject({ method, url: `/api${url}`, headers, ...(body ? { payload: body } : {}) })
  return { status: answer.statusCode, body: answer.json() }
}

const rule = (...conditions: object[]) => ({ match: 'all', conditions })
const price = (atLeast: number | null, atMost: number | null) => ({ kind: 'price', currency: 'EUR', atLeast, atMost })

describe('a rule finds', () => {
  const labelled = { kind: 'label', labels: ['gift'] }
  const cases: readonly (readonly [what: string, conditions: () => object[], found: string, match?: 'any'])[] = [
    ['a category with all below it', () => [{ kind: 'category', categories: [ids.get('home')] }], 'w-pot w-cup'],
    ['a brand, whatever the case', () => [{ kind: 'brand', brands: ['CARTA SUD'] }], 'w-ink w-pen'],
    ['a label, drafts left out', () => [labelled], 'w-pen w-cup'],
    ['the cheapest variant at most so dear', () => [labelled, price(null, 3_000)], 'w-pen w-cup'],
    [
      'no variant cheaper than the least',
      () => [{ kind: 'brand', brands: ['carta sud'] }, price(2_000, null)],
      'w-pen',
    ],
    ['between two prices, both counted in', () => [labelled, price(900, 2_899)], 'w-cup'],
    ['what is reduced', () => [{ kind: 'reduced', currency: 'EUR' }], 'w-pot'],
    [
      'what there is enough of',
      () => [
        { kind: 'stock', atLeast: 4 },
        { kind: 'label', labels: ['gift'] },
      ],
      'w-pen w-cup',
    ],
    ['what is new', () => [{ kind: 'created', withinDays: 1 }, labelled], 'w-pen w-cup'],
    ['any of several', () => [labelled, { kind: 'reduced', currency: 'EUR' }], 'w-pen w-pot w-cup', 'any'],
    ['nothing of an attribute that nobody has', () => [{ kind: 'attribute', attribute: 'no', values: ['x'] }], ''],
  ]
  for (const [what, conditions, found, match = 'all'] of cases) {
    test(`${what}: ${found || 'nothing'}`, async () => {
      const preview = await ask('POST', '/collection-previews', { body: { rule: { match, conditions: conditions() } } })
      assert.equal(preview.status, 200, JSON.stringify(preview.body))
      const names = (preview.body.items as { name: string }[]).map(({ name }) => name)
      assert.deepEqual([names.join(' '), preview.body.count, preview.body.capped], [found, names.length, false])
    })
  }

  test('what names nothing is refused where it stands', async () => {
    const refused = async (asked: object) => {
      const { body } = await ask('POST', '/collection-previews', { body: { rule: asked } })
      return `${body.code} ${body.field}`
    }
    assert.equal(await refused(rule()), 'catalog.rule_without_condition rule.conditions')
    assert.equal(await refused(rule({ kind: 'label', labels: [] })), 'catalog.condition_incomplete rule.conditions.0')
    assert.equal(await refused(rule(price(2, 1))), 'catalog.condition_incomplete rule.conditions.0')
    assert.equal(
      await refused(rule(price(1, null), price(null, null))),
      'catalog.condition_incomplete rule.conditions.1',
    )
  })
})

test('who is narrowed sees what their own prices and stock make of a rule', async () => {
  const ines = await signedInAs(house, 'owner')
  const found = async (scope: string, condition: object) => {
    await house.asOwner('UPDATE people.staff SET scope = $2 WHERE id = $1', [ines.id, scope])
    const payload = { rule: rule(condition) }
    const answer = await app.inject({ method: 'POST', url: '/api/collection-previews', headers: ines.headers, payload })
    assert.equal(answer.statusCode, 200, answer.body)
    const { items, narrowed } = answer.json<{ items: { name: string }[]; narrowed: boolean }>()
    assert.equal(narrowed, true)
    return items.map(({ name }) => name).join(' ')
  }
  const stocked = { kind: 'stock', atLeast: 4 }
  const [place] = await house.asOwner<{ code: string }>('SELECT code FROM inventory.location ORDER BY code LIMIT 1')
  assert.match(await found(JSON.stringify({ location: [place?.code] }), stocked), /w-pen.*w-cup/)
  assert.equal(await found('{"location": ["elsewhere"]}', stocked), '')
  assert.match(await found('{"market": ["it"]}', price(null, 3_000)), /w-cup/)
  assert.equal(await found('{"market": ["nowhere"]}', price(null, 3_000)), '')
})

let looks = 0

/** What the shop shows of it, in its order, page by page. */
async function shown(path: string): Promise<string> {
  // An address of its own each time: a page may be a second old, which is not what is asked here.
  const url = `/en${path}${path.includes('?') ? '&' : '?'}look=${++looks}`
  const page = await app.inject({ url })
  if (page.statusCode !== 200) return String(page.statusCode)
  return [...page.body.matchAll(/href="\/en\/products\/(w-[a-z]+)"/g)].map(([, handle]) => handle).join(' ')
}

const keep = () => keepCollections(house, undefined)

test('by a rule: kept as prices, labels and stock change, what was chosen first', async () => {
  const gifts = {
    handle: 'gifts',
    names: { en: 'Gifts', it: 'Regali' },
    rule: rule({ kind: 'label', labels: ['gift'] }, price(null, 3_000)),
  }
  const made = await ask('POST', '/collections', { body: { ...gifts, picks: [ids.get('w-ink')] } })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  assert.equal(await shown('/collections/gifts'), '', 'nobody has looked yet')
  await keep()
  assert.equal(await shown('/collections/gifts'), 'w-ink w-pen w-cup')
  assert.equal(await shown('/collections/gifts?sort=price'), 'w-cup w-ink w-pen')
  assert.equal(await shown('/collections/gifts?available=yes&sort=name'), 'w-cup w-ink w-pen')

  const [pen] = await house.asOwner<{ id: string }>(`SELECT id FROM catalog.variant WHERE sku = 'w-pen-0'`)
  const dearer = [{ variantId: pen?.id ?? '', currency: 'EUR', amount: 3_100n }]
  must(await house.run((ctx) => setPrices(ctx, dearer)))
  await keep()
  assert.equal(await shown('/collections/gifts'), 'w-ink w-cup')
  const [traces] = await house.asOwner<{ n: string }>(`SELECT sum(version) AS n FROM host.content_version`)
  await keep()
  const [after] = await house.asOwner<{ n: string }>(`SELECT sum(version) AS n FROM host.content_version`)
  assert.equal(after?.n, traces?.n, 'a look that finds nothing new touches no page')

  must(await house.run((ctx) => saveProduct(ctx, { handle: 'w-cup', state: 'draft' })))
  assert.equal(await shown('/collections/gifts'), 'w-ink', 'what leaves the shop is gone at once')
  must(await house.run((ctx) => saveProduct(ctx, { handle: 'w-cup', state: 'published' })))
  const listed = (await ask('GET', '/collections')).body.items
  assert.deepEqual([listed[0].name, listed[0].way, listed[0].members, listed[0].state], ['Gifts', 'rule', 2, 'shown'])
})

test('by hand: in its order, hidden, and only in its time', async () => {
  const pick = (...handles: string[]) => handles.map((handle) => ids.get(handle))
  const made = await ask('POST', '/collections', {
    body: { handle: 'table', names: { en: 'Table' }, picks: pick('w-pot', 'w-cup', 'w-pen') },
  })
  const { id } = made.body as { id: string }
  const change = (body: object, version?: number) =>
    ask('PATCH', `/collections/${id}`, { body, ...(version === undefined ? {} : { version }) })
  await keep()
  assert.equal(await shown('/collections/table'), 'w-pot w-cup w-pen')
  assert.equal((await change({ picks: pick('w-pen') })).body.code, 'host.version_required')
  assert.equal((await change({ picks: pick('w-pen', 'w-pot', 'w-pen') }, 1)).body.version, 2)
  assert.equal((await change({ picks: pick('w-pen') }, 1)).body.code, 'host.version_conflict')
  await keep()
  assert.equal(await shown('/collections/table'), 'w-pen w-pot')
  assert.equal((await change({ picks: pick('w-pen', 'w-pot') }, 2)).body.version, 2, 'the same again is nothing')

  const soon = new Date(house.clock.now().getTime() + 3_600_000).toISOString()
  const late = await change({ beginsAt: soon, endsAt: soon }, 2)
  assert.deepEqual([late.body.code, late.body.field], ['catalog.ends_before_it_begins', 'endsAt'])
  assert.equal((await change({ beginsAt: soon }, 2)).body.version, 3)
  assert.equal(await shown('/collections/table'), '404')
  assert.equal((await change({ beginsAt: null, endsAt: soon }, 3)).body.version, 4)
  assert.equal(await shown('/collections/table'), 'w-pen w-pot')
  assert.equal((await change({ hidden: true }, 4)).body.version, 5)
  assert.equal(await shown('/collections/table'), '404')

  const nobody = '018f0000-0000-7000-8000-000000000000'
  const unknown = await change({ picks: [nobody] }, 5)
  assert.deepEqual([unknown.status, unknown.body.code], [422, 'catalog.unknown_pick'])
  const many = Array.from({ length: 501 }, (_, at) => `018f0000-0000-7000-8000-${String(at).padStart(12, '0')}`)
  assert.equal((await change({ picks: many }, 5)).body.code, 'catalog.too_many_picks')
  assert.equal((await ask('GET', `/collections/${nobody}`)).body.code, 'catalog.collection_not_found')
  const taken = await ask('POST', '/collections', { body: { handle: 'gifts', names: { en: 'G' } } })
  assert.deepEqual([taken.status, taken.body.code], [409, 'catalog.handle_taken'])
  const read = (await ask('GET', `/collections/${id}`)).body
  assert.deepEqual([read.version, read.picks.map(({ name }: { name: string }) => name)], [5, ['w-pen', 'w-pot']])

  const list = async (query: string) =>
    ((await ask('GET', `/collections?${query}`)).body.items as { name: string; state: string }[])
      .map(({ name, state }) => `${name}: ${state}`)
      .join(', ')
  assert.equal(await list('sort=name'), 'Gifts: shown, Table: hidden')
  assert.equal(await list('filter=way:is:hand'), 'Table: hidden')
  assert.equal(await list('filter=members:from:1&filter=hidden:is:false'), 'Gifts: shown')
  assert.equal(await list('search=tabl'), 'Table: hidden')
})

test('many: page by page, each once', async () => {
  const handles = Array.from(
    { length: 30 },
    (_, at) => `w-many${String.fromCharCode(97 + at / 10)}${String.fromCharCode(97 + (at % 10))}`,
  )
  for (const handle of handles) await put({ handle, vendor: '', tags: ['many'], cents: [[100]], pieces: 1 })
  await ask('POST', '/collections', {
    body: { handle: 'many', names: { en: 'Many' }, rule: rule({ kind: 'label', labels: ['many'] }) },
  })
  await keep()
  const first = await app.inject('/en/collections/many')
  const next = /rel="next" href="\/en(\/collections\/many\?[^"]+)"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&')
  assert.ok(next, 'there is a second page')
  const seen = `${await shown('/collections/many')} ${await shown(next)}`.split(' ')
  assert.deepEqual(seen.toSorted(), handles.toSorted())
})

describe('brands', () => {
  test('what products say becomes one, with a page; another name is said by all of them', async () => {
    const unknown = (await ask('GET', '/brand-names')).body.unknown as { name: string; products: number }[]
    assert.deepEqual(
      unknown.filter(({ name }) => /^(Fornace|Carta)/i.test(name)).map(({ products }) => products),
      [2, 2],
    )
    const made = await ask('POST', '/brands', {
      body: { name: 'Carta Sud', handle: 'carta-sud', descriptions: { en: 'Paper since 1920' } },
    })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    const { id } = made.body as { id: string }
    assert.equal(await shown('/brands/carta-sud'), 'w-ink w-pen')
    assert.match((await app.inject('/en/brands/carta-sud')).body, /Paper since 1920/)
    assert.match((await app.inject('/en/products/w-ink')).body, /href="\/en\/brands\/carta-sud"/)
    const listed = (await ask('GET', '/brands?search=carta')).body.items
    assert.deepEqual(
      listed.map((one: Record<string, unknown>) => [one.id, one.products, one.state]),
      [[id, 2, 'shown']],
    )
    const names = (await ask('GET', '/brand-names')).body
    assert.ok(names.names.includes('Carta Sud'))
    assert.ok(!names.unknown.some(({ name }: { name: string }) => /carta/i.test(name)))

    const change = (body: object, version?: number) =>
      ask('PATCH', `/brands/${id}`, { body, ...(version === undefined ? {} : { version }) })
    assert.equal((await change({ name: 'X' })).body.code, 'host.version_required')
    assert.equal((await change({ name: 'X' }, 7)).body.code, 'host.version_conflict')
    assert.equal((await change({ name: 'Carta del Sud' }, 1)).body.version, 2)
    const said = await house.asOwner<{ vendor: string; version: number }>(
      `SELECT vendor, version FROM catalog.product WHERE handle IN ('w-ink', 'w-pen')`,
    )
    assert.deepEqual(said, [
      { vendor: 'Carta del Sud', version: 2 },
      { vendor: 'Carta del Sud', version: 2 },
    ])
    assert.equal(await shown('/brands/carta-sud'), 'w-ink w-pen')
    assert.equal((await change({ hidden: true }, 2)).body.version, 3)
    assert.equal(await shown('/brands/carta-sud'), '404')
    assert.deepEqual((await ask('GET', '/brands/count?filter=state:is:hidden')).body, { count: 1, capped: false })
  })

  test('what cannot be', async () => {
    const add = async (body: object) => {
      const answer = await ask('POST', '/brands', { body })
      return `${answer.body.code} ${answer.body.field ?? ''}`.trim()
    }
    assert.equal(await add({ name: 'carta DEL sud', handle: 'other' }), 'catalog.brand_taken name')
    assert.equal(await add({ name: 'Other', handle: 'carta-sud' }), 'catalog.handle_taken handle')
    assert.equal(await add({ name: ' ', handle: 'blank' }), 'catalog.name_missing name')
    const nobody = '018f0000-0000-7000-8000-000000000000'
    assert.equal(await add({ name: 'Made', handle: 'made', makerId: nobody }), 'catalog.unknown_contact makerId')
    assert.equal((await ask('GET', `/brands/${nobody}`)).body.code, 'catalog.brand_not_found')
    await house.asOwner(`INSERT INTO catalog.product (id, handle, names, vendor, tax_category, state, created_at, updated_at)
      SELECT gen_random_uuid(), 'huge-' || n, '{"en": "Huge"}', 'Huge', 'standard', 'draft', now(), now() FROM generate_series(1, 1001) n`)
    const { id } = (await ask('POST', '/brands', { body: { name: 'Huge', handle: 'huge' } })).body
    const renamed = await ask('PATCH', `/brands/${id}`, { body: { name: 'Huger' }, version: 1 })
    assert.deepEqual([renamed.status, renamed.body.code], [409, 'catalog.brand_too_large'])
    assert.equal((await ask('GET', `/brands/${id}`)).body.name, 'Huge')
    await house.asOwner(`DELETE FROM catalog.product WHERE vendor = 'Huge'`)
  })
})

test('every invariant holds after all of it', () => house.expectNoBreach())
