import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { guest } from '../../host/context.ts'
import { ok } from '../../kernel/result.ts'
import { createCollection, saveCategory, saveProduct } from '../../departments/catalog/index.ts'
import { getBasket, getOrder, quoteBasket, setBasketCoupons, type BasketKey } from '../../departments/orders/index.ts'
import { releasePromotions } from '../../departments/pricing/index.ts'
import { keepCollections } from '../keep-collections/index.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must, openShop, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'

const eur = (amount: number) => ({ amount, currency: 'EUR' })

let house: TestHouse
let shop: Shop
let app: Awaited<ReturnType<typeof createTestServer>>
let merchandiser: SignedIn
before(async () => {
  house = await createTestHouse()
  shop = await openShop(house, { stock: { mug: 1000, book: 1000 } })
  app = await createTestServer(house)
  merchandiser = await signedInAs(house, 'merchandiser')
})

async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object, headers: object = {}) {
  const answer = await app.inject({
    method,
    url: `/api${path}`,
    headers: { ...merchandiser.headers, ...headers },
    ...(payload && { payload }),
  })
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json<Record<string, unknown>>() }
}

let made = 0
async function promote(changes: object): Promise<string> {
  made += 1
  const { status, body } = await call('POST', '/promotions', {
    code: `P${made}`,
    names: { en: `Promotion ${made}`, it: `Promozione ${made}` },
    needsCoupon: false,
    beginsAt: null,
    endsAt: null,
    terms: { action: { kind: 'line_percent', percent: '10' } },
    ...changes,
  })
  assert.equal(status, 201, JSON.stringify(body))
  return body['id'] as string
}

/** What is kept of a promotion, as it is sent back to be changed. */
function draftOf(promotion: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const keys = ['code', 'names', 'needsCoupon', 'beginsAt', 'endsAt', 'terms', 'priority', 'stackingClass', 'exclusive']
  return Object.fromEntries(keys.map((key) => [key, promotion[key]]))
}

const pause = (id: string) => call('PUT', `/promotions/${id}/pause`, { reason: 'the test is over' })
const enter = (basket: BasketKey, coupons: readonly string[]) =>
  house.run((ctx) => setBasketCoupons(ctx, basket, coupons), { actor: guest })
const totalNow = async (basket: BasketKey) =>
  Number(
    must(await quoteBasket(house.database, must(await getBasket(house.database, basket)), house.clock.now())).priced
      .total.amount,
  )

describe('a promotion that applies by itself', () => {
  test('lowers the basket, is ordered as it was shown, and is counted', async () => {
    const id = await promote({ terms: { action: { kind: 'line_percent', percent: '10' } } })
    const basket = await shop.fill({ mug: 2, book: 1 })
    // 14.90 x 2 less 2.98, 22.00 less 2.20, delivery 5.90
    assert.equal(await totalNow(basket), 2682 + 1980 + 590)
    const order = must(await shop.place(basket))
    const { lines, discounts, goods, total, reasons } = must(await getOrder(house.database, order.id))
    assert.deepEqual(
      lines.map((line) => [line.subtotal.amount, line.discounts.map(({ amount }) => amount.amount), line.total.amount]),
      [
        [2980, [298], 2682],
        [2200, [220], 1980],
      ],
    )
    assert.deepEqual(discounts, [
      { promotion: `P${made}`, names: { en: `Promotion ${made}`, it: `Promozione ${made}` }, amount: eur(518) },
    ])
    assert.deepEqual([goods, total], [eur(4662), eur(5252)])
    assert.ok(reasons.some(({ because, line }) => because === 'promotion' && line === 0))
    const { body } = await call('GET', `/promotions/${id}`)
    assert.deepEqual(body['given'], [{ uses: 1, amount: eur(518) }])
    await pause(id)
    assert.equal(await totalNow(await shop.fill({ mug: 2 })), 2980 + 590, 'paused: the next basket is without it')
    await house.expectNoBreach()
  })

  test('means goods by category, label and brand, categories with all below them', async () => {
    const above = must(await house.run((ctx) => saveCategory(ctx, { handle: 'kitchen', names: { en: 'Kitchen' } })))
    const mugs = must(
      await house.run((ctx) => saveCategory(ctx, { handle: 'mugs', names: { en: 'Mugs' }, parentHandle: 'kitchen' })),
    )
    const kept = { handle: 'mug', categoryId: mugs.categoryId, vendor: 'Alba', tags: ['new'] }
    must(await house.run((ctx) => saveProduct(ctx, kept)))
    for (const goods of [{ categories: [above.categoryId] }, { labels: ['new'] }, { brands: ['Alba'] }]) {
      const id = await promote({ terms: { action: { kind: 'line_percent', percent: '50', goods } } })
      assert.equal(await totalNow(await shop.fill({ mug: 1, book: 1 })), 745 + 2200 + 590, JSON.stringify(goods))
      await pause(id)
    }
    // The same by collections: one that a rule fills, and one that is chosen by hand.
    const products = await house.asOwner<{ id: string }>(`SELECT id::text FROM catalog.product WHERE handle = 'mug'`)
    const rule = { match: 'all' as const, conditions: [{ kind: 'label' as const, labels: ['new'] }] }
    for (const way of [{ rule }, { picks: products.map((one) => one.id) }]) {
      const handle = `shelf-${made}`
      const { id: collection } = must(
        await house.run((ctx) => createCollection(ctx, { handle, names: { en: 'Shelf' }, ...way })),
      )
      await keepCollections(house, undefined)
      const action = { kind: 'line_percent', percent: '50', goods: { collections: [collection] } }
      const id = await promote({ terms: { action } })
      assert.equal(await totalNow(await shop.fill({ mug: 1, book: 1 })), 745 + 2200 + 590, JSON.stringify(way))
      await pause(id)
    }
  })

  test('begins and ends to the instant', async () => {
    const now = house.clock.now().getTime()
    const at = (ms: number) => new Date(now + ms).toISOString()
    const soon = await promote({ beginsAt: at(3_600_000) })
    const over = await promote({ endsAt: at(-1000), beginsAt: at(-9000) })
    assert.equal(await totalNow(await shop.fill({ mug: 1 })), 1490 + 590)
    const { body } = await call('GET', '/promotions?limit=2')
    assert.deepEqual(
      (body['items'] as { id: string; state: string }[]).map(({ id, state }) => [id, state]),
      [
        [over, 'ended'],
        [soon, 'planned'],
      ],
    )
  })
})

describe('coupons', () => {
  test('one that belongs to nothing is refused, one that applies not says why, one that applies takes off', async () => {
    const id = await promote({
      needsCoupon: true,
      terms: {
        conditions: [{ kind: 'subtotal_at_least', amounts: [eur(2500)] }],
        action: { kind: 'order_amount', amounts: [eur(500)] },
      },
    })
    const { status, body } = await call('POST', `/promotions/${id}/coupons`, { codes: [' hello '], mostUses: null })
    assert.deepEqual([status, body], [201, { made: ['HELLO'] }])
    const basket = await shop.fill({ mug: 1 })
    const unknown = await enter(basket, ['nope'])
    assert.ok(!unknown.ok && unknown.refusal.code === 'orders.coupon_unknown' && unknown.refusal.field === 'coupons.0')
    must(await enter(basket, ['Hello']))
    assert.equal(await totalNow(basket), 1490 + 590, 'the basket is too small')
    const answer = await app.inject({
      url: `/api/baskets/${basket.id}`,
      headers: { 'basket-token': basket.token ?? '' },
    })
    const shown = answer.json<{ coupons: string[]; reasons: { because: string }[] }>()
    assert.deepEqual(shown.coupons, ['HELLO'])
    assert.ok(shown.reasons.some(({ because }) => because === 'subtotal_too_low'))
    const many = await enter(
      basket,
      Array.from({ length: 11 }, (_, n) => `CODE${n}`),
    )
    assert.ok(!many.ok && many.refusal.code === 'orders.too_many_coupons')
    const full = await shop.fill({ mug: 2 })
    must(await enter(full, ['hello']))
    const order = must(await shop.place(full))
    assert.deepEqual(order.total, eur(2980 - 500 + 590))
    const used = await call('GET', `/promotions/${id}/coupons`)
    assert.deepEqual(used.body['items'], [{ code: 'HELLO', mostUses: null, uses: 1 }])
    assert.equal((await call('DELETE', `/promotions/${id}/coupons/HELLO`)).body['code'], 'pricing.coupon_not_found')
  })

  test('thousands by chance are all different, and a taken one makes none', async () => {
    const id = await promote({ needsCoupon: true })
    const many = await call('POST', `/promotions/${id}/coupons`, { count: 3000, prefix: 'autumn', mostUses: 1 })
    const codes = many.body['made'] as string[]
    assert.equal(new Set(codes).size, 3000)
    assert.ok(codes.every((code) => /^AUTUMN-[A-HJKMNP-Z2-9]{10}$/.test(code)))
    const taken = await call('POST', `/promotions/${id}/coupons`, { codes: ['FRESH', codes[0]], mostUses: 1 })
    assert.deepEqual([taken.status, taken.body['code']], [409, 'pricing.coupon_taken'])
    const second = await call('POST', `/promotions/${id}/coupons`, { codes: ['FRESH'], mostUses: 1 })
    assert.equal(second.status, 201, 'nothing was made of the refused ones')
    const malformed = await call('POST', `/promotions/${id}/coupons`, { codes: ['GOOD1', 'a b'], mostUses: 1 })
    assert.deepEqual([malformed.body['code'], malformed.body['field']], ['pricing.coupon_malformed', 'codes.1'])
    let pages = 0
    let after: unknown = ''
    for (; after !== null; pages += 1) {
      after = (
        await call('GET', `/promotions/${id}/coupons?limit=200${after === '' ? '' : `&after=${after as string}`}`)
      ).body['nextCursor']
    }
    assert.equal(pages, 16)
  })
})

describe('limits are exact, however many buy at once', () => {
  test('thirty buyers of three uses: three are promised it, the others hear so and lose nothing', async () => {
    const id = await promote({ limits: { mostUses: 3, mostUsesOfCustomer: null, budget: null } })
    const baskets = await Promise.all(Array.from({ length: 30 }, () => shop.fill({ mug: 1 })))
    const answers = await Promise.all(
      baskets.map((basket, n) =>
        shop.place(basket, { acceptedTotal: eur(1341 + 590), email: `b${n}@village.example` }),
      ),
    )
    const codes = answers.map((answer) => (answer.ok ? 'ordered' : answer.refusal.code)).sort()
    assert.equal(codes.filter((code) => code === 'ordered').length, 3)
    assert.ok(
      codes.every((code) => ['ordered', 'pricing.promotion_used_up', 'orders.total_changed'].includes(code)),
      codes.join(' '),
    )
    assert.deepEqual((await call('GET', `/promotions/${id}`)).body['given'], [{ uses: 3, amount: eur(149 * 3) }])
    const kept = await call('GET', `/promotions/${id}`)
    const lower = { ...draftOf(kept.body), limits: { mostUses: 2, mostUsesOfCustomer: null, budget: null } }
    const refused = await call('PUT', `/promotions/${id}`, lower, { 'if-match': `"${String(kept.body['version'])}"` })
    assert.equal(refused.body['code'], 'pricing.promotion_limit_below_uses')
    const late = baskets[answers.findIndex((answer) => !answer.ok)]!
    assert.equal(await totalNow(late), 1490 + 590, 'the basket is still there, at its new total')
    assert.ok((await shop.place(late)).ok)
    await pause(id)
    await house.expectNoBreach()
  })

  test('a budget is never overdrawn: the last one gets the rest', async () => {
    const id = await promote({ limits: { mostUses: null, mostUsesOfCustomer: null, budget: eur(200) } })
    assert.equal(must(await shop.place(await shop.fill({ mug: 1 }))).total.amount, 1490 - 149 + 590)
    assert.equal(must(await shop.place(await shop.fill({ mug: 1 }))).total.amount, 1490 - 51 + 590)
    assert.equal(must(await shop.place(await shop.fill({ mug: 1 }))).total.amount, 1490 + 590)
    const lower = await call('GET', `/promotions/${id}`)
    const draft = draftOf(lower.body)
    const change = (budget: object) =>
      call(
        'PUT',
        `/promotions/${id}`,
        { ...draft, limits: { mostUses: null, mostUsesOfCustomer: null, budget } },
        { 'if-match': `"${String(lower.body['version'])}"` },
      )
    assert.equal((await change(eur(199))).body['code'], 'pricing.promotion_budget_below_spent')
    assert.equal(
      (await change({ amount: 900, currency: 'USD' })).body['code'],
      'pricing.promotion_budget_currency_fixed',
    )
    assert.equal((await change(eur(400))).status, 200)
    assert.equal(await totalNow(await shop.fill({ mug: 1 })), 1490 - 149 + 590)
    await pause(id)
  })

  test('one use for each customer', async () => {
    const id = await promote({ needsCoupon: true, limits: { mostUses: null, mostUsesOfCustomer: 1, budget: null } })
    await call('POST', `/promotions/${id}/coupons`, { codes: ['ONCE'], mostUses: null })
    const buy = async (email: string) => {
      const basket = await shop.fill({ mug: 1 })
      must(await enter(basket, ['once']))
      return shop.place(basket, { email })
    }
    assert.ok((await buy('ada@village.example')).ok)
    const again = await buy('ADA@village.example')
    assert.ok(!again.ok && again.refusal.code === 'pricing.promotion_used_up_by_customer')
    assert.ok((await buy('bruno@village.example')).ok)
  })

  test('an order that came to nothing gives its uses back, once', async () => {
    const id = await promote({ needsCoupon: true, limits: { mostUses: 1, mostUsesOfCustomer: 1, budget: eur(149) } })
    await call('POST', `/promotions/${id}/coupons`, { codes: ['AGAIN'], mostUses: 1 })
    const buy = async () => {
      const basket = await shop.fill({ mug: 1 })
      must(await enter(basket, ['again']))
      return must(await shop.place(basket, { email: 'carla@village.example' }))
    }
    const first = await buy()
    assert.equal(first.total.amount, 1341 + 590)
    assert.equal((await buy()).total.amount, 1490 + 590, 'used up')
    for (let twice = 0; twice < 2; twice += 1) {
      must(await house.run(async (ctx) => (releasePromotions(ctx, first.id), ok())))
    }
    assert.equal((await buy()).total.amount, 1341 + 590)
    assert.deepEqual((await call('GET', `/promotions/${id}`)).body['given'], [{ uses: 1, amount: eur(149) }])
  })
})

describe('keeping promotions', () => {
  test('is for those who may, against the version seen, and leaves a trail', async () => {
    const picker = await signedInAs(house, 'picker')
    assert.equal((await call('POST', '/promotions', {}, picker.headers)).status, 403)
    const draft = {
      code: 'KEPT',
      names: { en: 'Kept' },
      needsCoupon: false,
      beginsAt: null,
      endsAt: null,
      terms: { action: { kind: 'line_percent', percent: '1' } },
    }
    assert.equal((await call('POST', '/promotions', draft, picker.headers)).status, 403)
    const id = await promote(draft)
    assert.equal((await call('POST', '/promotions', draft)).body['code'], 'pricing.promotion_code_taken')
    assert.equal((await call('PUT', `/promotions/${id}`, draft)).body['code'], 'host.version_required')
    assert.equal(
      (await call('PUT', `/promotions/${id}`, draft, { 'if-match': '"7"' })).body['code'],
      'host.version_conflict',
    )
    const changed = { ...draft, names: { en: 'Kept longer' } }
    assert.deepEqual((await call('PUT', `/promotions/${id}`, changed, { 'if-match': '"1"' })).body, { id, version: 2 })
    assert.equal((await pause(id)).status, 200)
    assert.equal((await pause(id)).body['code'], 'pricing.promotion_paused_already')
    assert.equal((await call('DELETE', `/promotions/${id}/pause`)).status, 200)
    assert.equal((await call('DELETE', `/promotions/${id}/pause`)).body['code'], 'pricing.promotion_not_paused')
    await pause(id)
    const trail = await call('GET', `/records/promotion/${id}/timeline`)
    assert.equal((trail.body['items'] as object[]).length, 5)
    const limits = { mostUses: null, mostUsesOfCustomer: 1, budget: null }
    const refused = await call('PUT', `/promotions/${id}`, { ...changed, limits }, { 'if-match': '"5"' })
    assert.equal(refused.body['code'], 'pricing.promotion_customer_limit_needs_coupon')
    assert.equal(
      (await call('POST', `/promotions/${id}/coupons`, { count: 1, mostUses: null })).body['code'],
      'pricing.promotion_takes_no_coupons',
    )
    assert.equal((await call('GET', `/promotions/${shop.variantIds.mug}`)).body['code'], 'pricing.promotion_not_found')
    await house.expectNoBreach()
  })
})
