import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../../testing/create-test-server.ts'
import { must, openShop, type Shop } from '../../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../../testing/test-house.ts'
import { publishProduct, saveProduct, unpublishProduct } from '../index.ts'

type Json = Record<string, unknown>

describe('what bundles consist of', () => {
  let house: TestHouse
  let app: FastifyInstance
  let shop: Shop
  let owner: SignedIn
  let made = 0

  before(async () => {
    house = await createTestHouse()
    app = await createTestServer(house)
    shop = await openShop(house)
    owner = await signedInAs(house, 'owner')
  })
  after(async () => {
    await app.close()
    await house.close()
  })

  async function ask(method: 'GET' | 'POST' | 'PUT', url: string, body?: object, version?: number) {
    const answer = await app.inject({
      method,
      url: `/api${url}`,
      headers: { ...owner.headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
      ...(body ? { payload: body } : {}),
    })
    const said = answer.json<Json & { errors?: { code: string; field: string }[] }>()
    return { status: answer.statusCode, said, code: said['code'], field: said['field'] }
  }

  async function newProduct(kind: string): Promise<{ id: string; variantId: string }> {
    made += 1
    const sku = `KIND-${made}`
    const { status, said } = await ask('POST', '/products', {
      kind,
      handle: `kind-${made}`,
      names: { en: `${kind} ${made}` },
      variants: [{ sku }],
    })
    assert.equal(status, 201)
    return { id: said['id'] as string, variantId: (said['variantIds'] as Record<string, string>)[sku]! }
  }

  const option = (variantId: string, more: object = {}) => ({
    variantId,
    quantity: 1,
    surcharges: {},
    chosen: 0,
    ...more,
  })
  const group = (options: object[], more: object = {}) => ({ names: {}, least: 1, most: 1, options, ...more })
  const bundle = (groups: object[], more: object = {}) => ({
    shape: 'fixed',
    price: { way: 'own' },
    promotions: 'included',
    groups,
    ...more,
  })

  test('a product keeps the kind that it was made of, and only a bundle consists of something', async () => {
    for (const kind of ['physical', 'bundle', 'digital', 'service', 'gift_card']) {
      const { id } = await newProduct(kind)
      assert.deepEqual((await ask('GET', `/products/${id}/kind`)).said, {
        kind,
        version: 1,
        bundle: null,
        components: [],
      })
      const put = await ask('PUT', `/products/${id}/bundle`, bundle([group([option(shop.variantIds.mug)])]), 1)
      assert.deepEqual([put.status, put.code], kind === 'bundle' ? [200, undefined] : [409, 'catalog.not_a_bundle'])
    }
    const nothing = '018f0000-0000-7000-8000-000000000000'
    assert.equal((await ask('GET', `/products/${nothing}/kind`)).code, 'catalog.product_not_found')
    const put = await ask('PUT', `/products/${nothing}/bundle`, bundle([group([option(shop.variantIds.mug)])]), 1)
    assert.equal(put.code, 'catalog.product_not_found')
  })

  test('saved against the version that was seen, told in the trail, and the same twice is once', async () => {
    const { id } = await newProduct('bundle')
    const wanted = bundle([
      group([option(shop.variantIds.mug, { quantity: 2 })]),
      group([option(shop.variantIds.book, { surcharges: { EUR: 100 } })]),
    ])
    assert.equal((await ask('PUT', `/products/${id}/bundle`, wanted)).code, 'host.version_required')
    assert.equal((await ask('PUT', `/products/${id}/bundle`, wanted, 7)).code, 'host.version_conflict')
    assert.deepEqual((await ask('PUT', `/products/${id}/bundle`, wanted, 1)).said, { version: 2 })
    assert.deepEqual((await ask('PUT', `/products/${id}/bundle`, wanted, 2)).said, { version: 2 })
    const { said } = await ask('GET', `/products/${id}/kind`)
    assert.deepEqual(said['bundle'], wanted)
    assert.deepEqual(
      (said['components'] as { sku: string; name: string; published: boolean }[]).map(({ sku, name, published }) => [
        sku,
        name,
        published,
      ]),
      [
        ['BOOK', 'Book of lagoons', true],
        ['MUG', 'Mug', true],
      ],
    )
    const { items } = (await ask('GET', `/products/${id}/versions`)).said as {
      items: { changes: { before: unknown; after: unknown }[] }[]
    }
    assert.deepEqual(
      items[0]?.changes.map(({ before, after }) => [before, after]),
      [
        [
          null,
          'Always the same; 2 × Mug; 1 × Book of lagoons +€1.00; Price of its own; Promotions look at its components',
        ],
      ],
    )
    const left = (await ask('GET', `/products/${id}/prices`)).said as { items: { available: number }[] }
    assert.deepEqual(
      left.items.map(({ available }) => available),
      [50],
      'two mugs each of a hundred',
    )
    await house.expectNoBreach()
  })

  test('each shape has its rules', async () => {
    const { mug, book, lamp } = shop.variantIds
    const { id } = await newProduct('bundle')
    const names = { en: 'Choose' }
    // what, bundle -> code, field
    const table: [string, object, string, string][] = [
      ['a choice in a fixed one', bundle([group([option(mug), option(book)])]), 'bundle_group_unfit', 'groups.0'],
      ['pieces in a fixed one', bundle([group([option(mug)], { most: 2 })]), 'bundle_group_unfit', 'groups.0'],
      [
        'the same twice in a fixed one',
        bundle([group([option(mug)]), group([option(mug)])]),
        'bundle_component_repeated',
        'groups.1.options.0.variantId',
      ],
      [
        'the same option twice',
        bundle([group([option(mug), option(mug)], { names })], { shape: 'configurable' }),
        'bundle_component_repeated',
        'groups.0.options.1.variantId',
      ],
      [
        'two at once where one is chosen',
        bundle([group([option(mug), option(book)], { names, most: 2 })], { shape: 'configurable' }),
        'bundle_group_unfit',
        'groups.0',
      ],
      [
        'two chosen at first where one is',
        bundle([group([option(mug, { chosen: 1 }), option(book, { chosen: 1 })], { names })], {
          shape: 'configurable',
        }),
        'bundle_group_unfit',
        'groups.0',
      ],
      [
        'a mix of nothing',
        bundle([group([option(mug)], { names, least: 0 })], { shape: 'mix' }),
        'bundle_group_unfit',
        'groups.0',
      ],
      [
        'a choice without a name',
        bundle([group([option(mug)])], { shape: 'mix' }),
        'bundle_group_unnamed',
        'groups.0.names.en',
      ],
      [
        'more at least than at most',
        bundle([group([option(mug)], { names, least: 3, most: 2 })], { shape: 'mix' }),
        'bundle_counts_crossed',
        'groups.0.most',
      ],
      [
        'nobody sells it',
        bundle([group([option(lamp)]), group([option('018f0000-0000-7000-8000-000000000000')])]),
        'bundle_component_unknown',
        'groups.1.options.0.variantId',
      ],
    ]
    for (const [what, wanted, code, field] of table) {
      const refused = await ask('PUT', `/products/${id}/bundle`, wanted, 1)
      assert.deepEqual([refused.status, refused.code, refused.field], [422, `catalog.${code}`, field], what)
    }
    assert.equal((await ask('GET', `/products/${id}/kind`)).said['bundle'], null)
  })

  test('a bundle is not part of a bundle', async () => {
    const inner = await newProduct('bundle')
    const { id } = await newProduct('bundle')
    for (const variantId of [inner.variantId, (await newProduct('bundle')).variantId]) {
      const refused = await ask('PUT', `/products/${id}/bundle`, bundle([group([option(variantId)])]), 1)
      assert.deepEqual(
        [refused.code, refused.field],
        ['catalog.bundle_component_nested', 'groups.0.options.0.variantId'],
      )
    }
  })

  test('it goes into the shop once it consists of something that is there, and stays fit for it', async () => {
    const { id } = await newProduct('bundle')
    const publish = () => ask('PUT', `/products/${id}/publication`)
    assert.equal((await publish()).code, 'catalog.bundle_empty')
    const many = await ask('POST', '/products/bulk', { ids: [id], action: 'publish', dryRun: true })
    assert.deepEqual(
      [
        many.said['changes'],
        JSON.stringify(many.said['leftOut'] ?? many.said['refused'] ?? many.said).includes('bundle_empty'),
      ],
      [0, true],
    )
    const draft = must(
      await house.run((ctx) =>
        saveProduct(ctx, {
          handle: 'not-yet',
          names: { en: 'Not yet' },
          taxCategory: 'standard',
          variants: [{ sku: 'NOT-YET' }],
        }),
      ),
    )
    const notYet = draft.variantIds['NOT-YET']!
    const both = bundle([group([option(shop.variantIds.mug)]), group([option(notYet)])])
    assert.equal((await ask('PUT', `/products/${id}/bundle`, both, 1)).status, 200)
    const refused = await publish()
    assert.deepEqual(
      [refused.status, refused.code, refused.field],
      [422, 'catalog.bundle_component_not_published', 'groups.1.options.0.variantId'],
    )
    must(await house.run((ctx) => publishProduct(ctx, { productId: draft.productId })))
    assert.equal((await publish()).status, 200)
    must(await house.run((ctx) => unpublishProduct(ctx, { productId: draft.productId })))
    // In the shop, it takes nothing that is not; what it has already is told of when somebody wants to buy it.
    const more = bundle([group([option(notYet, { quantity: 2 })])])
    assert.equal((await ask('PUT', `/products/${id}/bundle`, more, 3)).code, 'catalog.bundle_component_not_published')
  })

  test('a preview says price, shares and stock, and keeps nothing', async () => {
    const { id, variantId } = await newProduct('bundle')
    const asked = bundle(
      [group([option(shop.variantIds.mug, { quantity: 2 })]), group([option(shop.variantIds.book)])],
      {
        price: { way: 'percent_off', percentPpm: 100_000 },
      },
    )
    const { status, said } = await ask('POST', '/bundle-previews', { variantId, bundle: asked })
    const eur = (amount: number) => ({ amount, currency: 'EUR' })
    assert.deepEqual(
      [status, said],
      [
        200,
        {
          market: 'it',
          price: eur(4_662),
          own: eur(5_180),
          available: 50,
          components: [
            { variantId: shop.variantIds.mug, quantity: 2, own: eur(2_980), share: eur(2_682), available: 100 },
            { variantId: shop.variantIds.book, quantity: 1, own: eur(2_200), share: eur(1_980), available: 100 },
          ],
        },
      ],
    )
    const unpriced = await ask('POST', '/bundle-previews', { variantId, bundle: { ...asked, price: { way: 'own' } } })
    assert.equal(unpriced.code, 'pricing.no_price')
    const off = await ask('POST', '/bundle-previews', {
      variantId,
      bundle: { ...asked, price: { way: 'amount_off', amounts: { EUR: 180 } } },
    })
    assert.deepEqual(off.said['price'], eur(5_000))
    assert.equal((await ask('GET', `/products/${id}/kind`)).said['bundle'], null)
  })
})
