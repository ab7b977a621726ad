import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { beginTaxRate } from '../../departments/tax/index.ts'
import type { Context } from '../../host/context.ts'
import { localDate } from '../../kernel/time.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { openShop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'

interface Asked {
  readonly as?: SignedIn | undefined
  readonly version?: number
  readonly language?: string
}

type Ask = (method: 'GET' | 'PUT' | 'POST', url: string, body?: object, asked?: Asked) => ReturnType<typeof send>

async function send(app: FastifyInstance, owner: SignedIn, [method, url, body, asked = {}]: Parameters<Ask>) {
  const { as = owner, version, language = 'en' } = asked
  const answer = await app.inject({
    method,
    url: `/api${url}`,
    headers: {
      ...as.headers,
      'accept-language': language,
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    ...(body ? { payload: body } : {}),
  })
  return { status: answer.statusCode, body: answer.json() }
}

async function open(options: { demo: boolean; now?: string }) {
  const clock = options.now ? { now: () => new Date(options.now ?? '') } : undefined
  const house = await createTestHouse({ demo: options.demo, ...(clock ? { clock } : {}) })
  const app = await createTestServer(house)
  const owner = await signedInAs(house, 'owner')
  const ask: Ask = (...call) => send(app, owner, call)
  return { house, owner, ask }
}

const entity = {
  legalName: 'Bottega S.r.l.',
  vatNumber: 'IT12345678903',
  registerNumber: null,
  email: 'ciao@bottega.example',
  phone: null,
  street: 'Fondamenta 1',
  postcode: '30123',
  city: 'Venezia',
  region: 'VE',
  country: 'IT',
  currency: 'EUR',
  timeZone: 'Europe/Rome',
}
const market = {
  countries: ['IT'],
  currency: 'EUR',
  language: 'it',
  pricesIncludeTax: true,
  lawPack: 'eu',
  entityCode: 'bottega',
  locationCode: 'depot',
}
const zone = { name: 'Here', countries: ['IT'], regions: [], postcodes: [] }
const flat = { zone: 'it-de-fr', minDays: 1, maxDays: 3, tariffs: { EUR: { by: 'flat', price: 490, freeFrom: 5000 } } }
const delivery = {
  names: { en: 'Standard', it: 'Standard' },
  descriptions: {},
  taxCategory: 'standard',
  limits: {},
  rates: [flat],
}
const inZone = (changes: object) => ({ ...delivery, rates: [{ ...flat, ...changes }] })
const dispatch = { timeZone: 'Europe/Rome', cutOff: '14:00', weekdays: [1, 2, 3, 4, 5], holidays: [], pickup: null }
const shop = {
  name: 'Shop',
  street: 'Calle 1',
  postcode: '30121',
  city: 'Venezia',
  region: 'VE',
  country: 'IT',
  hours: { en: '9-18' },
}
const location = { name: 'Depot', kind: 'warehouse', country: 'IT' }
const rate = { country: 'IT', category: 'standard', percent: '22', validFrom: '2013-10-01', source: 'DPR 633/1972' }

const doneIn = (guide: { steps: { code: string; done: boolean }[] }) =>
  guide.steps.filter(({ done }) => done).map(({ code }) => code)

test('from an empty house to a shop that can sell, step by step, by the forms of the guide alone', async () => {
  const { house, ask } = await open({ demo: false })
  const guide = async (language = 'en') => (await ask('GET', '/set-up', undefined, { language })).body
  assert.deepEqual(doneIn(await guide()), [])
  const italian = (await guide('it')).steps.find(({ code }: { code: string }) => code === 'tax')
  assert.deepEqual(italian.missing, [{ code: 'market', text: 'Non c’è ancora un mercato in cui vendere.' }])

  assert.equal((await ask('PUT', '/settings/organisation.shop_name', { value: 'Bottega' }, { version: 0 })).status, 200)
  assert.deepEqual((await ask('PUT', '/entities/bottega', entity)).body, { version: 1 })
  assert.deepEqual((await ask('PUT', '/locations/depot', location)).body, { version: 1 })
  assert.deepEqual((await ask('PUT', '/markets/it', market)).body, { version: 1 })
  assert.equal((await ask('POST', '/tax-rates', rate)).status, 201)
  assert.deepEqual((await ask('PUT', '/delivery-zones/it-de-fr', zone)).body, { version: 1 })
  assert.deepEqual((await ask('PUT', '/delivery-methods/standard', delivery)).body, { version: 1 })
  assert.deepEqual(doneIn(await guide()), ['organisation', 'entity', 'location', 'market', 'tax', 'delivery'])

  assert.equal(
    (await ask('POST', '/product-imports', { csv: 'Handle,Title,Variant Price,Published\nmug,Mug,10,TRUE' })).status,
    202,
  )
  await house.runJobs(['run-task'])
  assert.ok(doneIn(await guide()).includes('product'))
  await signedInAs(house, 'picker')
  assert.ok(doneIn(await guide()).includes('people'))

  assert.equal((await guide()).complete, false)
  const skipped = await ask('PUT', '/set-up/payment', { skipped: true })
  assert.deepEqual([skipped.status, skipped.body.skipped, skipped.body.done], [200, true, false])
  assert.equal((await guide()).complete, true)
  assert.equal((await ask('PUT', '/set-up/payment', { skipped: false })).body.skipped, false)
  assert.equal((await guide()).complete, false)
  assert.equal((await ask('PUT', '/set-up/entity', { skipped: true })).body.code, 'set-up.step_done')
  assert.equal((await ask('PUT', '/set-up/nonsense', { skipped: true })).status, 404)
  await house.expectNoBreach()
})

describe('what is put', () => {
  let house: TestHouse
  let ask: Ask
  before(async () => {
    const opened = await open({ demo: true })
    house = opened.house
    ask = opened.ask
    await openShop(house)
  })

  const records: [string, string, string, object, string, unknown][] = [
    ['entities', 'second', 'entity', entity, 'legalName', 'Another S.r.l.'],
    [
      'markets',
      'second',
      'market',
      { ...market, entityCode: 'bottega', locationCode: 'venezia' },
      'countries',
      ['IT', 'SM'],
    ],
    ['delivery-methods', 'second', 'delivery_method', delivery, 'limits', { maxWeightGrams: 20_000 }],
    ['delivery-zones', 'second', 'delivery_zone', { ...zone, postcodes: ['301*'] }, 'postcodes', ['302*']],
    ['locations', 'second', 'location', location, 'name', 'Another'],
  ]
  for (const [path, code, type, draft, field, value] of records) {
    test(`${path}: against the version seen, with before and after; the same again writes nothing`, async () => {
      const url = `/${path}/${code}`
      assert.deepEqual(await ask('PUT', url, draft), { status: 200, body: { version: 1 } })
      assert.equal((await ask('PUT', url, draft)).body.code, 'host.version_required')
      assert.deepEqual((await ask('PUT', url, draft, { version: 1 })).body, { version: 1 })
      const changed = { ...draft, [field]: value }
      assert.deepEqual((await ask('PUT', url, changed, { version: 1 })).body, { version: 2 })
      const late = await ask('PUT', url, draft, { version: 1 })
      assert.deepEqual([late.status, late.body.code], [409, 'host.version_conflict'])
      const items = (await ask('GET', `/${path}`)).body.items as Record<string, unknown>[]
      const listed = items.find((item) => item['code'] === code)
      assert.deepEqual([listed?.[field], listed?.['version']], [value, 2])
      const audits = await house.asOwner<{
        version: number
        changes: { field: string; before: unknown; after: unknown }[]
      }>('SELECT version, changes FROM host.audit WHERE object_type = $1 AND object_id = $2 ORDER BY version', [
        type,
        code,
      ])
      assert.deepEqual(
        audits.map((audit) => audit.version),
        [1, 2],
      )
      assert.deepEqual(audits[1]?.changes, [{ field, before: (draft as Record<string, unknown>)[field], after: value }])
    })

    test(`${path}: two who make the same code at once, one wins`, async () => {
      const url = `/${path}/twins`
      const answers = await Promise.all([ask('PUT', url, draft), ask('PUT', url, draft)])
      assert.deepEqual(answers.map(({ status }) => status).sort(), [
        200,
        answers.some(({ status }) => status === 428) ? 428 : 409,
      ])
    })
  }

  const REFUSED: [string, string, object, number, string, string?][] = [
    ['a currency that is none', '/entities/x', { ...entity, currency: 'XYZ' }, 422, 'organisation.unknown_currency'],
    [
      'a zone that is none',
      '/entities/x',
      { ...entity, timeZone: 'Europe/Venice' },
      422,
      'organisation.unknown_time_zone',
    ],
    ['an address that is none', '/entities/x', { ...entity, email: 'nobody' }, 422, 'organisation.invalid_email'],
    ['a blank name', '/entities/x', { ...entity, legalName: '  ' }, 422, 'host.invalid_input'],
    ['a code with blanks', '/entities/x%20y', entity, 422, 'host.invalid_input'],
    [
      'a market of nobody',
      '/markets/x',
      { ...market, locationCode: 'venezia', entityCode: 'none' },
      422,
      'organisation.unknown_entity',
    ],
    ['a market from nowhere', '/markets/x', market, 422, 'inventory.unknown_location'],
    ['a market for no country', '/markets/x', { ...market, countries: [] }, 422, 'host.invalid_input'],
    [
      'a delivery without English',
      '/delivery-methods/x',
      { ...delivery, names: { en: ' ' } },
      422,
      'orders.delivery_name_missing',
    ],
    [
      'a delivery without a price',
      '/delivery-methods/x',
      inZone({ tariffs: {} }),
      422,
      'orders.delivery_price_missing',
    ],
    ['a zone that nobody made', '/delivery-methods/x', inZone({ zone: 'moon' }), 422, 'orders.delivery_zone_unknown'],
    [
      'a table with a gap at its end',
      '/delivery-methods/x',
      inZone({ tariffs: { EUR: { by: 'weight', brackets: [{ upTo: 10, price: 1 }] } } }),
      422,
      'pricing.tariff_not_closed',
    ],
    [
      'a table that does not rise',
      '/delivery-methods/x',
      inZone({
        tariffs: {
          EUR: {
            by: 'units',
            brackets: [
              { upTo: 0, price: 1 },
              { upTo: null, price: 1 },
            ],
          },
        },
      }),
      422,
      'pricing.tariff_not_rising',
    ],
    [
      'two prices for one place',
      '/delivery-methods/x',
      { ...delivery, rates: [flat, flat] },
      422,
      'orders.delivery_zones_meet',
    ],
    [
      'collected nowhere',
      '/delivery-methods/x',
      { ...delivery, kind: 'pickup', place: 'venezia' },
      422,
      'orders.delivery_pickup_place_missing',
    ],
    ['a zone without a name', '/delivery-zones/x', { ...zone, name: ' ' }, 422, 'orders.delivery_zone_unnamed'],
    [
      'parts of two countries',
      '/delivery-zones/x',
      { ...zone, countries: ['IT', 'SM'], regions: ['VE'] },
      422,
      'orders.delivery_zone_parts',
    ],
    [
      'postcodes that nobody can read',
      '/delivery-zones/x',
      { ...zone, postcodes: ['9-1'] },
      422,
      'orders.delivery_postcodes_wrong',
    ],
    ['a place of no location', '/delivery-places/nowhere', dispatch, 422, 'orders.delivery_location_unknown'],
    [
      'a clock of nowhere',
      '/delivery-places/venezia',
      { ...dispatch, timeZone: 'Europe/Venice' },
      422,
      'orders.delivery_time_zone',
    ],
    [
      'never a working day',
      '/delivery-places/venezia',
      { ...dispatch, weekdays: [] },
      422,
      'orders.delivery_no_weekday',
    ],
    [
      'a holiday that is no day',
      '/delivery-places/venezia',
      { ...dispatch, holidays: ['2026-02-30'] },
      422,
      'orders.delivery_holiday_wrong',
    ],
    [
      'a shop that nobody would find',
      '/delivery-places/venezia',
      { ...dispatch, pickup: { ...shop, street: ' ' } },
      422,
      'orders.delivery_pickup_incomplete',
    ],
    [
      'a price in no currency',
      '/delivery-methods/x',
      inZone({ tariffs: { XYZ: { by: 'flat', price: 1 } } }),
      422,
      'orders.unknown_currency',
    ],
    ['days crossed', '/delivery-methods/x', inZone({ minDays: 4 }), 422, 'orders.delivery_days_crossed'],
    [
      'a negative price',
      '/delivery-methods/x',
      inZone({ tariffs: { EUR: { by: 'flat', price: -1 } } }),
      422,
      'host.invalid_input',
    ],
    ['a place of no kind', '/locations/x', { ...location, kind: 'moon' }, 422, 'host.invalid_input'],
  ]
  for (const [what, url, body, status, code] of REFUSED) {
    test(`${what} is refused as ${code}`, async () => {
      const answer = await ask('PUT', url, body)
      assert.deepEqual([answer.status, answer.body.code], [status, code])
      assert.notEqual(answer.body.remedy, '')
    })
  }

  test('what is collected needs its place, and a place what is collected there; zones do not come to meet', async () => {
    const refused = async (url: string, draft: object, version?: number) => {
      const { status, body } = await ask('PUT', url, draft, version === undefined ? {} : { version })
      return [status, body.code, body.field]
    }
    const place = '/delivery-places/venezia'
    assert.deepEqual((await ask('PUT', place, dispatch)).body, { version: 1 })
    assert.deepEqual((await ask('PUT', place, { ...dispatch, pickup: shop }, { version: 1 })).body, { version: 2 })
    assert.deepEqual((await ask('PUT', place, { ...dispatch, pickup: shop }, { version: 2 })).body, { version: 2 })
    assert.equal((await ask('GET', '/delivery-places')).body.items[0].pickup.city, 'Venezia')
    const collect = { ...delivery, kind: 'pickup', place: 'venezia' }
    assert.deepEqual(await refused('/delivery-methods/collect', collect), [
      422,
      'orders.delivery_pickup_abroad',
      'rates.0.zone',
    ])
    assert.equal((await ask('PUT', '/delivery-zones/home', zone)).status, 200)
    assert.equal((await ask('PUT', '/delivery-zones/laguna', { ...zone, postcodes: ['301*'] })).status, 200)
    const rates = [flat, { ...flat, zone: 'laguna' }].map((rate) => (rate === flat ? { ...rate, zone: 'home' } : rate))
    assert.equal((await ask('PUT', '/delivery-methods/collect', { ...collect, rates })).status, 200)
    assert.deepEqual(await refused(place, dispatch, 2), [409, 'orders.delivery_pickup_in_use', 'pickup'])
    assert.deepEqual(await refused('/delivery-zones/laguna', zone, 1), [422, 'orders.delivery_zones_meet', 'countries'])
    assert.deepEqual(await refused('/delivery-zones/home', { ...zone, countries: ['IT', 'SM'] }, 1), [
      422,
      'orders.delivery_pickup_abroad',
      'countries',
    ])
    const tried = await ask(
      'POST',
      '/delivery-trials',
      { market: 'it', country: 'IT', postcode: '30121', weightGrams: 500, amount: 1000 },
      { language: 'it' },
    )
    const way = tried.body.ways.find(({ code }: { code: string }) => code === 'collect')
    assert.deepEqual(
      [way.zone, way.price, way.pickup.street, way.reasons],
      ['Here', { amount: 490, currency: 'EUR' }, 'Calle 1', [`collect, zona Here: 4,90\u00a0€`]],
    )
    const abroad = await ask('POST', '/delivery-trials', { market: 'it', country: 'DE', weightGrams: 1, amount: 1 })
    assert.deepEqual(
      abroad.body.refused.map(({ code, because }: { code: string; because: string }) => `${code} ${because}`),
      ['collect country_not_reached'],
    )
    assert.equal(
      (await ask('POST', '/delivery-trials', { market: 'x', country: 'IT', weightGrams: 1, amount: 1 })).status,
      404,
    )
  })

  test('a market keeps to the law of where it sells, unless it is told', async () => {
    const { lawPack: _, ...untold } = { ...market, locationCode: 'venezia' }
    const packs = [
      ['union', ['FR', 'NO'], 'eu'],
      ['islands', ['ID'], 'id'],
      ['both', ['GB', 'IE'], 'gb'],
    ] as const
    for (const [code, countries] of packs) await ask('PUT', `/markets/${code}`, { ...untold, countries })
    const { items } = (await ask('GET', '/markets')).body as { items: { code: string; lawPack: string }[] }
    for (const [code, , lawPack] of packs) assert.equal(items.find((one) => one.code === code)?.lawPack, lawPack)
  })

  test('books keep their currency and country, prices theirs', async () => {
    await ask('PUT', '/entities/fixed', entity)
    for (const change of [{ currency: 'USD' }, { country: 'SM' }]) {
      const answer = await ask('PUT', '/entities/fixed', { ...entity, ...change }, { version: 1 })
      assert.deepEqual([answer.status, answer.body.code], [409, 'organisation.entity_fixed'])
    }
    const own = { ...market, locationCode: 'venezia' }
    await ask('PUT', '/markets/fixed', own)
    const answer = await ask('PUT', '/markets/fixed', { ...own, currency: 'USD' }, { version: 1 })
    assert.deepEqual([answer.status, answer.body.code], [409, 'organisation.market_fixed'])
  })

  test('each needs its own department’s right', async () => {
    const auditor = await signedInAs(house, 'auditor')
    for (const [method, url, body] of [
      ['PUT', '/entities/x', entity],
      ['PUT', '/markets/x', market],
      ['PUT', '/delivery-methods/x', delivery],
      ['PUT', '/locations/x', location],
      ['POST', '/tax-rates', rate],
      ['PUT', '/set-up/payment', { skipped: true }],
    ] as const) {
      assert.equal((await ask(method, url, body, { as: auditor })).status, 403, url)
    }
    for (const url of ['/entities', '/markets', '/delivery-methods', '/locations', '/set-up']) {
      assert.equal((await ask('GET', url, undefined, { as: auditor })).status, 200, url)
    }
  })
})

describe('a tax rate begins', () => {
  const NOW = '2026-11-22T23:30:00.000Z' // In Rome it is the 23rd already.

  test('and the one before it ends the day before; no day that has been changes', async () => {
    const { house, ask } = await open({ demo: true, now: NOW })
    await ask('PUT', '/entities/bottega', entity)
    const rates = () =>
      house.asOwner('SELECT ppm::int, valid_from::text, valid_to::text FROM tax.rate ORDER BY valid_from')
    const begin = (validFrom: string, percent = '22') => ask('POST', '/tax-rates', { ...rate, validFrom, percent })
    assert.equal((await begin('2013-10-01')).status, 201, 'the first may begin whenever the law did')
    const past = await begin('2026-11-22', '23')
    assert.deepEqual(
      [past.status, past.body.code, past.body.params],
      [409, 'tax.rate_in_the_past', { today: '2026-11-23' }],
    )
    assert.equal((await begin('2027-01-01', '23')).status, 201)
    assert.equal((await begin('2027-01-01', '23.5')).status, 201, 'it has not begun: replaced')
    assert.deepEqual([(await begin('2026-12-01', '24')).body.code], ['tax.later_rate_exists'])
    assert.deepEqual(await rates(), [
      { ppm: 220_000, valid_from: '2013-10-01', valid_to: '2026-12-31' },
      { ppm: 235_000, valid_from: '2027-01-01', valid_to: null },
    ])
    for (const percent of ['x', '-1', '101', '22,5', '']) {
      assert.equal((await begin('2028-01-01', percent)).body.code, 'tax.invalid_percent', percent)
    }
    assert.equal((await begin('2027-02-30')).body.code, 'host.invalid_input')
    const audits = await house.asOwner<{ changes: unknown }>(
      `SELECT changes FROM host.audit WHERE object_type = 'tax_rate' ORDER BY at, id`,
    )
    assert.deepEqual(audits[1]?.changes, [
      { field: 'percent', before: '22', after: '23' },
      { field: 'validFrom', before: '2013-10-01', after: '2027-01-01' },
      { field: 'validTo', before: null, after: '2026-12-31' },
      { field: 'source', after: 'DPR 633/1972' },
    ])
  })

  test('two at once never overlap, though neither sees what the other has not finished', async () => {
    const { house } = await open({ demo: true, now: NOW })
    const begin = (ctx: Context, validFrom: string) =>
      beginTaxRate(ctx, { ...rate, validFrom: localDate(validFrom), today: localDate('2026-11-23') })
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    let written = () => {}
    const isWritten = new Promise<void>((resolve) => (written = resolve))
    const first = house.run(async (ctx) => {
      const begun = await begin(ctx, '2027-01-01')
      await ctx.tx.flush()
      written()
      await held
      return begun
    })
    await isWritten
    const second = house.run((ctx) => begin(ctx, '2027-02-01'))
    await wait(100)
    release()
    assert.ok((await first).ok && (await second).ok)
    assert.deepEqual(await house.asOwner('SELECT valid_from::text, valid_to::text FROM tax.rate ORDER BY valid_from'), [
      { valid_from: '2027-01-01', valid_to: '2027-01-31' },
      { valid_from: '2027-02-01', valid_to: null },
    ])
  })
})
