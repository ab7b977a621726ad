import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { createKind, publishProduct, putBundle, type Bundle } from '../departments/catalog/index.ts'
import { lockOrder, payOrder, setBasketDestination } from '../departments/orders/index.ts'
import { setPrices } from '../departments/pricing/index.ts'
import { guest } from '../host/context.ts'
import { openLink, signLink } from '../host/auth/links.ts'
import { BASKET_COOKIE } from '../host/http/cookies.ts'
import { ok } from '../kernel/result.ts'
import { createTestServer, signedInAs } from '../testing/create-test-server.ts'
import { must, openShop, totalOf, type Good, type Shop } from '../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../testing/test-house.ts'

describe('bundles in the shop, without scripts', () => {
  let house: TestHouse
  let shop: Shop
  let app: FastifyInstance
  const cookies = new Map<string, string>()

  before(async () => {
    house = await createTestHouse()
    shop = await openShop(house, { stock: { mug: 9, book: 4 } })
    app = await createTestServer(house)
  })
  after(async () => {
    await app.close()
    await house.close()
  })

  const option = (good: Good, more: object = {}) => ({
    variantId: shop.variantIds[good],
    quantity: 1,
    surcharges: {},
    chosen: 0,
    ...more,
  })

  async function newBundle(
    handle: string,
    price: bigint | undefined,
    bundle: Pick<Bundle, 'groups'> & Partial<Bundle>,
  ) {
    must(
      await house.run(async (ctx) => {
        const draft = {
          handle,
          names: { en: handle },
          taxCategory: 'standard',
          variants: [{ sku: handle.toUpperCase() }],
        }
        const { productId, version, variantIds } = must(await createKind(ctx, 'bundle', draft))
        const whole: Bundle = { shape: 'fixed', price: { way: 'own' }, promotions: 'included', ...bundle }
        must(await putBundle(ctx, { productId, version, bundle: whole }))
        const variantId = Object.values(variantIds)[0]!
        if (price !== undefined) must(await setPrices(ctx, [{ variantId, currency: 'EUR', amount: price }]))
        return publishProduct(ctx, { productId })
      }),
    )
  }

  function keep(answer: LightMyRequestResponse): LightMyRequestResponse {
    for (const { name, value } of answer.cookies) cookies.set(name, value)
    return answer
  }
  const headers = () => ({ cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') })
  const get = async (url: string) => keep(await app.inject({ url, headers: headers() }))
  const post = async (url: string, fields: Record<string, string>) =>
    keep(
      await app.inject({
        method: 'POST',
        url,
        payload: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers() },
      }),
    )
  const wordsOf = ({ body }: LightMyRequestResponse) =>
    body
      .replaceAll(/<script[\s\S]*?<\/script>/g, ' ')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/[\s\u00a0]+/g, ' ')

  test('a box says what is in it and what it saves; a card says its price', async () => {
    await newBundle('box', 4_000n, {
      groups: [
        { names: {}, least: 1, most: 1, options: [option('mug', { quantity: 2 })] },
        { names: {}, least: 1, most: 1, options: [option('book')] },
      ],
    })
    const words = wordsOf(await get('/en/products/box'))
    assert.match(words, /€40\.00/)
    assert.match(words, /One by one €51\.80: you save €11\.80/)
    assert.match(words, /What is in it 2 × Mug €29\.80 Book of lagoons €22\.00/)
    // As many as the four books and nine mugs allow.
    assert.match(words, /Only 4 left/)
    const added = await post('/en/basket/bundles', { product: 'box', quantity: '2' })
    assert.match(String(added.headers.location), /^\/en\/products\/box\?added=yes/)
    assert.equal(cookies.get('fondaco_basket_count'), '2')
    assert.match(wordsOf(await get('/en/products')), /box €40\.00/)
  })

  test('of a mix pieces are chosen in its form; the address shows what they cost', async () => {
    await newBundle('mix', undefined, {
      shape: 'mix',
      price: { way: 'percent_off', percentPpm: 100_000 },
      groups: [{ names: { en: 'Any three' }, least: 3, most: 3, options: [option('mug'), option('scarf')] }],
    })
    const count = (good: Good) => `count-0-${shop.variantIds[good]}`
    assert.match(wordsOf(await get('/en/products/mix')), /€40\.23/)
    const chosen = new URLSearchParams({ [count('mug')]: '1', [count('scarf')]: '2' })
    assert.match(wordsOf(await get(`/en/products/mix?${chosen}`)), /€137\.61/)
    // In a list, from the cheapest choice on.
    assert.match(wordsOf(await get('/en/products?sort=name')), /mix from €40\.23/)
    const handlesBy = async (sort: string) =>
      [...(await get(`/en/products?sort=${sort}`)).body.matchAll(/href="\/en\/products\/(mug|mix|scarf|lamp)"/g)]
        .map(([, handle]) => handle)
        .join(' ')
    assert.equal(await handlesBy('price'), 'mug mix scarf lamp', 'by price it stands where it begins')
    assert.equal(await handlesBy('price_down'), 'lamp scarf mix mug')
    const few = await post('/en/basket/bundles', { product: 'mix', quantity: '1', [count('mug')]: '1' })
    assert.match(String(few.headers.location), /problem=bundle/)
    assert.match(wordsOf(await get(String(few.headers.location))), /Choose what goes into it/)
    const added = await post('/en/basket/bundles', {
      product: 'mix',
      quantity: '1',
      [count('mug')]: '2',
      [count('scarf')]: '1',
    })
    assert.match(String(added.headers.location), /added=yes/)
    for (const broken of ['choice-0=x', 'count-0-x=1', `count-9-${shop.variantIds.mug}=1`, 'choice-99=&choice-98=a']) {
      assert.equal((await get(`/en/products/mix?${broken}`)).statusCode, 200, broken)
    }
    assert.equal((await post('/en/basket/bundles', { product: 'mug', quantity: '1' })).statusCode, 404)
  })

  test('of a configurable one, one of each group is chosen', async () => {
    await newBundle('desk', 5_000n, {
      shape: 'configurable',
      groups: [
        {
          names: { en: 'Light' },
          least: 1,
          most: 1,
          options: [option('lamp'), option('scarf', { surcharges: { EUR: 250 } })],
        },
        { names: { en: 'To read' }, least: 0, most: 1, options: [option('book')] },
      ],
    })
    const words = wordsOf(await get(`/en/products/desk?choice-0=${shop.variantIds.scarf}&choice-1=`))
    assert.match(words, /€52\.50/)
    assert.match(words, /Light .*Scarf €2\.50 more .*To read if you like .*Without/)
  })

  test('the basket shows bundles with their parts, changes and empties them; checkout and order show them too', async () => {
    const words = wordsOf(await get('/en/basket'))
    assert.match(words, /box 4 × Mug 2 × Book of lagoons You save €23\.60/)
    assert.match(words, /As part of a bundle it bears/)
    const ids = [...(await get('/en/basket')).body.matchAll(/\/en\/basket\/bundles\/([0-9a-f-]{36})/g)].map(
      ([, id]) => id!,
    )
    const [box, , mix] = ids
    assert.equal((await post(`/en/basket/bundles/${box}`, { quantity: '50' })).statusCode, 409)
    assert.equal((await post(`/en/basket/bundles/${box}`, { quantity: '1' })).statusCode, 303)
    assert.equal((await post(`/en/basket/bundles/${mix}`, { quantity: '0' })).statusCode, 303)
    assert.match(wordsOf(await get('/en/checkout')), /box .* 2 × Mug 1 × Book of lagoons/)
    const id = cookies.get('fondaco_basket_id') ?? ''
    const token = cookies.get(BASKET_COOKIE) ?? ''
    const to = { country: 'IT', deliveryMethod: 'standard' }
    must(await house.run((ctx) => setBasketDestination(ctx, { id, token }, to), { actor: guest }))
    const placed = must(await shop.place({ id, token }, { acceptedTotal: await totalOf(house, { id, token }) }))
    const order = wordsOf(await get(`/en/orders/${signLink(house.linkKey, 'order', placed.id)}`))
    assert.match(order, /box .*2 × Mug · €23\.01 1 × Book of lagoons · €16\.99/)
    const owner = await signedInAs(house, 'owner')
    const worth = await app.inject({ url: `/api/orders/${placed.id}/refundable`, headers: owner.headers })
    assert.deepEqual(
      worth
        .json<{ items: { name: string; bundle: number; total: { amount: number }; pieces: { amount: number }[] }[] }>()
        .items.map(({ name, bundle, total, pieces }) => [
          name,
          bundle,
          total.amount,
          pieces.map(({ amount }) => amount),
        ]),
      [
        ['Mug', 0, 2301, [1150, 2301]],
        ['Book of lagoons', 0, 1699, [1699]],
      ],
    )
    const confirm = house.blueprint.jobs.find(({ kind }) => kind === 'order-confirmation')
    await confirm?.run(house, { id: '1', kind: 'order-confirmation', ref: placed.id, payload: {}, attempt: 1 } as never)
    const [mail] = await house.asOwner<{ text: string }>('SELECT text_body AS text FROM host.mail')
    assert.match(mail?.text ?? '', /1 x box: 2 × Mug, 1 × Book of lagoons: /)
    await house.expectNoBreach()
  })

  test('files are bought with a name and a country, and downloaded from the page of the order once it is agreed', async () => {
    cookies.clear()
    const clerk = await signedInAs(house, 'owner')
    const productId = must(
      await house.run(async (ctx) => {
        const draft = {
          handle: 'pattern',
          names: { en: 'Pattern' },
          taxCategory: 'standard',
          variants: [{ sku: 'PAT' }],
        }
        const saved = must(await createKind(ctx, 'digital', draft))
        return setPrices(ctx, [{ variantId: saved.variantIds['PAT']!, currency: 'EUR', amount: 900n }]).then((set) => {
          must(set)
          return ok(saved.productId)
        })
      }),
    )
    const staff = clerk.headers
    const upload = (url: string, payload: string) =>
      app.inject({ method: 'POST', url, payload, headers: { ...staff, 'content-type': 'application/octet-stream' } })
    const refused = await upload(`/api/products/${productId}/downloads?name=page.html`, '<html>')
    assert.equal(refused.statusCode, 415)
    const added = await upload(
      `/api/products/${productId}/downloads?name=pattern.zip`,
      'PK\x03\x04 a pattern to sew by',
    )
    assert.equal(added.statusCode, 201, added.body)
    const { fileId } = added.json<{ fileId: string }>()
    must(await house.run((ctx) => publishProduct(ctx, { productId })))
    assert.match(wordsOf(await get('/en/products/pattern')), /What you get pattern\.zip ZIP/)

    await post('/en/basket/lines', { product: 'pattern', quantity: '1' })
    const first = await get('/en/checkout')
    const keyOf = ({ body }: LightMyRequestResponse) => /name="key" value="([^"]+)"/.exec(body)?.[1] ?? ''
    await post('/en/checkout', { key: keyOf(first), country: 'IT', act: 'country' })
    const page = await get('/en/checkout')
    assert.match(wordsOf(page), /Who buys/)
    assert.doesNotMatch(page.body, /name="street"|name="delivery"|consent_digital" value="yes" checked/)
    assert.match(page.body, /name="consent_digital"/)
    const key = keyOf(page)
    const total = /name="total"\s+value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const fields = {
      key,
      total,
      cards: '0',
      currency: 'EUR',
      country: 'IT',
      email: 'zanetta@calle.example',
      act: 'order',
    }
    const nameless = await post('/en/checkout', { ...fields, name: '' })
    assert.equal(nameless.statusCode, 422, wordsOf(nameless).slice(0, 900))
    const placed = await post('/en/checkout', { ...fields, name: 'Zanetta' })
    assert.equal(placed.statusCode, 303, wordsOf(placed).slice(0, 600))
    const [, link = ''] = /orders\/([^/]+)\/pay/.exec(String(placed.headers.location)) ?? []
    const orderId = openLink(house.linkKey, 'order', link) ?? ''
    must(
      await house.run(async (ctx) => {
        const order = must(await lockOrder(ctx, orderId))
        return payOrder(ctx, order, order.contentHash)
      }),
    )

    const file = `/api/order-links/${link}/downloads/0/${fileId}`
    assert.match(wordsOf(await get(`/en/orders/${link}`)), /They open on .* when the withdrawal period is over/)
    assert.equal((await app.inject(file)).json<{ code: string }>().code, 'orders.download_not_open')
    assert.equal((await post(`/en/orders/${link}/consents`, {})).statusCode, 422)
    assert.equal((await post(`/en/orders/${link}/consents`, { consent_digital: 'yes' })).statusCode, 303)
    const open = await get(`/en/orders/${link}`)
    assert.match(wordsOf(open), /Download pattern\.zip/)
    assert.match(wordsOf(open), /You agreed on .*: “I ask for my files at once/)
    const got = await app.inject(file)
    assert.deepEqual([got.statusCode, got.body], [200, 'PK\x03\x04 a pattern to sew by'])
    const seen = await app.inject({ url: `/api/orders/${orderId}/downloads`, headers: staff })
    const { log, consents } = seen.json<{ log: { name: string }[]; consents: { givenIn: string }[] }>()
    assert.deepEqual(
      [log.map(({ name }) => name), consents.map(({ givenIn }) => givenIn)],
      [['pattern.zip'], ['order_page']],
    )
  })
})
