/** Who buys decides what it costs: groups by hand and by rule, the n-th order, and pages that show each shopper their own prices. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { guest } from '../../host/context.ts'
import { openSession } from '../../host/auth/sessions.ts'
import { ok } from '../../kernel/result.ts'
import { recordCustomer } from '../../departments/customers/index.ts'
import { getAnyBasket, getOrder, linkBasket, lockOrder, payOrder, quoteBasket } from '../../departments/orders/index.ts'
import { activatePriceList, createPriceList, createPromotion } from '../../departments/pricing/index.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must, openShop, totalOf, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { countPurchaseJob } from '../count-purchases/count-purchases.ts'

let house: TestHouse
let shop: Shop
let app: Awaited<ReturnType<typeof createTestServer>>
let owner: SignedIn
before(async () => {
  house = await createTestHouse()
  shop = await openShop(house)
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
})

async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object, version?: number) {
  const headers = { ...owner.headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) }
  const answer = await app.inject({ method, url: `/api${path}`, headers, ...(payload && { payload }) })
  return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
}

interface Customer {
  readonly id: string
  readonly email: string
  readonly token: string
}

async function customer(email: string): Promise<Customer> {
  const made = must(
    await house.run(async (ctx) => {
      const id = await recordCustomer(ctx, { email, name: 'Ada of the village', locale: 'it' })
      return ok({ id, token: openSession(ctx, { kind: 'customer', id }) })
    }),
  )
  await house.asOwner(`UPDATE customers.customer SET password_hash = 'set by a test' WHERE id = $1`, [made.id])
  return { ...made, email }
}

async function group(code: string, rule: object | null): Promise<string> {
  const made = await call('POST', '/customer-groups', { code, names: { en: `The ${code}` }, rule })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  return made.body.id
}

const membersOf = async (id: string) =>
  (await call('GET', `/customer-groups/${id}/members`)).body.items.map((one: { email: string }) => one.email).sort()

const priceOf = async (url: string, cookie?: string) => {
  const answer = await app.inject({ url, headers: { host: 'localhost', ...(cookie && { cookie }) } })
  assert.equal(answer.statusCode, 200)
  return {
    shows: /13,41|13\.41/.test(answer.body) ? 'trade' : /14,90|14\.90/.test(answer.body) ? 'usual' : answer.body,
    headers: answer.headers,
  }
}

describe('customers in groups', () => {
  test('by hand: pasted addresses, those of nobody are told, taken out again, each in the trail', async () => {
    const ada = await customer('ada@hand.example')
    const id = await group('by-hand', null)
    const added = await call('POST', `/customer-groups/${id}/members`, {
      emails: `Ada <ADA@hand.example>; nobody@hand.example\nada@hand.example`,
    })
    assert.deepEqual(added.body, { added: 1, already: 0, unknown: ['nobody@hand.example'] })
    const again = await call('POST', `/customer-groups/${id}/members`, { emails: 'ada@hand.example' })
    assert.deepEqual(again.body, { added: 0, already: 1, unknown: [] })
    assert.deepEqual(await membersOf(id), ['ada@hand.example'])
    const groups = await call('GET', `/customers/${ada.id}/groups`)
    assert.deepEqual(groups.body.items, [{ id, code: 'by-hand', name: 'The by-hand', byHand: true }])
    assert.equal((await call('DELETE', `/customer-groups/${id}/members/${ada.id}`)).status, 204)
    assert.equal((await call('DELETE', `/customer-groups/${id}/members/${ada.id}`)).body.code, 'customers.not_found')
    assert.deepEqual(await membersOf(id), [])
    const trail = await house.asOwner<{ action: string; version: number }>(
      `SELECT action, version FROM host.audit WHERE object_type = 'customer_group' AND object_id = $1 ORDER BY version`,
      [id],
    )
    assert.deepEqual(
      trail.map(({ action, version }) => `${version} ${action}`),
      ['1 customers:change-group', '2 customers:add-members', '3 customers:remove-member'],
    )
  })

  test('is deleted once no price list and no promotion asks for it any more', async () => {
    await customer('eva@gone.example')
    const id = await group('gone', null)
    await call('POST', `/customer-groups/${id}/members`, { emails: 'eva@gone.example' })
    const terms = {
      action: { kind: 'line_percent', percent: '1' },
      conditions: [{ kind: 'customer_group', groups: ['others', 'gone'] }],
    }
    const begun = {
      code: 'FOR-GONE',
      names: { en: 'For them' },
      needsCoupon: true,
      beginsAt: null,
      endsAt: null,
      terms,
    }
    const promotion = await call('POST', '/promotions', begun)
    assert.equal(promotion.status, 201, JSON.stringify(promotion.body))
    const { items } = (await call('GET', `/customer-groups/${id}/uses`)).body
    assert.deepEqual(items, [{ kind: 'promotion', id: promotion.body.id, code: 'FOR-GONE', name: 'For them' }])
    const refused = await call('DELETE', `/customer-groups/${id}`)
    assert.deepEqual([refused.body.code, refused.body.params.uses], ['customers.group_in_use', 'FOR-GONE'])
    assert.deepEqual(await membersOf(id), ['eva@gone.example'])
    const later = new Date(house.clock.now().getTime() + 1).toISOString()
    const ended = { ...begun, endsAt: later }
    assert.equal((await call('PUT', `/promotions/${promotion.body.id}`, ended, 1)).status, 200)
    const free = async () => (await call('GET', `/customer-groups/${id}/uses`)).body.items.length === 0
    while (!(await free())) continue
    assert.equal((await call('DELETE', `/customer-groups/${id}`)).status, 204)
    assert.equal((await call('GET', `/customer-groups/${id}`)).body.code, 'customers.group_not_found')
    assert.equal((await call('DELETE', `/customer-groups/${id}`)).body.code, 'customers.group_not_found')
  })

  test('what a group cannot be is refused, and says where', async () => {
    const id = await group('sound', { registered: true })
    const names = { en: 'Sound' }
    const refused: [what: Promise<{ body: { code: string } }>, code: string][] = [
      [call('POST', '/customer-groups', { code: 'sound', names, rule: null }), 'customers.group_code_taken'],
      [call('POST', '/customer-groups', { code: 'x', names: { en: ' ' }, rule: null }), 'customers.group_name_missing'],
      [call('POST', '/customer-groups', { code: 'x', names, rule: {} }), 'customers.group_rule_empty'],
      [
        call('POST', '/customer-groups', { code: 'x', names, rule: { registered: true, withinDays: 3 } }),
        'customers.group_rule_days_of_nothing',
      ],
      [call('PUT', `/customer-groups/${id}`, { names, rule: null }), 'host.version_required'],
      [call('PUT', `/customer-groups/${id}`, { names, rule: null }, 9), 'host.version_conflict'],
      [call('PUT', `/customer-groups/${owner.id}`, { names, rule: null }, 1), 'customers.group_not_found'],
      [call('POST', `/customer-groups/${id}/members`, { emails: 'nobody' }), 'customers.nobody_to_add'],
    ]
    for (const [what, code] of refused) assert.equal((await what).body.code, code)
  })

  test('by rule: whoever meets every condition is in at once, out again when it changes; by hand stays', async () => {
    const dora = await customer('dora@domain.example')
    const other = await customer('other@elsewhere.example')
    const id = await group('by-rule', { emailDomains: ['@Domain.example'], labels: ['Gold'] })
    assert.deepEqual(await membersOf(id), [])
    await call('PUT', `/customers/${dora.id}/labels`, { labels: [' GOLD ', 'old'] })
    await call('PUT', `/customers/${other.id}/labels`, { labels: ['gold'] })
    assert.deepEqual(await membersOf(id), ['dora@domain.example'])
    await call('POST', `/customer-groups/${id}/members`, { emails: other.email })
    const changed = await call(
      'PUT',
      `/customer-groups/${id}`,
      { names: { en: 'None' }, rule: { labels: ['silver'] } },
      2,
    )
    assert.equal(changed.status, 200, JSON.stringify(changed.body))
    assert.deepEqual(await membersOf(id), ['other@elsewhere.example'])
  })
})

describe('prices of who is signed in', () => {
  test('the list of their group, on page, in basket, in the order, and why; nobody else sees them', async () => {
    const tom = await customer('tom@trade.example')
    const anna = await customer('anna@home.example')
    await group('trade', { emailDomains: ['trade.example'] })
    const list = must(
      await house.run((ctx) =>
        createPriceList(ctx, {
          code: 'TRADE',
          names: { en: 'Trade', it: 'Rivenditori' },
          currency: 'EUR',
          priority: 5,
          markets: [],
          channels: [],
          groups: ['trade'],
          companies: [],
          announced: false,
          zone: 'Europe/Rome',
          begins: null,
          ends: null,
          derivation: { change: '-10', step: 1, less: 0 },
        }),
      ),
    )
    must(await house.run((ctx) => activatePriceList(ctx, { id: list.id })))
    const [page, cards] = ['/it/products/mug', '/it/products']
    const [toms, annas] = [`fondaco_customer=${tom.token}`, `fondaco_customer=${anna.token}`]
    for (const url of [page, cards]) {
      // Turn and turn about, so that a page kept for one would be shown to the next.
      for (const round of [1, 2]) {
        assert.equal((await priceOf(url)).shows, 'usual', `${url}: a stranger, ${round}`)
        const own = await priceOf(url, toms)
        assert.equal(own.shows, 'trade', `${url}: of the trade, ${round}`)
        assert.match(String(own.headers['cache-control']), /no-store/)
        assert.equal(own.headers['etag'], undefined)
        assert.equal((await priceOf(url, annas)).shows, 'usual', `${url}: a customer in no group, ${round}`)
      }
    }
    const key = await shop.fill({ mug: 2 })
    assert.deepEqual(await totalOf(house, key), { amount: 3_570, currency: 'EUR' })
    const api = (cookie?: string) =>
      app.inject({
        method: 'PUT',
        url: `/api/baskets/${key.id}/shopper`,
        headers: { 'basket-token': key.token ?? '', ...(cookie && { cookie }) },
      })
    assert.equal((await api()).json().total.amount, 3_570, 'nobody is signed in')
    const linked = (await api(toms)).json()
    assert.equal(linked.total.amount, 3_272)
    const why = linked.reasons.find((one: { rule: string }) => one.rule === 'price_list')
    assert.deepEqual(
      [why.because, why.params.list, linked.promotionNames['list TRADE']],
      ['price_of_list', 'TRADE', 'Trade'],
    )
    assert.deepEqual(
      await totalOf(house, key),
      { amount: 3_570, currency: 'EUR' },
      'its token alone shows nobody’s prices',
    )
    const explained = must(await getAnyBasket(house.database, key.id))
    assert.deepEqual(explained.buyer, { customerId: tom.id, groups: ['trade'], nthOrder: 1, exemptions: [] })
    const placed = must(await shop.place({ ...key, shopper: tom.id }))
    assert.equal(placed.total.amount, 3_272)
    await house.expectNoBreach()
  })

  test('a promotion for a group, and for the second order', async () => {
    const rita = await customer('rita@second.example')
    await group('second', { emailDomains: ['second.example'] })
    const promotion = {
      names: { en: 'Second' },
      needsCoupon: false,
      beginsAt: null,
      endsAt: null,
      priority: 0,
      stackingClass: 'second',
      exclusive: false,
      limits: { mostUses: null, mostUsesOfCustomer: null, budget: null },
    }
    must(
      await house.run((ctx) =>
        createPromotion(ctx, {
          ...promotion,
          code: 'SECOND',
          terms: {
            conditions: [
              { kind: 'customer_group', groups: ['second'] },
              { kind: 'nth_order', orders: [2] },
            ],
            action: { kind: 'order_percent', percent: '50' },
          },
        } as never),
      ),
    )
    const of = async (shopper: string | undefined) => {
      const basket = { ...(await shop.fill({ book: 1 })), shopper }
      const found = must(await getAnyBasket(house.database, basket.id))
      assert.equal(found.buyer, undefined, 'nobody’s until it is linked')
      return { basket, total: (await totalOf(house, basket)).amount }
    }
    const first = await of(rita.id)
    assert.equal(first.total, 2_790)
    must(await shop.place(first.basket))
    const second = await of(rita.id)
    assert.equal(second.total, 1_690)
    assert.equal((await of(undefined)).total, 2_790)
    must(await house.run((ctx) => linkBasket(ctx, second.basket), { actor: guest }))
    const explained = must(await getAnyBasket(house.database, second.basket.id))
    const quote = must(await quoteBasket(house.database, explained, house.clock.now()))
    assert.equal(quote.priced.total.amount, 1_690n)
  })

  test('signing in on the page links the basket, signing out shows the usual prices again', async () => {
    const bad = await app.inject({
      method: 'POST',
      url: '/it/account/session',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'email=nobody%40x.example&password=wrong',
    })
    assert.equal(bad.statusCode, 401)
    assert.match(bad.body, /name="password"/)
    const lia = await customer('lia@trade.example')
    const cookie = `fondaco_customer=${lia.token}`
    await call('PUT', `/customers/${lia.id}/labels`, { labels: ['sorted'] })
    const seen = await app.inject({ url: '/it/account', headers: { cookie } })
    assert.match(seen.body, /Ada of the village/)
    assert.match(seen.body, /Non hai ancora ordinato niente/)
    const own = must(await shop.place(await shop.fill({ book: 1 }), { email: lia.email }))
    const other = must(await shop.place(await shop.fill({ book: 1 }), { email: 'somebody.else@trade.example' }))
    const { body: orders } = await app.inject({ url: '/it/account', headers: { cookie } })
    assert.ok(orders.includes(own.number) && !orders.includes(other.number), 'one’s own orders, and nobody else’s')
    const [way = ''] = /\/it\/orders\/[\w-]+/.exec(orders) ?? []
    assert.match((await app.inject({ url: way })).body, new RegExp(own.number))
    assert.ok(!(await app.inject({ url: '/it/account' })).body.includes(own.number))
    assert.equal((await priceOf('/it/products/mug', cookie)).shows, 'trade')
    const out = await app.inject({
      method: 'POST',
      url: '/it/account/sign-out',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: '',
    })
    assert.equal(out.statusCode, 303)
    assert.equal((await priceOf('/it/products/mug', cookie)).shows, 'usual')
  })
})

// Last: an order that is paid without its money breaks what must hold.
describe('what they bought', () => {
  test('by what they bought: a paid order counts, a cancelled one no more, twice is once', async () => {
    const eve = await customer('eve@buys.example')
    const id = await group('spenders', {
      spentAtLeast: { amount: 2_000, currency: 'EUR' },
      ordersAtLeast: 1,
      withinDays: 30,
    })
    const basket = { ...(await shop.fill({ mug: 1 })), shopper: eve.id }
    const placed = must(await shop.place(basket, { email: 'somebody.else@buys.example' }))
    assert.equal(must(await getOrder(house.database, placed.id)).customerId, eve.id, 'who is signed in is the customer')
    const count = () => countPurchaseJob.run(house, { id: placed.id, ref: placed.id, payload: {}, attempt: 1 })
    await count()
    assert.deepEqual(await membersOf(id), [], 'not paid yet')
    must(
      await house.run(async (ctx) => {
        const order = await lockOrder(ctx, placed.id)
        return order.ok ? payOrder(ctx, order.value, order.value.contentHash) : order
      }),
    )
    const due = await house.asOwner(`SELECT 1 FROM host.job WHERE kind = 'count-purchase' AND ref = $1`, [placed.id])
    assert.equal(due.length, 1, 'a paid order is counted')
    await count()
    await count()
    assert.deepEqual(await membersOf(id), ['eve@buys.example'])
    await house.asOwner(`UPDATE orders.sales_order SET state = 'cancelled' WHERE id = $1`, [placed.id])
    await count()
    assert.deepEqual(await membersOf(id), [])
    await house.asOwner(`UPDATE orders.sales_order SET state = 'paid' WHERE id = $1`, [placed.id])
  })
})
