/** What lists by price walk along is what prices and products say: the same pages as along the prices themselves, whatever changed. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { system } from '../../host/context.ts'
import { findBreaches } from '../../host/verify/find-breaches.ts'
import { must } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { saveCategory, saveProduct } from '../catalog/index.ts'
import { saveLocations, setStock } from '../inventory/index.ts'
import { listProductCards, type CardFilter } from './queries/product-cards.ts'
import { keepOffers } from './use-cases/keep-offers.ts'
import { setListPrices } from './use-cases/set-list-prices.ts'
import { setPrices } from './use-cases/set-prices.ts'

const LIST = 'a0000000-0000-7000-8000-000000000001'
const CHEAPER = 'a0000000-0000-7000-8000-000000000002'
const COLLECTION = 'a0000000-0000-7000-8000-000000000003'
const PRODUCTS = 48

let house: TestHouse
const categories: string[] = []
const products: { readonly id: string; readonly variantIds: Readonly<Record<string, string>> }[] = []

interface Ware {
  readonly number: number
  readonly state?: 'draft' | 'published'
  readonly category?: number
  readonly vendor?: string
  readonly kinds?: number
}

/** Every third comes in two kinds. */
async function put({
  number,
  state = 'published',
  category = number % 3,
  vendor = `Brand ${number % 4}`,
  kinds,
}: Ware) {
  const skus = Array.from({ length: kinds ?? (number % 3 === 0 ? 2 : 1) }, (_, at) => `W${number}-${at}`)
  const choices = ['c0', 'c1'].map((code) => ({ code, names: { en: code } }))
  const hasKinds = number % 3 === 0
  return must(
    await house.run((ctx) =>
      saveProduct(ctx, {
        handle: `w${number}`,
        names: { en: `Ware ${number}` },
        state,
        vendor,
        categoryId: categories[category] ?? null,
        options: hasKinds ? [{ code: 'kind', names: { en: 'Kind' }, choices }] : [],
        variants: skus.map((sku, at) => ({ sku, ...(hasKinds ? { optionValues: { kind: `c${at}` } } : {}) })),
      }),
    ),
  )
}

const price = (number: number, kind: number, amount: number) => ({
  variantId: products[number]?.variantIds[`W${number}-${kind}`] ?? assert.fail(`no W${number}-${kind}`),
  currency: 'EUR',
  amount: BigInt(amount),
})

const inList = async (prices: readonly (readonly [sku: string, price: string | null])[]) => {
  const [list] = await house.asOwner<{ version: number }>('SELECT version FROM pricing.price_list WHERE id = $1', [
    LIST,
  ])
  const wishes = prices.map(([sku, text]) => ({ sku, from: 1, price: text }))
  return must(await house.run((ctx) => setListPrices(ctx, { id: LIST, prices: wishes, version: list?.version })))
}

const keep = () => keepOffers(house)

before(async () => {
  house = await createTestHouse()
  must(await house.run((ctx) => saveLocations(ctx, [{ code: 'here', name: 'Here', kind: 'warehouse', country: 'IT' }])))
  for (const handle of ['one', 'two']) {
    categories.push(must(await house.run((ctx) => saveCategory(ctx, { handle, names: { en: handle } }))).categoryId)
  }
  for (let number = 0; number < PRODUCTS; number++) {
    const { productId: id, variantIds } = await put({ number, ...(number % 11 === 7 && { state: 'draft' }) })
    products.push({ id, variantIds })
  }
  const all = products.flatMap(({ variantIds }, number) =>
    Object.keys(variantIds).map((_, kind) => [number, kind] as const),
  )
  // Few different amounts, so that many are equal; some have none.
  const priced = all.filter(([number]) => number % 13 !== 5)
  must(
    await house.run((ctx) =>
      setPrices(
        ctx,
        priced.map(([number, kind]) => price(number, kind, 300 + ((number * 7 + kind * 3) % 9) * 100)),
      ),
    ),
  )
  const counts = all.flatMap(([number, kind]) => {
    const variantId = products[number]?.variantIds[`W${number}-${kind}`] ?? ''
    return number % 5 === 0 ? [] : [{ variantId, locationCode: 'here', quantity: 2 }]
  })
  must(await house.run((ctx) => setStock(ctx, counts, { cause: 'opening' })))
  await house.asOwner(`
    INSERT INTO pricing.price_list (id, code, names, currency, priority, markets, channels, groups, companies, announced, zone, change_ppm,
      active_at, since, created_at)
    SELECT id::uuid, code, '{"en": "List"}', 'EUR', 0, '{}', '{}', ARRAY[code], '{}', false, 'Europe/Rome', ppm, now(), now(), now()
    FROM (VALUES ('${LIST}', 'NAMED', NULL), ('${CHEAPER}', 'CHEAPER', -150000)) l (id, code, ppm)`)
  await house.asOwner(`INSERT INTO catalog.collection (id, handle, names, shown, created_at, updated_at)
    VALUES ('${COLLECTION}', 'chosen', '{"en": "Chosen"}', true, now(), now())`)
  await house.asOwner(
    `INSERT INTO catalog.collection_member (collection_id, product_id, position)
    SELECT '${COLLECTION}', id, row_number() OVER (ORDER BY handle) FROM catalog.product WHERE handle ~ '[02468]$'`,
  )
  // Dearer, cheaper, equal to what they usually cost; of some both kinds, of others one.
  await inList([
    ['W0-0', '9.00'],
    ['W3-0', '2.50'],
    ['W3-1', '9.99'],
    ['W4-0', '0.50'],
    ['W6-1', '3.005'],
    ['W8-0', '5.00'],
    ['W7-0', '1.00'],
  ])
})

// As a shop's autovacuum does.
const analyse = () =>
  house.asOwner('ANALYZE catalog.product, catalog.variant, pricing.price, pricing.list_price, pricing.offer')

const shop = { currency: 'EUR', locationCode: 'here', locale: 'en', market: 'it', channel: 'web', limit: 15 }

async function pages(filter: Partial<CardFilter>): Promise<string> {
  const seen: string[] = []
  let after: readonly string[] | undefined
  do {
    const page = await listProductCards(house.database, {
      ...shop,
      groups: [],
      now: house.clock.now(),
      order: 'price',
      ...filter,
      after,
    })
    seen.push(page.items.map(({ handle, price: one }) => `${handle} ${one?.amount}`).join(', '))
    after = page.nextKey ?? undefined
    assert.ok(seen.length < PRODUCTS, `no end: ${JSON.stringify(filter)} ${seen.slice(0, 3).join(' / ')}`)
  } while (after)
  return seen.join('\n')
}

const GROUPS = [[], ['NAMED'], ['CHEAPER'], ['CHEAPER', 'NAMED']]
const ORDERS = ['price', 'price_down'] as const

/** Each as it is kept, and as it is walked along the prices while something waits. */
async function agree(): Promise<void> {
  const narrowings: Record<string, () => Partial<CardFilter>> = {
    everything: () => ({ limit: 5 }),
    'a category': () => ({ categoryIds: categories.slice(0, 1) }),
    'two categories': () => ({ categoryIds: categories }),
    'a brand': () => ({ brand: 'brand 2' }),
    'a category and a brand': () => ({ categoryIds: categories.slice(1), brand: 'Brand 1' }),
    'a collection': () => ({ collectionId: COLLECTION }),
    'what is available of a category': () => ({ categoryIds: categories.slice(0, 1), availableOnly: true }),
  }
  const asked = Object.entries(narrowings).flatMap(([what, narrowing]) =>
    GROUPS.flatMap((groups) =>
      ORDERS.map((order) => ({ what: `${what}, ${order}, ${groups}`, filter: { ...narrowing(), groups, order } })),
    ),
  )
  assert.deepEqual(await house.asOwner('SELECT * FROM catalog.offer_due'), [])
  await analyse()
  const kept = new Map<string, string>()
  for (const { what, filter } of asked) kept.set(what, await pages(filter))
  await house.asOwner('INSERT INTO catalog.offer_due SELECT id, now() FROM catalog.product ORDER BY id LIMIT 1')
  for (const { what, filter } of asked) assert.equal(kept.get(what), await pages(filter), what)
  assert.ok((kept.get('everything, price, ') ?? '').split('\n').length > 5)
  await house.asOwner('DELETE FROM catalog.offer_due')
}

const found = async () => {
  const { breaches } = await findBreaches(house.ownerUrl)
  return breaches.filter(({ name }) => name.startsWith('R2')).flatMap(({ rows }) => rows)
}

describe('what is kept for lists by price', () => {
  test('waits first, then gives the pages that the prices give', async () => {
    assert.ok((await house.asOwner('SELECT * FROM catalog.offer_due')).length >= PRODUCTS - 4)
    await keep()
    await agree()
    assert.deepEqual(await found(), [])
  })

  const changes: Record<string, () => Promise<unknown>> = {
    'a price falls': async () => must(await house.run((ctx) => setPrices(ctx, [price(9, 1, 120)]))),
    'what had no price gets one': async () => must(await house.run((ctx) => setPrices(ctx, [price(5, 0, 610)]))),
    'a product leaves the shop': () => put({ number: 4, state: 'draft' }),
    'a product comes into the shop': () => put({ number: 7 }),
    'a product moves to another category': () => put({ number: 10, category: 0 }),
    'a product says another brand': () => put({ number: 12, vendor: 'BRAND 2' }),
    'its cheapest kind is retired': () => put({ number: 9, kinds: 1 }),
    'and comes back': () => put({ number: 9 }),
    'a list names another price': () => inList([['W4-0', '7.77']]),
    'a list names one no more': () => inList([['W8-0', null]]),
    'the usual price of what a list names in part changes': async () =>
      must(await house.run((ctx) => setPrices(ctx, [price(0, 1, 150)]))),
  }
  for (const [what, change] of Object.entries(changes)) {
    test(`follows when ${what}`, async () => {
      await change()
      assert.notDeepEqual(await house.asOwner('SELECT * FROM catalog.offer_due'), [], 'nobody was told')
      await keep()
      assert.deepEqual(await found(), [])
    })
  }

  test('and gives the same pages after all of that', agree)

  test('other words change nothing of it', async () => {
    must(await house.run((ctx) => saveProduct(ctx, { handle: 'w1', names: { en: 'Other words' } })))
    assert.deepEqual(await house.asOwner('SELECT * FROM catalog.offer_due'), [])
  })

  test('a change that is not kept yet is seen all the same', async () => {
    must(await house.run((ctx) => setPrices(ctx, [price(2, 0, 10)]), { actor: system('test') }))
    assert.match(await pages({}), /^w2 10,/)
    await keep()
    assert.match(await pages({}), /^w2 10,/)
  })

  test('what says otherwise is found by verify', async () => {
    await house.asOwner(`UPDATE pricing.offer SET amount = amount + 1 WHERE product_id = $1`, [products[1]?.id])
    await house.asOwner(`DELETE FROM pricing.offer WHERE product_id = $1`, [products[2]?.id])
    await house.asOwner(`UPDATE pricing.list_offer SET amount = 1 WHERE product_id = $1`, [products[3]?.id])
    assert.deepEqual(
      (await found()).map(({ product_id: id }) => id).toSorted(),
      products
        .slice(1, 4)
        .map(({ id }) => id)
        .toSorted(),
    )
  })
})
