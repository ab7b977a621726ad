import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { guest } from '../../host/context.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must, openShop, someAddress, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { createBasket, getOrder, setBasketDestination, setBasketLine } from '../../departments/orders/index.ts'
import { placeOrder } from './place-order.ts'

let house: TestHouse
let shop: Shop
let app: Awaited<ReturnType<typeof createTestServer>>
let owner: SignedIn
before(async () => {
  house = await createTestHouse()
  shop = await openShop(house, { stock: { mug: 100, book: 100 } })
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
})

async function call(method: 'GET' | 'POST' | 'PUT', path: string, payload?: object, version?: number) {
  const headers = { ...owner.headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) }
  const answer = await app.inject({ method, url: `/api${path}`, headers, ...(payload && { payload }) })
  return { status: answer.statusCode, body: answer.json() }
}

const usual = {
  roundEach: 'line',
  rounding: 'half_up',
  base: 'after_discount',
  oddUnit: 'nearest',
  acrossZones: 'keep_gross',
  deliveryTax: 'own_category',
}
const livigno = { name: 'Livigno', country: 'IT', regions: [], postcodes: ['23041'], instead: true }

/** The amount, what of it is tax, by which taxes and why. */
async function tried(place: object, more: object = {}) {
  const { status, body } = await call('POST', '/tax-trials', {
    market: 'it',
    country: 'IT',
    category: 'standard',
    amount: 1220,
    ...place,
    ...more,
  })
  if (status !== 200) return body.code
  const taxes = body.taxes.map((one: { name: string; percent: string; tax: { amount: number } }) =>
    [one.name, one.percent, one.tax.amount].join(' '),
  )
  return `${body.total.amount}: ${taxes.join(', ')} (${body.treatment})`
}

describe('taxes by place', () => {
  test('a zone is made against the version seen, and what it cannot be is refused', async () => {
    assert.deepEqual(await call('PUT', '/tax-zones/livigno', livigno), { status: 200, body: { version: 1 } })
    const changed = { ...livigno, postcodes: ['23041', ' 23030-23031 '] }
    assert.equal((await call('PUT', '/tax-zones/livigno', changed)).body.code, 'host.version_required')
    assert.equal((await call('PUT', '/tax-zones/livigno', changed, 7)).body.code, 'host.version_conflict')
    assert.deepEqual((await call('PUT', '/tax-zones/livigno', changed, 1)).body, { version: 2 })
    assert.deepEqual((await call('PUT', '/tax-zones/livigno', changed, 2)).body, { version: 2 }, 'nothing changed')
    for (const [zone, version, code] of [
      [{ ...livigno, country: 'CH' }, 2, 'tax.zone_country_fixed'],
      [{ ...livigno, postcodes: [] }, 2, 'tax.zone_empty'],
      [{ ...livigno, postcodes: ['9-1'] }, 2, 'tax.invalid_postcodes'],
    ] as const) {
      assert.equal((await call('PUT', '/tax-zones/livigno', zone, version)).body.code, code)
    }
    const { body } = await call('GET', '/tax-zones')
    assert.deepEqual(body.items[0].postcodes, ['23041', '23030-23031'])
  })

  test('a rate of a zone takes the place of the country’s, and several taxes are charged at once', async () => {
    const rate = { country: 'IT', zone: 'livigno', category: 'standard', validFrom: '2020-01-01', source: 'test' }
    assert.equal((await call('POST', '/tax-rates', { ...rate, percent: '0' })).status, 201)
    const elsewhere = await call('POST', '/tax-rates', { ...rate, country: 'DE', percent: '0' })
    assert.equal(elsewhere.body.code, 'tax.unknown_zone')
    assert.equal(await tried({ postcode: '30121' }), '1220: vat 22 220 (domestic)')
    assert.equal(await tried({ postcode: '23041' }), '1220: vat 0 0 (domestic)')
    for (const [tax, percent, compound] of [
      ['gst', '5', false],
      ['qst', '9.5', true],
    ]) {
      const made = await call('POST', '/tax-rates', {
        ...rate,
        zone: undefined,
        country: 'FR',
        percent,
        tax,
        compound,
      })
      assert.equal(made.status, 201, JSON.stringify(made.body))
    }
    assert.equal(
      await tried({ country: 'FR' }, { market: 'eu', amount: 114_975 }),
      '114975: qst 9.5 9975, gst 5 5000 (oss)',
    )
    const listed = (await call('GET', '/tax-rates')).body.items
    assert.deepEqual(
      listed.filter((one: { tax: string }) => one.tax === 'qst').map((one: { compound: boolean }) => one.compound),
      [true],
    )
  })

  test('where goods of other states are taxed follows the two settings', async () => {
    assert.equal(await tried({ country: 'DE' }), '1220: vat 19 195 (oss)')
    assert.equal((await call('PUT', '/settings/tax.uses_oss', { value: false }, 0)).status, 200)
    assert.equal(await tried({ country: 'DE' }), '1220: vat 22 220 (origin)')
    assert.equal((await call('PUT', '/settings/tax.uses_oss', { value: null }, 1)).status, 200)
    assert.equal(await tried({ country: 'CH' }), 'pricing.no_tax_rate')
    assert.equal((await call('PUT', '/settings/tax.exports_untaxed', { value: true }, 0)).status, 200)
    assert.equal(await tried({ country: 'CH' }), '1220: vat 0 0 (export)')
    assert.equal(await tried({ country: 'CH' }, { market: 'nowhere' }), 'tax.unknown_market')
    assert.equal(await tried({}, { on: '2026-02-30' }), 'host.invalid_input')
  })

  test('a market chooses against the version seen; another keeps the usual', async () => {
    const net = { ...usual, acrossZones: 'keep_net' }
    assert.deepEqual((await call('PUT', '/tax-choices/eu', net)).body, { version: 1 })
    assert.equal((await call('PUT', '/tax-choices/eu', usual)).body.code, 'host.version_required')
    assert.equal((await call('PUT', '/tax-choices/eu', usual, 3)).body.code, 'host.version_conflict')
    assert.equal((await call('PUT', '/tax-choices/nowhere', usual)).body.code, 'tax.unknown_market')
    const { body } = await call('GET', '/tax-choices')
    assert.deepEqual(
      body.items.map((one: { market: string; version: number; choices: { acrossZones: string } }) =>
        [one.market, one.version, one.choices.acrossZones].join(' '),
      ),
      ['it 0 keep_gross', 'eu 1 keep_net'],
    )
    assert.equal(await tried({ country: 'DE' }, { market: 'eu' }), '1190: vat 19 190 (oss)')
    assert.equal(await tried({ country: 'DE' }), '1220: vat 19 195 (oss)', 'the other market')
  })

  test('categories have names in every language; the code stays, and rates may name one that has none', async () => {
    const names = { en: 'Food', it: 'Alimentari' }
    assert.deepEqual(await call('PUT', '/tax-categories/food', { names }), { status: 200, body: { version: 1 } })
    assert.equal((await call('PUT', '/tax-categories/food', { names })).body.code, 'host.version_required')
    assert.equal((await call('PUT', '/tax-categories/food', { names: { en: 'Foods' } }, 1)).body.version, 2)
    const nameless = await call('PUT', '/tax-categories/other', { names: { en: ' ' } })
    assert.equal(nameless.body.code, 'tax.category_name_missing')
    const { items } = (await call('GET', '/tax-categories')).body
    const known = items.map((one: { code: string; version: number }) => `${one.code} ${one.version}`)
    for (const one of ['food 2', 'standard 1']) assert.ok(known.includes(one), one)
  })

  test('each choice has an example that comes out differently for each value', async () => {
    const { body } = await call('GET', '/tax-choices/examples?currency=CHF')
    assert.deepEqual(
      body.items.map((one: { choice: string }) => one.choice),
      [...Object.keys(usual), 'roundPrices', 'unverifiedNumbers'],
    )
    for (const { choice, outcomes } of body.items) {
      const seen = outcomes.map((one: object) => JSON.stringify({ ...one, value: '' }))
      assert.equal(new Set(seen).size, outcomes.length, choice)
    }
  })
})

describe('an order keeps its taxes with why', () => {
  test('told at the address, when the place is known: the total is agreed to again', async () => {
    const basket = await shop.fill({ mug: 1, book: 1 })
    const order = (acceptedTotal: { amount: number; currency: string }, postcode: string) =>
      house.run(
        (ctx) =>
          placeOrder(ctx, {
            basket,
            email: 'mirandolina@locanda.example',
            address: { ...someAddress, postcode },
            deliveryMethod: 'standard',
            acceptedTotal,
          }),
        { actor: guest },
      )
    // Prices include tax and keep gross: Livigno pays the same, and the shop owes no tax on the mug.
    const placed = must(await order({ amount: 1490 + 2200 + 590, currency: 'EUR' }, '23041'))
    const kept = must(await getOrder(house.database, placed.id))
    assert.deepEqual(
      kept.taxes.map(({ name, percent, net, tax }) => [name, percent, net.amount, tax.amount]),
      [
        ['vat', '4', 2115, 85],
        ['vat', '0', 2080, 0],
      ],
    )
    assert.equal(kept.taxTreatment, 'domestic')
    assert.deepEqual(
      kept.lines.map(({ taxes }) => taxes.map(({ percent, amount }) => `${percent} ${amount.amount}`)),
      kept.lines.map(({ taxPpm }) => [taxPpm === 0 ? '0 0' : '4 85']),
    )
  })

  test('sold to another state by the market that keeps its net', async () => {
    const key = must(await house.run((ctx) => createBasket(ctx, { country: 'DE', locale: 'en' }), { actor: guest }))
    const to = { country: 'DE', deliveryMethod: 'standard' }
    must(
      await house.run((ctx) => setBasketLine(ctx, key, { variantId: shop.variantIds.mug, quantity: 1 }), {
        actor: guest,
      }),
    )
    must(await house.run((ctx) => setBasketDestination(ctx, key, to), { actor: guest }))
    const shown = await app.inject({
      method: 'GET',
      url: `/api/baskets/${key.id}`,
      headers: { 'x-basket-token': key.token, authorization: `Bearer ${key.token}` },
    })
    // 14.90 / 1.22 * 1.19, and 5.90 likewise.
    const total = 1453 + 575
    const placed = must(
      await house.run(
        (ctx) =>
          placeOrder(ctx, {
            basket: key,
            email: 'mirandolina@locanda.example',
            address: { name: 'A', street: 'Hauptstr. 1', postcode: '10115', city: 'Berlin', country: 'DE' },
            deliveryMethod: 'standard',
            acceptedTotal: { amount: total, currency: 'EUR' },
          }),
        { actor: guest },
      ),
    )
    const kept = must(await getOrder(house.database, placed.id))
    assert.equal(kept.taxTreatment, 'oss')
    assert.deepEqual(
      kept.taxes.map(({ percent, tax }) => `${percent} ${tax.amount}`),
      ['19 324'],
    )
    assert.ok(kept.reasons.some(({ rule, because }) => rule === 'tax_place' && because === 'price_keeps_net'))
    assert.equal(shown.statusCode === 200 ? shown.json().lines[0].unitPrice.amount : 1453, 1453)
  })
})
