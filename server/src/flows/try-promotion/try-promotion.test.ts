import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { system } from '../../host/context.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must, openShop, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { presentTrial } from './http/present-trial.ts'
import { readTrial } from './read-trial.ts'
import { runTrial } from './run-trial.ts'

const eur = (amount: number) => ({ amount, currency: 'EUR' })
const HOUR_MS = 3_600_000

let now = Date.parse('2026-11-20T09:00:00Z')
let house: TestHouse
let shop: Shop
let app: Awaited<ReturnType<typeof createTestServer>>
let merchandiser: SignedIn
before(async () => {
  house = await createTestHouse({ clock: { now: () => new Date(now) } })
  shop = await openShop(house, { stock: { mug: 1000, book: 1000 } })
  app = await createTestServer(house)
  merchandiser = await signedInAs(house, 'merchandiser')
  // Four orders: 29.80, 36.90, 22.00 and 14.90 of goods, delivery 5.90 each; and two baskets that nobody ordered.
  for (const goods of [{ mug: 2 }, { mug: 1, book: 1 }, { book: 1 }, { mug: 1 }]) {
    must(await shop.place(await shop.fill(goods)))
    now += HOUR_MS
  }
  await shop.fill({ book: 1 })
  await shop.fill({ mug: 4 })
  now += HOUR_MS
})

interface Answer {
  readonly status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- JSON of many shapes
  readonly body: any
}
async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object): Promise<Answer> {
  const options = { method, url: `/api${path}`, headers: merchandiser.headers, ...(payload && { payload }) }
  const answer = await app.inject(options)
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() }
}

let made = 0
function draft(action: object, changes: object = {}) {
  made += 1
  return {
    code: `TRY${made}`,
    names: { en: `Try ${made}` },
    needsCoupon: false,
    beginsAt: null,
    endsAt: null,
    terms: { action, conditions: [] },
    ...changes,
  }
}

async function tried(body: object): Promise<Answer['body']> {
  const begun = await call('POST', '/promotion-trials', { days: 30, ...body })
  assert.equal(begun.status, 202, JSON.stringify(begun.body))
  await house.runJobs(['run-task'])
  const { body: trial } = await call('GET', `/promotion-trials/${begun.body.id}`)
  assert.equal(trial.state, 'done')
  return trial
}

const from = (amount: number) => ({ conditions: [{ kind: 'subtotal_at_least', amounts: [eur(amount)] }] })

describe('a promotion tried on the past', () => {
  test('tells what it would have given, to the cent, and why it did not apply elsewhere', async () => {
    const action = { kind: 'order_percent', percent: '10' }
    const trial = await tried({ draft: draft(action, { terms: { action, ...from(2200) } }) })
    assert.deepEqual([trial.orders, trial.unlike, trial.unpriced, trial.baskets], [4, 0, 0, 2])
    // 2.98 + 3.69 + 2.20 of the orders; of the baskets 2.20 and 5.96.
    const [euros] = trial.currencies
    assert.deepEqual([euros.redemptions, euros.discount], [3, eur(298 + 369 + 220)])
    assert.deepEqual([euros.basketRedemptions, euros.basketDiscount], [2, eur(220 + 596)])
    const lost = euros.revenueBefore.amount - euros.revenueAfter.amount
    assert.ok(lost > 700 && lost < 887, `revenue falls by the discount without its tax, not by ${lost}`)
    assert.deepEqual(trial.because, [{ because: 'subtotal_too_low', orders: 1 }])
    assert.deepEqual(
      trial.samples.map(({ discount }: { discount: { amount: number } }) => discount.amount),
      [369, 298, 220],
    )
    assert.deepEqual(
      trial.products.map(({ sku, units, amounts }: { sku: string; units: number; amounts: object }) => [
        sku,
        units,
        amounts,
      ]),
      [
        ['MUG', 3, { EUR: 298 + 149 }],
        ['BOOK', 2, { EUR: 220 + 220 }],
      ],
    )
    assert.equal(
      trial.days.reduce((all: number, one: { orders: number }) => all + one.orders, 0),
      4,
    )
  })

  test('tells the margin of what has a cost, and how much has none', async () => {
    // What was not known when the orders were placed counts as it is today.
    const costs = [{ variantId: shop.variantIds.mug, cost: eur(600) }]
    const owner = await signedInAs(house, 'owner')
    const put = { method: 'PUT' as const, url: '/api/costs', headers: owner.headers }
    assert.equal((await app.inject({ ...put, payload: { costs } })).statusCode, 200)
    const action = { kind: 'line_percent', percent: '10' }
    const { margin } = (await tried({ draft: draft(action) })).currencies[0]
    // Four mugs of 12.21 without tax at 6.00; two of them in one line: 24.43. A tenth less: 10.99, 21.98, 10.99. Two books without cost.
    assert.deepEqual([margin.costed, margin.uncosted], [4, 2])
    assert.deepEqual([margin.before, margin.after], [eur(2443 + 1221 + 1221 - 2400), eur(2198 + 1099 + 1099 - 2400)])
  })

  test('uses up its own limits in the order of the orders', async () => {
    const action = { kind: 'order_percent', percent: '10' }
    const limited = await tried({
      draft: draft(action, { limits: { mostUses: 2, mostUsesOfCustomer: null, budget: null } }),
    })
    assert.deepEqual([limited.currencies[0].redemptions, limited.currencies[0].discount], [2, eur(298 + 369)])
    assert.deepEqual(limited.because, [{ because: 'used_up', orders: 2 }])
    const budgeted = await tried({
      draft: draft(action, { limits: { mostUses: null, mostUsesOfCustomer: null, budget: eur(500) } }),
    })
    assert.deepEqual([budgeted.currencies[0].redemptions, budgeted.currencies[0].discount], [2, eur(500)])
  })

  test('lays a gift into the baskets that earn it without its own price', async () => {
    const variant = shop.variantIds.mug
    const action = { kind: 'gift', variant, units: 1 }
    const trial = await tried({ draft: draft(action, { terms: { action, ...from(2200) } }) })
    // The order of 29.80 and that of 36.90 hold a mug, which becomes the gift; to the book a mug is added.
    assert.deepEqual([trial.currencies[0].redemptions, trial.currencies[0].discount], [3, eur(3 * 1490)])
    assert.equal(trial.gifts.units, 1)
    assert.ok(trial.gifts.left > 900)
    assert.deepEqual(trial.because, [{ because: 'subtotal_too_low', orders: 1 }])
  })

  test('tells which promotions of the time would have given less beside it', async () => {
    const kept = draft({ kind: 'line_percent', percent: '5' })
    const begins = new Date(now - 100 * HOUR_MS).toISOString()
    const saved = await call('POST', '/promotions', { ...kept, beginsAt: begins })
    assert.equal(saved.status, 201)
    const trial = await tried({ draft: draft({ kind: 'line_percent', percent: '10' }) })
    // It ran in the books only: the orders were sold without it.
    assert.equal(trial.unlike, 4)
    assert.deepEqual(trial.displaced, [{ promotion: kept.code, sales: 4, amounts: { EUR: 149 + 75 + 110 + 110 + 75 } }])
    const again = await tried({ draft: kept, promotionId: saved.body.id })
    assert.deepEqual([again.unlike, again.displaced, again.changed], [0, [], []])
    const { body: trials } = await call('GET', `/promotions/${saved.body.id}/trials`)
    assert.equal(trials.items.length, 1)
    assert.equal((await call('PUT', `/promotions/${saved.body.id}/pause`, { reason: 'over' })).status, 200)
    const { body: after } = await call('GET', `/promotion-trials/${again.id}`)
    assert.deepEqual(after.changed, ['promotion'])
    const order = trial.samples[0].number
    const { body: explained } = await call('GET', `/promotion-trials/${trial.id}/orders/${order}`)
    assert.equal(
      explained.without.total.amount - explained.with.total.amount,
      trial.samples[0].before.amount - trial.samples[0].after.amount,
    )
    assert.ok(
      explained.with.reasons.some(({ applied, text }: { applied: boolean; text: string }) => !applied && text !== ''),
    )
  })

  test('is stopped where it is, and goes on from there once', async () => {
    const begun = await call('POST', '/promotion-trials', {
      days: 30,
      draft: draft({ kind: 'delivery_percent', percent: '50' }),
    })
    const { id } = begun.body
    assert.equal((await call('DELETE', `/promotion-trials/${id}/pause`)).body.code, 'pricing.trial_not_stopped')
    assert.equal((await call('PUT', `/promotion-trials/${id}/pause`)).status, 200)
    assert.equal((await call('PUT', `/promotion-trials/${id}/pause`)).body.code, 'pricing.trial_not_running')
    await house.runJobs(['run-task'])
    assert.deepEqual((await call('GET', `/promotion-trials/${id}`)).body.looked, 0, 'who was stopped looks at nothing')
    assert.equal((await call('DELETE', `/promotion-trials/${id}/pause`)).status, 202)
    await house.runJobs(['run-task'])
    const { body: done } = await call('GET', `/promotion-trials/${id}`)
    assert.deepEqual([done.state, done.orders, done.currencies[0].discount], ['done', 4, eur(4 * 295)])
    const late = await runTrial(
      house,
      { id, run: 1 },
      { options: { actor: system('test') }, onProgress: () => {}, stopAsked: async () => false },
    )
    assert.deepEqual(late, { ok: true, value: true }, 'an old run of a trial that is done writes nothing')
  })

  test('reckons with what goods cost when they were sold, and says nothing of costs to who may not see them', async () => {
    const owner = await signedInAs(house, 'owner')
    const put = { method: 'PUT' as const, url: '/api/costs', headers: owner.headers }
    const cost = (amount: number | null) => ({
      costs: [{ variantId: shop.variantIds.mug, cost: amount === null ? null : eur(amount) }],
    })
    assert.equal((await app.inject({ ...put, payload: cost(500) })).statusCode, 200)
    must(await shop.place(await shop.fill({ mug: 1 })))
    now += HOUR_MS
    assert.equal((await app.inject({ ...put, payload: cost(null) })).statusCode, 200)
    const trial = await tried({ draft: draft({ kind: 'order_percent', percent: '5' }) })
    const { margin } = trial.currencies[0]
    assert.deepEqual([margin.before.amount, margin.costed, margin.uncosted], [1221 - 500, 1, 6])
    const read = must(await readTrial(house, trial.id))
    assert.equal(presentTrial(read, false).currencies[0]?.margin, null)
  })

  test('refuses what is not there, and a draft that nobody could save', async () => {
    const missing = '018f0000-0000-7000-8000-000000000000'
    assert.equal((await call('GET', `/promotion-trials/${missing}`)).body.code, 'pricing.trial_not_found')
    const bad = draft({ kind: 'order_percent', percent: '150' })
    assert.equal(
      (await call('POST', '/promotion-trials', { days: 7, draft: bad })).body.code,
      'pricing.promotion_percent_out_of_range',
    )
    const good = draft({ kind: 'order_percent', percent: '15' })
    assert.equal(
      (await call('POST', '/promotion-trials', { days: 7, draft: good, promotionId: missing })).body.code,
      'pricing.promotion_not_found',
    )
    const trial = await tried({ draft: good, days: 1 })
    assert.equal(
      (await call('GET', `/promotion-trials/${trial.id}/orders/1`)).body.code,
      'pricing.trial_order_not_found',
    )
  })
})
