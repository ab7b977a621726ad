import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { saveCategory, saveProduct } from '../../catalog/index.ts'
import { saveLocations, setStock } from '../../inventory/index.ts'
import { ok } from '../../../kernel/result.ts'
import { must } from '../../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../../testing/test-house.ts'
import { setPrices } from '../use-cases/set-prices.ts'
import { CARD_ORDERS, listProductCards, loadCardOffers, type CardFilter, type CardOrder } from './product-cards.ts'
import { loadProductOffers } from './product-offers.ts'

let house: TestHouse
const categories = new Map<string, string>()
const ids = new Map<string, { productId: string; variantIds: Readonly<Record<string, string>> }>()

interface Ware {
  readonly handle: string
  readonly category?: string
  readonly state?: 'draft' | 'published'
  /** Of each variant: amount in euro cents (null: not sold), former amount, pieces. */
  readonly variants: readonly (readonly [amount: number | null, before: number | null, pieces: number])[]
}

// In the order in which they come into the shop.
const wares: readonly Ware[] = [
  { handle: 'ant', category: 'small', variants: [[500, null, 3]] },
  {
    handle: 'bee',
    category: 'small',
    variants: [
      [900, null, 0],
      [700, 800, 2],
    ],
  },
  { handle: 'cow', category: 'large', variants: [[700, null, 1]] },
  { handle: 'dog', variants: [[null, null, 5]] },
  { handle: 'eel', category: 'large', variants: [[9_000, 12_000, 0]] },
  { handle: 'fox', category: 'large', state: 'draft', variants: [[100, null, 9]] },
]

before(async () => {
  house = await createTestHouse()
  must(await house.run((ctx) => saveLocations(ctx, [{ code: 'here', name: 'Here', kind: 'warehouse', country: 'IT' }])))
  for (const handle of ['small', 'large']) {
    const saved = must(
      await house.run((ctx) => saveCategory(ctx, { handle, names: { en: handle }, position: 1, parentHandle: null })),
    )
    categories.set(handle, saved.categoryId)
  }
  for (const ware of wares) await stockWare(ware, categories.get(ware.category ?? ''))
})

async function stockWare(
  { handle, state = 'published', variants }: Ware,
  categoryId: string | undefined,
): Promise<void> {
  const skus = variants.map((_, index) => `${handle}-${index}`)
  const choices = skus.map((_, index) => ({ code: `c${index}`, names: { en: `Choice ${index}` } }))
  const saved = must(
    await house.run((ctx) =>
      saveProduct(ctx, {
        handle,
        names: { en: handle.toUpperCase() },
        taxCategory: 'standard',
        state,
        categoryId: categoryId ?? null,
        options: variants.length > 1 ? [{ code: 'kind', names: { en: 'Kind' }, choices }] : [],
        variants: skus.map((sku, index) => ({
          sku,
          ...(variants.length > 1 ? { optionValues: { kind: `c${index}` } } : {}),
        })),
      }),
    ),
  )
  ids.set(handle, { productId: saved.productId, variantIds: saved.variantIds })
  const idOf = (index: number) => saved.variantIds[`${handle}-${index}`] ?? ''
  const prices = variants.flatMap(([amount, compareAt], index) =>
    amount === null
      ? []
      : [
          {
            variantId: idOf(index),
            currency: 'EUR',
            amount: BigInt(amount),
            ...(compareAt === null ? {} : { compareAt: BigInt(compareAt) }),
          },
        ],
  )
  must(await house.run((ctx) => (prices.length > 0 ? setPrices(ctx, prices) : Promise.resolve(ok({ changed: 0 })))))
  const counts = variants
    .map(([, , quantity], index) => ({ variantId: idOf(index), locationCode: 'here', quantity }))
    .filter(({ quantity }) => quantity > 0)
  if (counts.length > 0) must(await house.run((ctx) => setStock(ctx, counts, { cause: 'opening' })))
}

const counter = { market: 'it', groups: [], channel: 'web', now: new Date('2026-11-22T10:00:00Z') }
const shop = { currency: 'EUR', locationCode: 'here', locale: 'en', limit: 10, ...counter }
const list = (filter: Partial<CardFilter> = {}) =>
  listProductCards(house.database, { ...shop, order: 'newest', ...filter })
const handles = async (filter: Partial<CardFilter> = {}) => (await list(filter)).items.map(({ handle }) => handle)

describe('cards come in the order that was asked for', () => {
  const orders: Record<Exclude<CardOrder, 'chosen'>, string[]> = {
    newest: ['eel', 'dog', 'cow', 'bee', 'ant'],
    // At their cheapest; what has no price here cannot be sorted by it.
    price: ['ant', 'bee', 'cow', 'eel'],
    price_down: ['eel', 'cow', 'bee', 'ant'],
    name: ['ant', 'bee', 'cow', 'dog', 'eel'],
  }
  for (const order of CARD_ORDERS.filter((one) => one !== 'chosen')) {
    test(order, async () => assert.deepEqual(await handles({ order }), orders[order]))

    test(`${order}, page by page, each once`, async () => {
      const seen: string[] = []
      let after: readonly string[] | undefined
      do {
        const page = await list({ order, limit: 1, after })
        assert.equal(page.items.length, 1)
        seen.push(...page.items.map(({ handle }) => handle))
        after = page.nextKey ?? undefined
      } while (after)
      assert.deepEqual(seen, orders[order])
    })
  }
})

describe('a card says', () => {
  test('the cheapest price, its own former price, and that others cost more', async () => {
    const bee = (await list({ order: 'name' })).items[1]
    assert.deepEqual(
      { ...bee, names: undefined },
      {
        handle: 'bee',
        names: undefined,
        imageFileId: null,
        price: { amount: 700n, currency: 'EUR' },
        compareAt: { amount: 800n, currency: 'EUR' },
        isFrom: true,
        available: 2,
      },
    )
  })

  test('nothing of a price where the currency has none, and then nothing can be had', async () => {
    const dog = (await list()).items.find(({ handle }) => handle === 'dog')
    assert.deepEqual([dog?.price, dog?.available], [undefined, 0])
    const rupiah = await listProductCards(house.database, { ...shop, order: 'newest', currency: 'IDR' })
    assert.deepEqual(new Set(rupiah.items.map(({ price }) => price)), new Set([undefined]))
  })

  test('how much is in one piece of the variant whose price it shows, and where its picture is cropped', async () => {
    await house.asOwner(`UPDATE catalog.variant SET content = '{"amount": "250", "unit": "g"}' WHERE sku = 'bee-1'`)
    await house.asOwner(`UPDATE catalog.variant SET content = '{"amount": "900", "unit": "g"}' WHERE sku = 'bee-0'`)
    const told = async () =>
      (await list({ order: 'name' })).items.map(({ content, focal }) => [content?.amount, focal?.x])
    assert.deepEqual(await told(), [
      [undefined, undefined],
      ['250', undefined],
      ...Array(3).fill([undefined, undefined]),
    ])
    await house.asOwner(`
      INSERT INTO host.file (id, sha256, media_type, bytes, width, height, created_at)
        VALUES ('018f0000-0000-7000-8000-00000000f11e', 'x', 'image/webp', 1, 1, 1, now());
      INSERT INTO catalog.image (product_id, position, file_id, focal_x, focal_y)
        SELECT id, 1, '018f0000-0000-7000-8000-00000000f11e', 20, 75 FROM catalog.product WHERE handle = 'bee'`)
    assert.deepEqual((await told())[1], ['250', 20])
    await house.asOwner(`UPDATE catalog.variant SET content = NULL; DELETE FROM catalog.image`)
  })

  test('the same when somebody else chose the products', async () => {
    const productIds = ['bee', 'ant'].map((handle) => ids.get(handle)?.productId ?? '')
    const offers = await loadCardOffers(house.database, { ...shop, productIds })
    assert.deepEqual([...offers.values()].map(({ available, isFrom }) => [available, isFrom]).sort(), [
      [2, true],
      [3, false],
    ])
    assert.equal((await loadCardOffers(house.database, { ...shop, productIds: [] })).size, 0)
  })
})

const categoriesOf = (...names: string[]) => names.map((name) => categories.get(name) ?? '')

describe('cards are', () => {
  test('of the categories that were asked for', async () => {
    assert.deepEqual(await handles({ categoryIds: categoriesOf('large') }), ['eel', 'cow'])
    assert.deepEqual(await handles({ categoryIds: categoriesOf('large', 'small'), order: 'price' }), [
      'ant',
      'bee',
      'cow',
      'eel',
    ])
    assert.deepEqual(await handles({ categoryIds: categoriesOf() }), [])
  })

  test('available, if only these are wanted', async () => {
    assert.deepEqual(await handles({ availableOnly: true, order: 'price_down' }), ['cow', 'bee', 'ant'])
    assert.deepEqual(await handles({ availableOnly: true, locationCode: 'elsewhere' } as Partial<CardFilter>), [])
  })
})

test('a page knows price and pieces of each of its variants', async () => {
  const offers = await loadProductOffers(house.database, { ...shop, handle: 'bee' })
  const { variantIds = {} } = ids.get('bee') ?? {}
  assert.deepEqual(offers.get(variantIds['bee-0'] ?? ''), {
    price: { amount: 900n, currency: 'EUR' },
    compareAt: undefined,
    available: 0,
    tiers: [],
  })
  assert.equal(offers.get(variantIds['bee-1'] ?? '')?.available, 2)
  assert.equal((await loadProductOffers(house.database, { ...shop, handle: 'fox' })).size, 0)
})
