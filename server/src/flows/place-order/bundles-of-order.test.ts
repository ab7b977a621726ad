import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import {
  createKind,
  publishProduct,
  putBundle,
  unpublishProduct,
  type Bundle,
} from '../../departments/catalog/index.ts'
import {
  addBasketBundle,
  createBasket,
  getBasket,
  getOrder,
  quoteBasket,
  setBasketBundle,
  setBasketDestination,
  setBasketLine,
  type BasketKey,
} from '../../departments/orders/index.ts'
import { setPrices } from '../../departments/pricing/index.ts'
import { guest, system } from '../../host/context.ts'
import type { Result } from '../../kernel/result.ts'
import { must, openShop, type Good, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { callOffOrder } from '../cancel-order/index.ts'

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code)

describe('bundles in baskets and orders', () => {
  let house: TestHouse
  let shop: Shop
  let made = 0

  before(async () => {
    house = await createTestHouse()
    shop = await openShop(house, { stock: { mug: 10, book: 10, scarf: 10, lamp: 10 } })
  })
  after(() => house.close())

  const option = (good: Good, more: Partial<Bundle['groups'][number]['options'][number]> = {}) => ({
    variantId: shop.variantIds[good],
    quantity: 1,
    surcharges: {},
    chosen: 0,
    ...more,
  })
  const one = (good: Good, quantity = 1) => ({ names: {}, least: 1, most: 1, options: [option(good, { quantity })] })

  async function newBundle(price: bigint | undefined, bundle: Partial<Bundle> & Pick<Bundle, 'groups'>) {
    made += 1
    const handle = `bundle-${made}`
    const sku = handle.toUpperCase()
    const saved = must(
      await house.run((ctx) =>
        createKind(ctx, 'bundle', {
          handle,
          names: { en: `Bundle ${made}` },
          taxCategory: 'standard',
          variants: [{ sku }],
        }),
      ),
    )
    const variantId = saved.variantIds[sku]!
    const put = (version: number, wanted: Partial<Bundle> & Pick<Bundle, 'groups'>) =>
      house.run((ctx) =>
        putBundle(ctx, {
          productId: saved.productId,
          version,
          bundle: { shape: 'fixed', price: { way: 'own' }, promotions: 'included', ...wanted },
        }),
      )
    must(await put(1, bundle))
    if (price !== undefined) {
      must(await house.run((ctx) => setPrices(ctx, [{ variantId, currency: 'EUR', amount: price }])))
    }
    must(await house.run((ctx) => publishProduct(ctx, { productId: saved.productId })))
    return { variantId, productId: saved.productId, put }
  }

  async function basketWith(
    bundles: readonly {
      variantId: string
      quantity?: number
      choices?: { group: number; variantId: string; count: number }[]
    }[],
  ): Promise<BasketKey> {
    const key = must(await house.run((ctx) => createBasket(ctx, { country: 'IT', locale: 'it' }), { actor: guest }))
    for (const { variantId, quantity = 1, choices = [] } of bundles)
      must(await add(key, { variantId, quantity, choices }))
    const to = { country: 'IT', deliveryMethod: 'standard' }
    must(await house.run((ctx) => setBasketDestination(ctx, key, to), { actor: guest }))
    return key
  }
  const add = (
    key: BasketKey,
    bundle: { variantId: string; quantity: number; choices: { group: number; variantId: string; count: number }[] },
  ) => house.run((ctx) => addBasketBundle(ctx, key, bundle), { actor: guest })

  const quoteOf = async (key: BasketKey) =>
    must(await quoteBasket(house.database, must(await getBasket(house.database, key)), house.clock.now()))

  const reserved = async () =>
    Object.fromEntries(
      (
        await house.asOwner<{ sku: string; n: number }>(
          `SELECT v.sku, s.reserved::int AS n FROM inventory.stock s JOIN catalog.variant v ON v.id = s.variant_id ORDER BY 1`,
        )
      ).map(({ sku, n }) => [sku.toLowerCase(), n]),
    )

  test('a fixed bundle is sold at its price, taxed by its components, promised from their stock, and given back', async () => {
    const gift = await newBundle(3_000n, { groups: [one('mug', 2), one('book')] })
    const key = await basketWith([{ variantId: gift.variantId, quantity: 2 }])
    const { bundles, priced, orderable } = await quoteOf(key)
    assert.equal(orderable, true)
    assert.equal(bundles[0]?.available, 5)
    // 60.00 by 29.80 and 22.00 of two bundles each; 22 % and 4 % inside.
    assert.deepEqual(
      priced.lines.map(({ quantity, subtotal, tax }) => [quantity, Number(subtotal.amount), Number(tax.amount)]),
      [
        [4, 3452, 622],
        [2, 2548, 98],
      ],
    )
    const before = await reserved()
    const placed = must(await shop.place(key))
    const order = must(await getOrder(house.database, placed.id))
    assert.deepEqual(
      order.bundles.map(({ name, quantity, own, subtotal, total }) => [
        name,
        quantity,
        own.amount,
        subtotal.amount,
        total.amount,
      ]),
      [[`Bundle ${made}`, 2, 10_360, 6_000, 6_000]],
    )
    assert.deepEqual(
      order.lines.map(({ sku, bundle, quantity, own, subtotal }) => [
        sku,
        bundle,
        quantity,
        own?.amount,
        subtotal.amount,
      ]),
      [
        ['MUG', 0, 4, 5_960, 3_452],
        ['BOOK', 0, 2, 4_400, 2_548],
      ],
    )
    const held = await reserved()
    assert.deepEqual([held['mug']! - before['mug']!, held['book']! - before['book']!], [4, 2])
    await house.expectNoBreach()
    must(await callOffOrder(house, { orderId: placed.id, reason: 'changed my mind', actor: system('test') }))
    assert.deepEqual(await reserved(), before)
    await house.expectNoBreach()
  })

  test('of a mix so many are chosen; the sum of the chosen less ten per cent is its price', async () => {
    const names = { en: 'Three of these' }
    const mix = await newBundle(undefined, {
      shape: 'mix',
      price: { way: 'percent_off', percentPpm: 100_000 },
      groups: [{ names, least: 3, most: 3, options: [option('mug'), option('book'), option('scarf')] }],
    })
    const choose = (...counts: [Good, number][]) =>
      counts.map(([good, count]) => ({ group: 0, variantId: shop.variantIds[good], count }))
    const key = await basketWith([])
    const bundle = (choices: ReturnType<typeof choose>) => ({ variantId: mix.variantId, quantity: 1, choices })
    assert.equal(codeOf(await add(key, bundle(choose(['mug', 2])))), 'catalog.bundle_choice_incomplete')
    assert.equal(codeOf(await add(key, bundle(choose(['lamp', 3])))), 'catalog.bundle_choice_unknown')
    assert.equal(codeOf(await add(key, { ...bundle([]), variantId: shop.variantIds.mug })), 'orders.not_found')
    must(await add(key, bundle(choose(['mug', 2], ['book', 1]))))
    // In another order, but the same: one line of two.
    must(await add(key, bundle(choose(['book', 1], ['mug', 2]))))
    must(await add(key, bundle(choose(['scarf', 3]))))
    const { bundles, priced } = await quoteOf(key)
    assert.deepEqual(
      bundles.map(({ bundle: { quantity }, priced: its }) => [quantity, Number(its?.subtotal.amount)]),
      [
        [2, 9_324],
        [1, 18_630],
      ],
    )
    assert.equal(Number(priced.goods.amount), 9_324 + 18_630)
    const [first] = must(await getBasket(house.database, key)).bundles
    const set = (id: string, quantity: number) =>
      house.run((ctx) => setBasketBundle(ctx, key, { id, quantity }), { actor: guest })
    assert.equal(codeOf(await set(first!.id, 6)), 'inventory.not_enough_left')
    must(await set(first!.id, 0))
    must(await set(first!.id, 0))
    assert.equal(codeOf(await set(first!.id, 1)), 'orders.basket_bundle_not_found')
    assert.equal(must(await getBasket(house.database, key)).bundles.length, 1)
  })

  test('a configurable bundle asks for what is required, and a dearer choice costs more', async () => {
    const lamp = await newBundle(10_000n, {
      shape: 'configurable',
      groups: [
        {
          names: { en: 'Light' },
          least: 1,
          most: 1,
          options: [option('lamp'), option('scarf', { surcharges: { EUR: 500 } })],
        },
        { names: { en: 'To read' }, least: 0, most: 1, options: [option('book')] },
      ],
    })
    const choice = (group: number, good: Good) => ({ group, variantId: shop.variantIds[good], count: 1 })
    const key = await basketWith([{ variantId: lamp.variantId, choices: [choice(0, 'scarf'), choice(1, 'book')] }])
    const refused = await add(key, { variantId: lamp.variantId, quantity: 1, choices: [choice(1, 'book')] })
    assert.deepEqual(refused.ok ? [] : [refused.refusal.code, refused.refusal.field], [
      'catalog.bundle_choice_incomplete',
      'groups.0',
    ])
    const { bundles } = await quoteOf(key)
    assert.deepEqual(
      bundles[0]?.components.map(({ offer, priced }) => [offer?.sku, Number(priced?.subtotal.amount)]),
      // 100.00 by 69.00 and 22.00, and 5.00 more for the scarf.
      [
        ['SCARF', 8_082],
        ['BOOK', 2_418],
      ],
    )
  })

  test('a piece that is in the basket twice is counted twice, and a bundle is not bought as a plain line', async () => {
    await shop.setStock('lamp', 3)
    const pair = await newBundle(20_000n, { groups: [one('lamp', 2)] })
    const key = await basketWith([{ variantId: pair.variantId }])
    const line = (variantId: string, quantity: number) =>
      house.run((ctx) => setBasketLine(ctx, key, { variantId, quantity }), { actor: guest })
    assert.equal(codeOf(await line(pair.variantId, 1)), 'orders.bundle_needs_choices')
    must(await line(shop.variantIds.lamp, 1))
    assert.equal((await quoteOf(key)).orderable, true)
    must(await line(shop.variantIds.lamp, 2))
    const quote = await quoteOf(key)
    assert.deepEqual(
      [...quote.lines, ...quote.bundles].map(({ problem }) => problem),
      ['not_enough_left', 'not_enough_left'],
    )
    assert.equal(codeOf(await shop.place(key)), 'inventory.not_enough_left')
    const another = await basketWith([])
    assert.equal(
      codeOf(await add(another, { variantId: pair.variantId, quantity: 2, choices: [] })),
      'inventory.not_enough_left',
    )
    await shop.setStock('lamp', 1)
    assert.equal(
      codeOf(await add(another, { variantId: pair.variantId, quantity: 1, choices: [] })),
      'inventory.sold_out',
    )
    await shop.setStock('lamp', 10)
  })

  test('a bundle whose component left the shop is not sold, and its place in the basket says so', async () => {
    const set = await newBundle(5_000n, { groups: [one('scarf')] })
    const key = await basketWith([{ variantId: set.variantId }])
    const scarf = (await house.asOwner<{ id: string }>(`SELECT id FROM catalog.product WHERE handle = 'scarf'`))[0]!.id
    must(await house.run((ctx) => unpublishProduct(ctx, { productId: scarf })))
    assert.equal((await quoteOf(key)).bundles[0]?.problem, 'not_for_sale')
    const refused = await shop.place(key)
    assert.deepEqual(refused.ok ? [] : [refused.refusal.code, refused.refusal.field], [
      'orders.line_not_orderable',
      'bundles.0',
    ])
    must(await house.run((ctx) => publishProduct(ctx, { productId: scarf })))
    // What it consists of changed meanwhile: what was chosen is no choice any more.
    must(
      await set.put(2 + 1, {
        shape: 'mix',
        groups: [{ names: { en: 'Two' }, least: 2, most: 2, options: [option('mug'), option('book')] }],
      }),
    )
    assert.equal((await quoteOf(key)).bundles[0]?.problem, 'not_for_sale')
  })

  test('50 buyers of the last bundles and of their components at once: exact, and nobody waits in a ring', async () => {
    await shop.setStock('mug', 12)
    await shop.setStock('book', 9)
    const free = async () => {
      const now = await reserved()
      return { mug: 12 - now['mug']!, book: 9 - now['book']! }
    }
    const start = await free()
    const forth = await newBundle(3_000n, { groups: [one('mug', 2), one('book')] })
    const back = await newBundle(3_100n, { groups: [one('book'), one('mug')] })
    const baskets = await Promise.all(
      Array.from({ length: 50 }, (_, at) => {
        if (at % 5 === 0) return shop.fill({ mug: 1, book: 1 })
        return basketWith([{ variantId: at % 2 === 0 ? forth.variantId : back.variantId }])
      }),
    )
    const results = await Promise.all(baskets.map((key) => shop.place(key)))
    const sold = { mug: 0, book: 0 }
    results.forEach((result, at) => {
      if (result.ok) {
        sold.book += 1
        sold.mug += at % 5 !== 0 && at % 2 === 0 ? 2 : 1
      } else
        assert.ok(
          ['inventory.sold_out', 'inventory.not_enough_left'].includes(result.refusal.code),
          result.refusal.code,
        )
    })
    const left = await free()
    assert.deepEqual([start.mug - left.mug, start.book - left.book], [sold.mug, sold.book])
    // As long as there is one of each, somebody who wants one of each gets it.
    assert.ok(left.mug === 0 || left.book === 0, JSON.stringify(left))
    assert.ok(left.mug >= 0 && left.book >= 0)
    await house.expectNoBreach()
  })
})
