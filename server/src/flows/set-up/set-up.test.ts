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
const delivery = {
  names: { en: 'Standard', it: 'Standard' },
  descriptions: {},
  countries: ['IT'],
  prices: { EUR: 490 },
  freeFrom: { EUR: 5000 },
  taxCategory: 'standard',
  minDays: 1,
  maxDays: 3,
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
    ['delivery-methods', 'second', 'delivery_method', delivery, 'prices', { EUR: 590 }],
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
      { ...delivery, prices: {}, freeFrom: {} },
      422,
      'orders.delivery_price_missing',
    ],
    [
      'free from in a currency without price',
      '/delivery-methods/x',
      { ...delivery, freeFrom: { USD: 1 } },
      422,
      'orders.delivery_price_missing',
    ],
    [
      'a price in no currency',
      '/delivery-methods/x',
      { ...delivery, prices: { XYZ: 1 } },
      422,
      'orders.unknown_currency',
    ],
    ['days crossed', '/delivery-methods/x', { ...delivery, minDays: 4 }, 422, 'orders.delivery_days_crossed'],
    ['a negative price', '/delivery-methods/x', { ...delivery, prices: { EUR: -1 } }, 422, 'host.invalid_input'],
    ['a place of no kind', '/locations/x', { ...location, kind: 'moon' }, 422, 'host.invalid_input'],
  ]
  for (const [what, url, body, status, code] of REFUSED) {
    test(`${what} is refused as ${code}`, async () => {
      const answer = await ask('PUT', url, body)
      assert.deepEqual([answer.status, answer.body.code], [status, code])
      assert.notEqual(answer.body.remedy, '')
    })
  }

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
