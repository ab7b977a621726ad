import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { saveProduct } from '../departments/catalog/index.ts'
import { setPrices } from '../departments/pricing/index.ts'
import { sql } from '../host/database/sql.ts'
import { createTestServer } from '../testing/create-test-server.ts'
import { must, openShop, type Shop } from '../testing/scene.ts'
import { Shopper, wordsOf } from '../testing/shopper.ts'
import { createTestHouse, type TestHouse } from '../testing/test-house.ts'

let house: TestHouse
let shop: Shop
let app: FastifyInstance

before(async () => {
  house = await createTestHouse({ demo: false })
  shop = await openShop(house, { stock: { mug: 3, lamp: 0 } })
  app = await createTestServer(house)
})

const hidden = (answer: LightMyRequestResponse, name: string): string =>
  new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(answer.body)?.[1] ?? ''

const guestForm = {
  email: 'mirandolina@locanda.example',
  country: 'IT',
  name: 'Mirandolina Locandiera',
  street: 'Calle del Forno 7',
  postcode: '30121',
  city: 'Venezia',
  region: 'VE',
  delivery: 'standard',
  act: 'order',
}

describe('pages for everybody', () => {
  const paths = ['', '/products', '/search?q=mug', '/products/mug', '/terms', '/privacy', '/imprint', '/accessibility']
  for (const locale of ['en', 'it', 'es', 'id']) {
    test(`answer in ${locale}, name their twins, and carry no code of their own`, async () => {
      for (const path of paths) {
        const answer = await app.inject({ url: `/${locale}${path}` })
        assert.equal(answer.statusCode, 200, path)
        assert.match(answer.body, new RegExp(`<html lang="${locale}">`))
        assert.doesNotMatch(
          answer.body,
          /\sstyle=|\son\w+=|<style|javascript:|<script(?![^>]*(?:src=|type="application\/(?:ld\+)?json"))/,
        )
        assert.match(answer.body, new RegExp(`href="/${locale}/imprint"`))
        assert.doesNotMatch(wordsOf(answer), /storefront\.|\{\w+\}/)
        if (path.startsWith('/search')) continue
        for (const twin of ['en', 'it', 'es', 'id', 'x-default'])
          assert.match(answer.body, new RegExp(`hreflang="${twin}"`))
        assert.match(answer.body, new RegExp(`<link rel="canonical" href="http://localhost(?::80)?/${locale}${path}"`))
      }
    })
  }

  test('/ leads to the reader’s language', async () => {
    const answer = await app.inject({ url: '/', headers: { 'accept-language': 'es-AR,es;q=0.9,en;q=0.5' } })
    assert.equal(answer.statusCode, 302)
    assert.equal(answer.headers.location, '/es')
    assert.match(String(answer.headers.vary), /accept-language/)
  })

  test('a product’s head says what search engines show, in a language that has words for it', async () => {
    const draft = { handle: 'lamp', names: { it: 'Lampada' }, descriptions: { it: 'Di vetro.' } }
    const words = {
      seoTitles: { it: 'Lampade & lumi' },
      seoDescriptions: { it: 'Fatte a Venezia', en: 'Made in Venice' },
    }
    must(await house.run((ctx) => saveProduct(ctx, { ...draft, ...words })))
    const head = async (locale: string) => {
      const { body } = await app.inject({ url: `/${locale}/products/lamp` })
      return [/<title>(.*?) ·/.exec(body)?.[1], /<meta name="description" content="([^"]*)"/.exec(body)?.[1]]
    }
    assert.deepEqual(await head('it'), ['Lampade &amp; lumi', 'Fatte a Venezia'])
    assert.deepEqual(await head('en'), ['Lamp', 'Made in Venice'], 'the name, where no title is said')
  })

  test('a product says its price, its taxes, and how many are left', async () => {
    const words = wordsOf(await app.inject({ url: '/it/products/mug' }))
    assert.match(words, /14,90 €/)
    assert.match(words, /Imposte incluse/)
    assert.match(words, /Ne restano solo 3/)
    assert.match(wordsOf(await app.inject({ url: '/en/products/lamp' })), /Sold out/)
  })

  test('and tells it to search engines as schema.org wants it', async () => {
    const { body } = await app.inject({ url: '/it/products/mug' })
    const data = [...body.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(
      ([, json = '']) => JSON.parse(json) as Record<string, unknown>,
    )
    const product = data.find((one) => one['@type'] === 'Product')
    assert.deepEqual((product?.['offers'] as object[] | undefined)?.[0], {
      '@type': 'Offer',
      url: 'http://localhost:80/it/products/mug',
      sku: 'MUG',
      price: '14.90',
      priceCurrency: 'EUR',
      availability: 'https://schema.org/InStock',
      itemCondition: 'https://schema.org/NewCondition',
    })
    assert.ok(data.some((one) => one['@type'] === 'BreadcrumbList'))
  })

  test('names and searches are text, whatever they hold', async () => {
    const names = { en: '<script>alert(1)</script> & "bowl"' }
    must(
      await house.run((ctx) =>
        saveProduct(ctx, {
          handle: 'bowl',
          names,
          taxCategory: 'standard',
          state: 'published',
          variants: [{ sku: 'BOWL' }],
        }),
      ),
    )
    for (const url of [
      '/en/products/bowl',
      '/en/products',
      `/en/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`,
    ]) {
      const { body, statusCode } = await app.inject({ url })
      assert.equal(statusCode, 200)
      assert.doesNotMatch(body, /<script>alert/)
      assert.doesNotMatch(body, /<\/script>[^<]*& "bowl"/)
    }
  })

  test('brands narrow a list and a search, by a form without scripts, and stay chosen', async () => {
    for (const [handle, vendor] of [
      ['flask', 'Vetri & Figli'],
      ['carafe', 'Orseolo'],
    ] as const) {
      const variants = [{ sku: handle.toUpperCase() }]
      const draft = { handle, names: { en: `Decanter ${handle}` }, vendor, taxCategory: 'standard', variants }
      must(await house.run((ctx) => saveProduct(ctx, { ...draft, state: 'published' })))
    }
    const shown = async (path: string) => {
      const { body, statusCode } = await app.inject({ url: `/it${path}` })
      assert.equal(statusCode, 200)
      const handles = ['flask', 'carafe'].filter((handle) => body.includes(`/it/products/${handle}"`))
      return { body, handles }
    }
    for (const [all, narrowed] of [
      ['/products?sort=name', '/products?sort=name&brand=orseolo'],
      ['/search?q=decanter', '/search?q=decanter&brand=Orseolo'],
    ] as const) {
      const whole = await shown(all)
      assert.deepEqual(whole.handles, ['flask', 'carafe'], all)
      assert.match(whole.body, /<legend>Marca<\/legend>/)
      assert.match(whole.body, /name="brand"\s+value="vetri &amp; figli"\s*\/>/)
      const { body, handles } = await shown(narrowed)
      assert.deepEqual(handles, ['carafe'], narrowed)
      assert.match(body, /name="brand"\s+value="orseolo"\s+checked/)
      assert.match(body, /noindex/)
    }
    assert.deepEqual(
      (await shown(`/products?brand=${'x'.repeat(300)}`)).handles,
      ['flask', 'carafe'],
      'no brand is so long',
    )
    assert.match((await shown('/search?q=decanter&brand=nobody')).body, /Qui niente corrisponde a tutti questi filtri/)
  })

  test('what is not there is said in the reader’s language', async () => {
    for (const path of [
      '/it/products/nothing',
      '/it/categories/nothing',
      '/it/nothing',
      '/it/orders/AAAAAAAAAAAAAAAAAAAAAAAA',
    ]) {
      const answer = await app.inject({ url: path })
      assert.equal(answer.statusCode, 404, path)
      assert.match(wordsOf(answer), /Non troviamo questa pagina/)
      assert.match(answer.body, /name="robots" content="noindex"/)
    }
  })

  test('a cursor that somebody made up begins at the beginning', async () => {
    const made = Buffer.from(JSON.stringify(["2026-13-45'); DROP TABLE x", 'id'])).toString('base64url')
    assert.equal((await app.inject({ url: `/en/products?after=${made}` })).statusCode, 200)
    assert.equal((await app.inject({ url: '/en/products?after=%00&sort=price_down&available=yes' })).statusCode, 200)
  })

  test('a page is kept, known again by its tag, and made anew after a change', async () => {
    const [first, second] = [
      await app.inject({ url: '/it/products/book' }),
      await app.inject({ url: '/it/products/book' }),
    ]
    assert.equal(first.headers.etag, second.headers.etag)
    assert.match(String(first.headers['content-security-policy']), /default-src 'self'/)
    assert.match(String(second.headers['content-security-policy']), /default-src 'self'/)
    const again = await app.inject({
      url: '/it/products/book',
      headers: { 'if-none-match': String(first.headers.etag) },
    })
    assert.equal(again.statusCode, 304)
    const prices = [{ variantId: shop.variantIds.book, currency: 'EUR', amount: 1_999n, compareAt: 2_200n }]
    must(await house.run((ctx) => setPrices(ctx, prices)))
    await wait(1_100)
    const words = wordsOf(await app.inject({ url: '/it/products/book' }))
    assert.match(words, /Prezzo attuale: 19,99 €/)
    assert.match(words, /Prezzo precedente: 22,00 €/)
  })

  test('nobody gets another country’s page from the cache', async () => {
    const italy = await app.inject({ url: '/en/products/scarf', headers: { cookie: 'fondaco_country=IT' } })
    const germany = await app.inject({ url: '/en/products/scarf', headers: { cookie: 'fondaco_country=DE' } })
    assert.match(wordsOf(italy), /Italy: from/)
    assert.match(wordsOf(germany), /Germany: from/)
    assert.match(String(italy.headers.vary), /cookie/)
  })
})

describe('a basket without scripts', () => {
  test('is filled, changed and emptied by plain forms', async () => {
    const shopper = new Shopper(app)
    const added = await shopper.add('mug', 2)
    assert.equal(added.statusCode, 303)
    assert.match(String(added.headers.location), /^\/it\/products\/mug\?added=/)
    assert.equal(shopper.cookies.get('fondaco_basket_count'), '2')
    const cookies = [added.headers['set-cookie'] ?? []].flat()
    for (const cookie of cookies) assert.match(cookie, /SameSite=Lax/)
    for (const cookie of cookies.filter((one) => !one.startsWith('fondaco_basket_count')))
      assert.match(cookie, /HttpOnly/)
    assert.match(wordsOf(await shopper.get('/it/basket')), /29,80 €/)
    const line = `/it/basket/lines/${shop.variantIds.mug}`
    assert.equal((await shopper.post(line, { quantity: '1' })).statusCode, 303)
    assert.match(wordsOf(await shopper.get('/it/basket')), /Totale 14,90 €/)
    await shopper.post(line, { quantity: '0' })
    assert.match(wordsOf(await shopper.get('/it/basket')), /Il tuo carrello è vuoto/)
    assert.equal(shopper.cookies.get('fondaco_basket_count'), '0')
  })

  test('tells why a price is what it is, and what is missing for free delivery', async () => {
    const shopper = new Shopper(app)
    await shopper.add('scarf')
    const words = wordsOf(await shopper.get('/it/basket'))
    assert.match(words, /Comprende il 22 % di imposta \(Italia\): 12,44 €/)
    assert.match(words, /Ancora 21,00 € e la consegna è gratuita/)
  })

  test('refuses more than there is, in words, and keeps what it had', async () => {
    const shopper = new Shopper(app)
    await shopper.add('mug', 1)
    const more = await shopper.post(`/it/basket/lines/${shop.variantIds.mug}`, { quantity: '50' })
    assert.equal(more.statusCode, 409)
    assert.match(wordsOf(more), /3/)
    assert.match(more.body, /role="alert"/)
    assert.match(more.body, /name="quantity"[^>]*value="1"/)
    const soldOut = await shopper.add('lamp')
    assert.match(String(soldOut.headers.location), /problem=sold_out/)
    assert.match(wordsOf(await shopper.get(String(soldOut.headers.location))), /Nel frattempo è andato esaurito/)
  })

  test('is nobody else’s: another site cannot fill it, another token cannot see it', async () => {
    const shopper = new Shopper(app)
    await shopper.add('scarf')
    const foreign = await shopper.post(
      '/it/basket/lines',
      { product: 'mug', quantity: '1' },
      { 'sec-fetch-site': 'cross-site' },
    )
    assert.equal(foreign.statusCode, 403)
    assert.doesNotMatch(wordsOf(await shopper.get('/it/basket')), /Mug/)
    shopper.cookies.set('fondaco_basket', 'a'.repeat(43))
    assert.match(wordsOf(await shopper.get('/it/basket')), /Il tuo carrello è vuoto/)
  })

  test('what is no form of ours gets a page, not a fault', async () => {
    const headers = { 'content-type': 'application/json' }
    const json = await app.inject({ method: 'POST', url: '/it/basket/lines', payload: '{"a":1}', headers })
    assert.equal(json.statusCode, 415)
    assert.match(String(json.headers['content-type']), /text\/html/)
    const shopper = new Shopper(app)
    assert.equal((await shopper.post('/it/basket/lines', {})).statusCode, 404)
    assert.equal((await shopper.post('/it/basket/lines/not-an-id', { quantity: '1' })).statusCode, 303)
    assert.equal((await shopper.post('/it/checkout', {})).statusCode, 303)
  })
})

describe('the country', () => {
  test('is chosen by a form, moves the basket along, and leads only to our own pages', async () => {
    const shopper = new Shopper(app)
    await shopper.add('scarf')
    const chosen = await shopper.post('/it/country', { country: 'DE', back: '/products/scarf?added=yes' })
    assert.equal(chosen.headers.location, '/it/products/scarf?added=yes')
    assert.match(wordsOf(await shopper.get('/it/basket')), /di cui imposta al 19 %/)
    for (const back of [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      '/a\r\nset-cookie: x=1',
      '@evil.example',
    ]) {
      assert.equal((await shopper.post('/it/country', { country: 'DE', back })).headers.location, '/it')
    }
    await shopper.post('/it/country', { country: 'XX', back: '' })
    assert.equal(shopper.cookies.get('fondaco_country'), 'DE')
  })
})

describe('the checkout', () => {
  const orders = async () =>
    Number((await house.database.row(sql<{ count: bigint }>`SELECT count(*) FROM orders.sales_order`))?.count)

  async function ready(product = 'scarf', quantity = 1) {
    const shopper = new Shopper(app)
    await shopper.add(product, quantity)
    const page = await shopper.get('/it/checkout')
    const form = {
      ...guestForm,
      key: hidden(page, 'key'),
      total: hidden(page, 'total'),
      currency: hidden(page, 'currency'),
    }
    return { shopper, page, form }
  }

  test('says what is owed, beside the words that the law wants', async () => {
    const { page } = await ready()
    const words = wordsOf(page)
    assert.match(words, /Totale 74,90 €/)
    assert.match(words, /Ordina con obbligo di pagamento/)
    assert.match(words, /Arriva tra \w+/)
    const button = { en: 'Order with obligation to pay', es: 'Pedido con obligación de pago', id: 'Pesan dan bayar' }
    for (const [locale, text] of Object.entries(button)) {
      const shopper = new Shopper(app)
      await shopper.post(`/${locale}/country`, { country: 'IT' })
      await shopper.post(`/${locale}/basket/lines`, { product: 'scarf', quantity: '1' })
      assert.match(
        (await shopper.get(`/${locale}/checkout`)).body,
        new RegExp(`value="order"[^>]*>\\s*${text}\\s*</button`),
      )
    }
  })

  test('the invoice goes to another address: its fields come in the form of its country, and the order names it', async () => {
    const { shopper, page, form } = await ready()
    assert.doesNotMatch(page.body, /name="billing_street"/)
    const other = { ...form, billing: 'other', billing_country: 'DE' }
    const shown = await shopper.post('/it/checkout', { ...other, act: 'billing' })
    assert.match(shown.body, /value="DE"\s+selected/)
    assert.doesNotMatch(shown.body, /name="billing_region"/)
    const flawed = await shopper.post('/it/checkout', { ...other, billing_name: 'Anna', billing_postcode: '1' })
    assert.equal(flawed.statusCode, 422)
    for (const field of ['billing_street', 'billing_postcode', 'billing_city'])
      assert.match(flawed.body, new RegExp(`href="#field-${field}"`))
    const whole = { billing_name: 'Anna', billing_street: 'Allee 2', billing_postcode: '10115', billing_city: 'Berlin' }
    const placed = await shopper.post('/it/checkout', { ...other, ...whole })
    assert.equal(placed.statusCode, 303, wordsOf(placed))
    const order = await shopper.get(String(placed.headers.location).replace(/\/pay$/, ''))
    assert.match(wordsOf(order), /Fatturato a Anna Allee 2 10115 Berlin Germania/)
  })

  test('an address that lacks something comes back whole, each flaw beside its field', async () => {
    const { shopper, form } = await ready()
    const before = await orders()
    const answer = await shopper.post('/it/checkout', {
      ...form,
      email: 'nobody',
      postcode: '3012',
      region: '',
      city: '"><b>',
    })
    assert.equal(answer.statusCode, 422)
    for (const field of ['email', 'postcode', 'region']) {
      assert.match(answer.body, new RegExp(`href="#field-${field}"`))
      assert.match(
        answer.body,
        new RegExp(`id="field-${field}"[^>]*aria-describedby="[^"]*field-${field}-problem"[^>]*aria-invalid="true"`),
      )
      assert.match(answer.body, new RegExp(`id="field-${field}-problem"`))
    }
    assert.match(answer.body, /value="Mirandolina Locandiera"/)
    assert.match(answer.body, /value="3012"/)
    assert.match(answer.body, /value="&quot;&gt;&lt;b&gt;"/)
    assert.equal(await orders(), before)
  })

  test('each country asks in its own order for its own fields', async () => {
    const { shopper, form } = await ready()
    const answer = await shopper.post('/it/checkout', { ...form, country: 'DE', act: 'country' })
    assert.equal(answer.statusCode, 200)
    assert.doesNotMatch(answer.body, /name="region"/)
    assert.match(wordsOf(answer), /Per esempio 10115/)
    assert.match(wordsOf(answer), /di cui imposta al 19 %/)
    assert.match(answer.body, /value="Mirandolina Locandiera"/)
    assert.doesNotMatch(answer.body, /value="30121"/)
  })

  test('another total than the one that was seen is told, not charged', async () => {
    const { shopper, form } = await ready('book')
    const before = await orders()
    const prices = [{ variantId: shop.variantIds.book, currency: 'EUR', amount: 2_500n }]
    must(await house.run((ctx) => setPrices(ctx, prices)))
    const answer = await shopper.post('/it/checkout', form)
    assert.equal(answer.statusCode, 409)
    assert.match(wordsOf(answer), /Il totale ora è 30,90 €/)
    assert.match(answer.body, /value="Calle del Forno 7"/)
    assert.equal(await orders(), before)
    const placed = await shopper.post('/it/checkout', { ...form, total: hidden(answer, 'total') })
    assert.match(String(placed.headers.location), /^\/it\/orders\/[\w-]+\/pay$/)
    assert.equal(await orders(), before + 1)
  })

  test('what was sold meanwhile is taken out by one button, and nothing typed is lost', async () => {
    const { shopper, form } = await ready('mug', 3)
    await shopper.add('scarf')
    await shop.setStock('mug', 1)
    const before = await orders()
    const answer = await shopper.post('/it/checkout', form)
    assert.equal(answer.statusCode, 409)
    assert.match(wordsOf(answer), /Mug: Ne resta solo 1/)
    assert.equal(await orders(), before)
    const mended = await shopper.post('/it/checkout', { ...form, act: 'mend' })
    assert.equal(mended.statusCode, 200)
    assert.match(mended.body, /value="Mirandolina Locandiera"/)
    assert.match(wordsOf(mended), /Mug 1 pezzo/)
    const placed = await shopper.post('/it/checkout', { ...form, total: hidden(mended, 'total') })
    assert.equal(placed.statusCode, 303)
    await shop.setStock('mug', 3)
  })

  test('a double click is one order, and so is coming back to press again', async () => {
    const { shopper, form } = await ready()
    const before = await orders()
    const answers = await Promise.all([shopper.post('/it/checkout', form), shopper.post('/it/checkout', form)])
    const later = await shopper.post('/it/checkout', form)
    const ways = [...answers, later].map(({ headers }) => headers.location)
    assert.match(String(ways[0]), /\/pay$/)
    assert.deepEqual(ways, [ways[0], ways[0], ways[0]])
    assert.equal(await orders(), before + 1)
    assert.equal(`${(await shopper.get('/it/checkout')).headers.location}/pay`, ways[0])
    assert.match(wordsOf(await shopper.get('/it/basket')), /Il tuo carrello è vuoto/)
  })

  test('a page of an older basket orders nothing', async () => {
    const { shopper, form } = await ready()
    const before = await orders()
    const answer = await shopper.post('/it/checkout', { ...form, key: '00000000-0000-7000-8000-000000000000' })
    assert.equal(answer.headers.location, '/it/basket?done=changed')
    assert.equal(await orders(), before)
  })

  test('an order is seen by its link alone, and says what is next', async () => {
    const { shopper, form } = await ready()
    const way = String((await shopper.post('/it/checkout', form)).headers.location).replace('/pay', '')
    const page = await app.inject({ url: way })
    assert.equal(page.statusCode, 200)
    assert.match(wordsOf(page), /Il tuo ordine attende il pagamento/)
    assert.match(wordsOf(page), /Mirandolina Locandiera/)
    assert.match(page.body, new RegExp(`href="${way}/pay"`))
    assert.match(page.body, /name="robots" content="noindex"/)
    assert.equal(page.headers['cache-control'], 'no-store')
    assert.doesNotMatch(page.body, /http-equiv="refresh"/)
    const returned = await app.inject({ url: `${way}?payment=returned` })
    assert.match(returned.body, /http-equiv="refresh" content="3;url=[^"]*look=1"/)
    assert.doesNotMatch((await app.inject({ url: `${way}?payment=returned&look=40` })).body, /http-equiv="refresh"/)
    const other = `${way.slice(0, -1)}${way.endsWith('A') ? 'B' : 'A'}`
    assert.equal((await app.inject({ url: other })).statusCode, 404)
  })

  test('a basket that somebody else filled cannot be ordered under one’s own name', async () => {
    const { form } = await ready()
    const thief = new Shopper(app)
    await thief.add('scarf')
    thief.cookies.set('fondaco_basket_id', form.key)
    const answer = await thief.post('/it/checkout', form)
    assert.equal(answer.statusCode, 303)
    assert.match(String(answer.headers.location), /\/it\/basket/)
  })

  test('nothing that happened here broke an invariant', () => house.expectNoBreach())
})

describe('trouble', () => {
  test('has a page in the reader’s language, with an id that the log knows, and no word of what broke', async () => {
    const broken = await createTestHouse()
    await openShop(broken)
    const server = await createTestServer(broken)
    await server.inject({ url: '/it' })
    await broken.asOwner('ALTER TABLE catalog.product RENAME TO away')
    const answer = await server.inject({ url: '/it/products/mug' })
    assert.equal(answer.statusCode, 500)
    assert.match(wordsOf(answer), /Qualcosa è andato storto da noi/)
    assert.match(wordsOf(answer), /[0-9a-f]{8}-[0-9a-f]{4}/)
    assert.doesNotMatch(answer.body, /relation|catalog\.product|at async/)
  })
})
