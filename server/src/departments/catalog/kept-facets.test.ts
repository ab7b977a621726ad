/** What is counted beforehand for shoppers' filters is what a look at every product says: after any change, in every place, at any time. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { findBreaches } from '../../host/verify/find-breaches.ts'
import { ok } from '../../kernel/result.ts'
import { must, openShop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { putAttribute, putFamily, saveCategory, saveProduct, type Attribute } from './index.ts'
import { keptFacets, type Shelf } from './queries/kept-facets.ts'
import { listFacets } from './queries/list-facets.ts'
import { countFacets } from './use-cases/count-facets.ts'
import { putShowing } from './use-cases/put-showing.ts'
import { createCollection, changeCollection, keepCollection } from './use-cases/save-collection.ts'

const COLOURS = ['blue', 'red', 'green']
const VENDORS = ['Fornace', 'FORNACE', 'Carta', 'Lana', '']
const PRODUCTS = 24
const DAY = 86_400_000

let house: TestHouse
let market = ''
let collection = ''
const categories: string[] = []
const products: string[] = []

// The same numbers each time.
let seed = 7
const upTo = (limit: number) => (seed = (seed * 48_271) % 2_147_483_647) % limit
const oneOf = <T>(values: readonly T[]): T => values[upTo(values.length)] as T

const colour = (filterable: boolean): Attribute => ({
  code: 'colour',
  names: { en: 'Colour' },
  kind: 'choice',
  unit: '',
  choices: COLOURS.map((code) => ({ code, names: { en: code } })),
  section: 'features',
  localised: false,
  perVariant: false,
  filterable,
  shown: true,
})

const putColour = async (filterable: boolean) => {
  const [known] = await house.asOwner<{ version: number }>(
    `SELECT version FROM catalog.attribute WHERE code = 'colour'`,
  )
  must(await house.run((ctx) => putAttribute(ctx, colour(filterable), known?.version)))
  await house.runJobs(['recount-products'])
}

async function put(number: number) {
  const saved = must(
    await house.run((ctx) =>
      saveProduct(ctx, {
        handle: `k${number}`,
        names: { en: `Ware ${number} ${upTo(9)}` },
        state: oneOf(['published', 'published', 'published', 'draft'] as const),
        categoryId: oneOf([...categories, null]),
        vendor: oneOf(VENDORS),
        familyCode: 'wares',
        attributes: { colour: oneOf(COLOURS) },
        variants: [{ sku: `K${number}` }],
      }),
    ),
  )
  products[number] = saved.productId
}

/** By the clock of the market, some days from now. */
const local = (days: number | null) =>
  days === null ? null : new Date(house.clock.now().getTime() + days * DAY).toISOString().slice(0, 19)

async function show(
  number: number,
  [begins, ends]: readonly [number | null, number | null] = [null, null],
  elsewhere = false,
) {
  const productId = products[number] ?? assert.fail('no such product')
  const [saved] = await house.asOwner<{ version: number }>(
    'SELECT version FROM catalog.showing WHERE product_id = $1',
    [productId],
  )
  const place = { channel: 'web', market, shown: true, begins: local(begins), ends: local(ends) }
  const showing = { elsewhere, places: [place] }
  must(await house.run((ctx) => putShowing(ctx, { productId, showing, version: saved?.version ?? 0 })))
}

async function choose(numbers: readonly number[]) {
  const picks = [...new Set(numbers)].map((number) => products[number] ?? '')
  const draft = { handle: 'chosen', names: { en: 'Chosen' }, picks }
  const [known] = await house.asOwner<{ version: number }>('SELECT version FROM catalog.collection')
  const saved = must(
    await house.run((ctx) =>
      known
        ? changeCollection(ctx, { id: collection, version: known.version, changes: draft })
        : createCollection(ctx, draft),
    ),
  )
  collection = saved.id
  must(await house.run((ctx) => keepCollection(ctx, saved, [])))
}

before(async () => {
  house = await createTestHouse()
  await openShop(house)
  const [first] = await house.asOwner<{ code: string }>('SELECT code FROM organisation.market ORDER BY code LIMIT 1')
  market = first?.code ?? ''
  await putColour(true)
  const wares = { code: 'wares', names: { en: 'Wares' }, languages: ['en'], pictures: 0, safety: false }
  must(
    await house.run((ctx) =>
      putFamily(ctx, { ...wares, attributes: [{ code: 'colour', required: false }] }, undefined),
    ),
  )
  for (const handle of ['k-one', 'k-two', 'k-empty']) {
    categories.push(must(await house.run((ctx) => saveCategory(ctx, { handle, names: { en: handle } }))).categoryId)
  }
  for (let number = 0; number < PRODUCTS; number++) await put(number)
  await choose([1, 2, 3, 5, 8, 13, 21])
})

const shelves = (): Shelf[] => [
  ...categories.map((id) => ({ categoryIds: [id] })),
  { categoryIds: categories },
  { brand: 'fornace' },
  { brand: 'Carta' },
  { collectionId: collection },
]

const places = (days: readonly number[]) =>
  [market, 'elsewhere'].flatMap((code) =>
    days.map((day) => ({ channel: 'web', market: code, now: new Date(house.clock.now().getTime() + day * DAY) })),
  )

type Place = ReturnType<typeof places>[number]

interface Ware {
  readonly id: string
  readonly category_id: string | null
  readonly vendor: string
  readonly facets: readonly string[]
  readonly chosen: boolean
  readonly elsewhere: boolean | null
  readonly places: readonly {
    channel: string
    market: string
    shown: boolean
    begins: string | null
    ends: string | null
  }[]
}

const wares = () =>
  house.asOwner<Ware>(
    `SELECT p.id, p.category_id, p.vendor, p.facets, s.elsewhere,
      EXISTS (SELECT 1 FROM catalog.collection_member m WHERE m.product_id = p.id AND m.collection_id = $1) AS chosen,
      coalesce((SELECT json_agg(json_build_object('channel', channel, 'market', market, 'shown', shown, 'begins', begins_at,
        'ends', ends_at)) FROM catalog.showing_place w WHERE w.product_id = p.id), '[]') AS places
    FROM catalog.product p LEFT JOIN catalog.showing s ON s.product_id = p.id WHERE p.state = 'published'`,
    [collection],
  )

/** Product by product, without any of the house's SQL. */
function naive(all: readonly Ware[], shelf: Shelf, { channel, market: where, now }: Place): string {
  const here = all.filter((ware) => {
    const lies =
      'brand' in shelf
        ? ware.vendor.toLowerCase() === shelf.brand.toLowerCase()
        : 'collectionId' in shelf
          ? ware.chosen
          : shelf.categoryIds.includes(ware.category_id ?? '')
    const place = ware.places.find((one) => one.channel === channel && one.market === where)
    const isOn =
      place?.shown === true &&
      (place.begins === null || new Date(place.begins) <= now) &&
      (place.ends === null || new Date(place.ends) > now)
    return lies && (place ? isOn : (ware.elsewhere ?? true))
  })
  const counts = (values: readonly string[]) =>
    [...new Set(values)].toSorted().map((value) => `${value} ${values.filter((one) => one === value).length}`)
  const brands = counts(here.flatMap(({ vendor }) => (vendor === '' ? [] : [vendor.toLowerCase()])))
  const colours = counts(here.flatMap(({ facets }) => facets))
  return [...('brand' in shelf || brands.length < 2 ? [] : brands), '/', ...colours].join(', ')
}

async function told(shelf: Shelf, place: Place): Promise<string> {
  const facets = await listFacets(house.database, { locale: 'en', place, chosen: {}, ...shelf })
  const brands = facets.find(({ kind }) => kind === 'brand')?.choices ?? []
  const colours = facets.find(({ code }) => code === 'colour')?.choices ?? []
  const said = colours.map(({ value, count }) => `colour=${value} ${count}`).toSorted()
  return [...brands.map(({ value, count }) => `${value} ${count}`), '/', ...said].join(', ')
}

async function agree(what: string, asked: readonly Place[]) {
  const all = await wares()
  for (const shelf of shelves())
    for (const place of asked)
      assert.equal(await told(shelf, place), naive(all, shelf, place), `${what}: ${JSON.stringify([shelf, place])}`)
}

const due = () => house.asOwner<{ scope: string }>('SELECT DISTINCT scope FROM catalog.facet_due ORDER BY 1')
const breaches = async () => {
  const found = await findBreaches(house.ownerUrl)
  return found.breaches.filter(({ name }) => name.startsWith('R3'))
}

describe('what is counted beforehand for filters', () => {
  test('says of every shelf, place and time what a look at each product says, whatever changed', async () => {
    const changes: readonly (() => Promise<unknown>)[] = [
      () => put(upTo(PRODUCTS)),
      () => put(upTo(PRODUCTS)),
      () => put(upTo(PRODUCTS)),
      () =>
        show(
          upTo(PRODUCTS),
          oneOf([
            [null, null],
            [-3, null],
            [-9, -2],
            [2, null],
            [2, 9],
            [null, 9],
          ] as const),
        ),
      () => show(upTo(PRODUCTS), [null, 2], true),
      () => choose(Array.from({ length: 8 }, () => upTo(PRODUCTS))),
    ]
    for (let round = 0; round < 6; round++) {
      await countFacets(house)
      assert.deepEqual(await due(), [])
      const days = places([0, 5, 20])
      await agree('counted', days)
      for (const place of days)
        for (const shelf of shelves()) assert.ok(await keptFacets(house.database, shelf, place), JSON.stringify(shelf))
      assert.deepEqual(await breaches(), [])
      for (let change = 0; change < 6; change++) {
        await oneOf(changes)()
        await agree(`changed ${round}.${change}`, [oneOf(days)])
      }
      // Nobody filters by it any more; and then again.
      if (round > 3) await putColour(round > 4)
    }
    await agree('counted as another value', places([0]))
  })

  test('is asked for no more than what changed: other words are nothing to count', async () => {
    await countFacets(house)
    must(await house.run((ctx) => saveProduct(ctx, { handle: 'k1', names: { en: 'Other words' } })))
    assert.deepEqual(await due(), [])
    must(await house.run((ctx) => saveProduct(ctx, { handle: 'k1', state: 'published', vendor: 'Vetro' })))
    const waiting = await due()
    assert.ok(waiting.some(({ scope }) => scope === 'brand vetro'))
    await countFacets(house, { mostMs: -1 })
    assert.deepEqual(await due(), waiting, 'nothing is begun when time is up')
  })

  test('a change under way while it is counted is counted afterwards', async () => {
    must(
      await house.run((ctx) =>
        saveProduct(ctx, { handle: 'k2', state: 'published', categoryId: categories[0], vendor: 'Carta' }),
      ),
    )
    await choose([2])
    await countFacets(house)
    // Noted, written and not yet there for anybody else: whoever counts now sees neither.
    must(
      await house.run(async (ctx) => {
        must(await saveProduct(ctx, { handle: 'k2', categoryId: categories[1], vendor: 'Lana' }))
        await ctx.tx.flush()
        await house.asOwner(`INSERT INTO catalog.facet_due SELECT scope, now() FROM catalog.facet_scope`)
        await countFacets(house)
        assert.deepEqual(await due(), [])
        return ok()
      }),
    )
    const scopes = [
      `brand carta`,
      `brand lana`,
      `category ${categories[0]}`,
      `category ${categories[1]}`,
      `collection ${collection}`,
    ]
    assert.deepEqual(
      (await due()).map(({ scope }) => scope),
      scopes.toSorted(),
    )
    await agree('not counted yet', places([0]))
    await countFacets(house)
    await agree('counted', places([0]))
  })

  test('products that come and go at too many different times are looked at one by one', async () => {
    const id = categories[2] ?? ''
    for (let number = 0; number < 60; number++) {
      must(
        await house.run(async (ctx) => {
          const draft = {
            handle: `v${number}`,
            names: { en: 'V' },
            state: 'published',
            categoryId: id,
            vendor: 'Lana',
          } as const
          return saveProduct(ctx, { ...draft, variants: [{ sku: `V${number}` }] })
        }),
      )
    }
    await house.asOwner(`INSERT INTO catalog.showing SELECT id, false, 1 FROM catalog.product WHERE handle LIKE 'v%'`)
    await house.asOwner(
      `INSERT INTO catalog.showing_place (product_id, channel, market, shown, begins_at, begins)
      SELECT id, 'web', $1, true, now() + row_number() OVER (ORDER BY id) * interval '1 day', '2030-01-01T00:00:00'
      FROM catalog.product WHERE handle LIKE 'v%'`,
      [market],
    )
    await countFacets(house)
    assert.equal(await keptFacets(house.database, { categoryIds: [id] }, places([0])[0] ?? assert.fail()), undefined)
    await agree('too many', places([0, 5, 30]))
    assert.deepEqual(await breaches(), [])
  })

  test('what says otherwise is found by verify', async () => {
    await house.asOwner(
      `UPDATE catalog.product SET facets = '{colour=red}' WHERE facets = '{colour=blue}' AND state = 'published'`,
    )
    assert.ok((await breaches()).length > 0, 'another colour')
    await house.asOwner(`INSERT INTO catalog.facet_due SELECT scope, now() FROM catalog.facet_scope`)
    assert.deepEqual(await breaches(), [], 'noted, and so nothing to find')
    await countFacets(house)
    await house.asOwner(
      `INSERT INTO catalog.showing SELECT id, false, 1 FROM catalog.product WHERE category_id = $1 AND state = 'published'
      ORDER BY id DESC LIMIT 1 ON CONFLICT (product_id) DO UPDATE SET elsewhere = NOT showing.elsewhere`,
      [categories[1]],
    )
    assert.ok((await breaches()).length > 0, 'shown elsewhere')
  })
})
