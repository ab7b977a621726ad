/** One basket for a customer: at sign-in, on every device, and when two of them change it at once. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { openSession } from '../../host/auth/sessions.ts'
import { ok } from '../../kernel/result.ts'
import { recordCustomer } from '../../departments/customers/index.ts'
import { addGift, listGifts } from '../../departments/gift-cards/index.ts'
import {
  getAnyBasket,
  getBasket,
  openCustomersBasket,
  setBasketLine,
  type BasketKey,
} from '../../departments/orders/index.ts'
import { setPrices } from '../../departments/pricing/index.ts'
import { createTestServer, signedInAs } from '../../testing/create-test-server.ts'
import { must, openShop, type Good, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { joinBaskets } from './join-baskets.ts'

let house: TestHouse
let shop: Shop
let app: Awaited<ReturnType<typeof createTestServer>>
before(async () => {
  house = await createTestHouse()
  shop = await openShop(house)
  app = await createTestServer(house)
})

let customers = 0
async function customer(): Promise<{ readonly id: string; readonly cookie: string }> {
  const email = `customer${++customers}@join.example`
  const { id, token } = must(
    await house.run(async (ctx) => {
      const made = await recordCustomer(ctx, { email, name: 'Lia', locale: 'it' })
      return ok({ id: made, token: openSession(ctx, { kind: 'customer', id: made }) })
    }),
  )
  await house.asOwner(`UPDATE customers.customer SET password_hash = 'set by a test' WHERE id = $1`, [id])
  return { id, cookie: `fondaco_customer=${token}` }
}

const join = async (key: BasketKey, shopper: string) =>
  must(await house.run((ctx) => joinBaskets(ctx, { ...key, shopper })))

async function heldIn(key: BasketKey): Promise<Partial<Record<Good, number>>> {
  const { lines } = must(await getBasket(house.database, key))
  const goods = Object.entries(shop.variantIds) as [Good, string][]
  return Object.fromEntries(
    goods.flatMap(([good, id]) =>
      lines.filter(({ variantId }) => variantId === id).map(({ quantity }) => [good, quantity]),
    ),
  )
}

const api = async (method: 'GET' | 'PUT', url: string, headers: Record<string, string>, payload?: object) => {
  const answer = await app.inject({ method, url: `/api${url}`, headers, ...(payload && { payload }) })
  return { status: answer.statusCode, body: answer.json() }
}

describe('at sign-in', () => {
  test('the first basket becomes theirs as it is; twice is once; another customer never gets it', async () => {
    const [lia, tom] = [await customer(), await customer()]
    const key = await shop.fill({ mug: 1 })
    assert.equal((await join(key, lia.id)).basketId, key.id)
    assert.deepEqual(await join(key, lia.id), await join(key, lia.id))
    const stolen = await house.run((ctx) => joinBaskets(ctx, { ...key, shopper: tom.id }))
    assert.equal(stolen.ok ? 'joined' : stolen.refusal.code, 'orders.basket_of_another')
    assert.equal(must(await getAnyBasket(house.database, key.id)).buyer?.customerId, lia.id)
    const spied = await getBasket(house.database, { id: key.id, token: undefined, shopper: tom.id })
    assert.equal(spied.ok ? 'seen' : spied.refusal.code, 'orders.basket_not_found')
    const signedOut = await getBasket(house.database, { id: key.id, token: undefined })
    assert.equal(signedOut.ok, false)
  })

  test('a second basket goes into the one they have, by the shop’s policy, and is closed', async () => {
    const lia = await customer()
    const first = await shop.fill({ mug: 1, lamp: 1 })
    await join(first, lia.id)
    const second = await shop.fill({ mug: 2, book: 1 })
    const answer = await api('PUT', `/baskets/${second.id}/shopper`, {
      'basket-token': second.token ?? '',
      cookie: lia.cookie,
    })
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    assert.equal(answer.body.id, first.id)
    assert.deepEqual(answer.body.join, { policy: 'add_up', leftOut: [] })
    assert.deepEqual(await heldIn({ ...first, shopper: lia.id }), { mug: 3, lamp: 1, book: 1 })
    assert.deepEqual(await heldIn(second), {})
    const closed = await house.run((ctx) => setBasketLine(ctx, second, { variantId: shop.variantIds.mug, quantity: 1 }))
    assert.equal(closed.ok ? 'changed' : closed.refusal.code, 'orders.basket_joined')

    const owner = await signedInAs(house, 'owner')
    const set = await app.inject({
      method: 'PUT',
      url: '/api/settings/orders.basket_join',
      headers: { ...owner.headers, 'if-match': '"0"' },
      payload: { value: 'customer' },
    })
    assert.equal(set.statusCode, 200, set.body)
    const third = await shop.fill({ scarf: 2 })
    const kept = await api('PUT', `/baskets/${third.id}/shopper`, {
      'basket-token': third.token ?? '',
      cookie: lia.cookie,
    })
    assert.deepEqual(kept.body.join, {
      policy: 'customer',
      leftOut: [{ variantId: shop.variantIds.scarf, name: 'Scarf', quantity: 2, because: 'policy' }],
    })
    const page = await app.inject({
      url: `/it/basket?joined=${third.id}`,
      headers: { cookie: lia.cookie },
    })
    assert.match(page.body, /Continui con il carrello del tuo account/)
    assert.match(page.body, /2 × Scarf/)
    await house.asOwner(`DELETE FROM host.setting WHERE key = 'orders.basket_join'`)
  })

  test('for whom gift cards are meant goes along with their pieces', async () => {
    const lia = await customer()
    const meant = async (key: BasketKey, recipientEmail: string) =>
      must(
        await house.run((ctx) =>
          addGift(ctx, key, {
            variantId: shop.variantIds.mug,
            recipientEmail,
            recipientName: '',
            senderName: '',
            message: '',
          }),
        ),
      )
    const first = await shop.fill({ mug: 1 })
    await meant(first, 'ada@gifts.example')
    await join(first, lia.id)
    const second = await shop.fill({ mug: 1 })
    await meant(second, 'bea@gifts.example')
    await meant(second, 'of.no.piece@gifts.example')
    await join(second, lia.id)
    const gifts = await listGifts(house.database, first.id)
    assert.deepEqual(gifts.map(({ recipientEmail }) => recipientEmail).sort(), [
      'ada@gifts.example',
      'bea@gifts.example',
    ])
    assert.deepEqual(await listGifts(house.database, second.id), [])
  })

  test('who signs in on two devices at once, with a basket on each, has one with all of it', async () => {
    const lia = await customer()
    const baskets = await Promise.all([shop.fill({ mug: 1 }), shop.fill({ mug: 2 }), shop.fill({ book: 1 })])
    await Promise.all(baskets.map((key) => join(key, lia.id)))
    const { body } = await api('GET', '/customer/basket', { cookie: lia.cookie })
    assert.deepEqual(await heldIn({ id: body.id, token: undefined, shopper: lia.id }), { mug: 3, book: 1 })
  })
})

describe('on every device', () => {
  test('the same basket without its token; after the order a new one; signed out, none', async () => {
    const lia = await customer()
    const key = await shop.fill({ mug: 2 })
    await join(key, lia.id)
    const shown = async (cookie: string) => (await app.inject({ url: '/it/basket', headers: { cookie } })).body
    assert.match(await shown(lia.cookie), /Mug/)
    assert.doesNotMatch(await shown('fondaco_customer=nobody'), /Mug/)
    assert.equal((await api('GET', '/customer/basket', { cookie: lia.cookie })).body.id, key.id)
    must(await shop.place({ id: key.id, token: undefined, shopper: lia.id }))
    assert.equal((await api('GET', '/customer/basket', { cookie: lia.cookie })).body.code, 'orders.basket_not_found')
    const place = { country: 'IT', locale: 'it' }
    const opened = await Promise.all([1, 2].map(() => house.run((ctx) => openCustomersBasket(ctx, lia.id, place))))
    const [one, two] = opened.map((basket) => must(basket).id)
    assert.equal(one, two)
    assert.notEqual(one, key.id)
  })

  test('two devices that add at once add both; a quantity is set only while it is the one that was seen', async () => {
    const lia = await customer()
    const put = () =>
      app.inject({
        method: 'POST',
        url: '/it/basket/lines',
        headers: { cookie: lia.cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'product=mug&quantity=1',
      })
    const answers = await Promise.all([put(), put(), put()])
    assert.deepEqual(
      answers.map(({ statusCode }) => statusCode),
      [303, 303, 303],
    )
    const { id } = (await api('GET', '/customer/basket', { cookie: lia.cookie })).body
    const key = { id, token: undefined, shopper: lia.id }
    assert.deepEqual(await heldIn(key), { mug: 3 })
    const set = (quantity: number, was: number) =>
      api('PUT', `/baskets/${id}/lines/${shop.variantIds.mug}`, { cookie: lia.cookie }, { quantity, was })
    assert.equal((await set(5, 3)).status, 200)
    const late = await set(1, 3)
    assert.deepEqual([late.body.code, late.body.params.quantity], ['orders.basket_line_changed', 5])
    assert.equal((await set(5, 3)).status, 200, 'who wants what is there anyway is not refused')
    assert.deepEqual(await heldIn(key), { mug: 5 })
  })
})

describe('what changed since they last looked', () => {
  test('is told on the page by name until they say that they saw it; nothing that changed meanwhile is covered by that', async () => {
    const key = await shop.fill({ lamp: 1, scarf: 2 })
    const cookie = `fondaco_basket=${key.token}; fondaco_basket_id=${key.id}`
    const page = async (url = '/it/basket') => (await app.inject({ url, headers: { cookie } })).body
    assert.doesNotMatch(await page(), /ultima volta che hai guardato/)
    const price = (amount: bigint) =>
      house.run(async (ctx) => ok(await setPrices(ctx, [{ variantId: shop.variantIds.lamp, currency: 'EUR', amount }])))
    must(await price(13_000n))
    await shop.setStock('scarf', 1)
    const told = await page()
    assert.match(told, /Lamp: il prezzo è salito da 123,45\s€ a 130,00\s€/)
    assert.match(told, /Scarf: ne restano meno di quanti ne hai scelti/)
    assert.match(await page('/it/checkout'), /Lamp: il prezzo è salito/)
    const headers = { 'basket-token': key.token ?? '' }
    const shown = (await api('GET', `/baskets/${key.id}`, headers)).body
    assert.deepEqual(
      shown.changes.map(({ kind, name, from }: { kind: string; name: string; from: { amount: number } | null }) => [
        kind,
        name,
        from?.amount,
      ]),
      [
        ['price_up', 'Lamp', 12_345],
        ['not_enough_left', 'Scarf', undefined],
      ],
    )
    const say = (mark: string) => api('PUT', `/baskets/${key.id}/seen`, headers, { mark })
    must(await price(14_000n))
    assert.equal((await say(shown.changesMark)).body.code, 'orders.basket_changed_again')
    const mark = (await api('GET', `/baskets/${key.id}`, headers)).body.changesMark
    assert.deepEqual((await say(mark)).body.changes, [])
    assert.deepEqual((await say(mark)).status, 200)
    assert.doesNotMatch(await page(), /ultima volta che hai guardato/)
    must(await price(12_345n))
    await shop.setStock('scarf', 100)
  })
})

describe('how many of a product one order may have', () => {
  test('is set in the office, said in the shop, refused in the basket with what to do, and asked again when it is ordered', async () => {
    const owner = await signedInAs(house, 'owner')
    const [{ id } = { id: '' }] = await house.asOwner<{ id: string }>(
      `SELECT id FROM catalog.product WHERE handle = 'book'`,
    )
    const before = await shop.fill({ book: 7 })
    const limit = async (payload: object) => {
      const { version } = (await app.inject({ url: `/api/products/${id}/order-limit`, headers: owner.headers })).json()
      const headers = { ...owner.headers, 'if-match': `"${version}"` }
      return (await app.inject({ method: 'PUT', url: `/api/products/${id}/order-limit`, headers, payload })).json()
    }
    assert.equal((await limit({ least: 4, most: 5, step: 3 })).code, 'catalog.order_limit_impossible')
    const set = await limit({ least: 4, most: 12, step: 3 })
    assert.deepEqual(await limit({ least: 4, most: 12, step: 3 }), set, 'twice is once')
    const placed = await shop.place(before)
    assert.deepEqual(placed.ok ? 'placed' : [placed.refusal.code, placed.refusal.params?.['step']], [
      'orders.basket_not_in_steps',
      3,
    ])

    const page = await app.inject({ url: '/it/products/book' })
    assert.match(page.body, /Almeno 6\. Solo a passi di 3\. Al massimo 12 per ordine\./)
    assert.match(page.body, /min="6" max="12"\s+step="3"/)
    const key = await shop.fill({})
    const put = async (quantity: number) => {
      const done = await house.run((ctx) => setBasketLine(ctx, key, { variantId: shop.variantIds.book, quantity }))
      return done.ok ? 'set' : done.refusal.code
    }
    const tried: [quantity: number, verdict: string][] = [
      [3, 'orders.basket_too_few'],
      [15, 'orders.basket_too_many'],
      [10, 'orders.basket_not_in_steps'],
      [12, 'set'],
      [11, 'orders.basket_not_in_steps'],
      [3, 'orders.basket_too_few'],
      [9, 'set'],
      [0, 'set'],
    ]
    for (const [quantity, verdict] of tried) assert.equal(await put(quantity), verdict, String(quantity))

    const cookie = `fondaco_basket=${before.token}; fondaco_basket_id=${before.id}`
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
    const shown = await app.inject({ url: '/it/basket', headers: { cookie } })
    assert.match(shown.body, /Si vende a passi di 3\. Cambia la quantità\./)
    await app.inject({ method: 'POST', url: '/it/checkout', headers, payload: `act=mend&key=${before.id}&country=IT` })
    assert.deepEqual(await heldIn(before), { book: 6 })
    must(await shop.place(before))
    await limit({ least: 1, most: null, step: 1 })
    const trail = await app.inject({ url: `/api/records/product/${id}/timeline`, headers: owner.headers })
    assert.match(trail.body, /at least 4, at most 12, in steps of 3/)
  })
})

describe('a basket shared by a link', () => {
  test('is a copy for who opens it, of nobody, at the prices of now, and ends', async () => {
    const key = await shop.fill({ mug: 2, lamp: 1 })
    const cookie = `fondaco_basket=${key.token}; fondaco_basket_id=${key.id}`
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const made = await app.inject({
      method: 'POST',
      url: '/it/basket/share',
      headers: { cookie, ...form },
      payload: '',
    })
    const [, token = ''] = /shared=([\w-]+)/.exec(String(made.headers.location)) ?? []
    assert.match((await app.inject({ url: `/it/basket?shared=${token}`, headers: { cookie } })).body, /entro 30 giorni/)
    must(await house.run((ctx) => setBasketLine(ctx, key, { variantId: shop.variantIds.mug, quantity: 0 })))
    const shown = await app.inject({ url: `/it/shared-baskets/${token}` })
    assert.match(shown.body, /Mug/)
    assert.match(shown.body, /153,25\s€/)
    assert.equal((await app.inject({ url: `/it/shared-baskets/${token.slice(0, -1)}x` })).statusCode, 404)

    const own = await shop.fill({ mug: 1 })
    const theirs = `fondaco_basket=${own.token}; fondaco_basket_id=${own.id}`
    await shop.setStock('lamp', 0)
    const taken = await app.inject({
      method: 'POST',
      url: `/it/shared-baskets/${token}`,
      headers: { cookie: theirs, ...form },
      payload: '',
    })
    assert.match(String(taken.headers.location), /copied_partly/)
    assert.deepEqual(await heldIn(own), { mug: 3 })
    await shop.setStock('lamp', 100)

    const copy = await app.inject({
      method: 'POST',
      url: `/api/shared-baskets/${token}/copies`,
      payload: { country: 'IT' },
    })
    const { id, token: fresh, pieces, leftOut } = copy.json()
    assert.deepEqual([pieces, leftOut], [3, []])
    assert.deepEqual(await heldIn({ id, token: fresh }), { mug: 2, lamp: 1 })
    const empty = await app.inject({ method: 'POST', url: '/api/baskets', payload: { country: 'IT' } })
    const share = await app.inject({
      method: 'POST',
      url: `/api/baskets/${empty.json().id}/shares`,
      headers: { 'basket-token': empty.json().token },
    })
    assert.equal(share.json().code, 'orders.basket_empty')
    await house.asOwner(`UPDATE orders.basket_share SET expires_at = '2020-01-01'`)
    const late = await app.inject({
      method: 'POST',
      url: `/api/shared-baskets/${token}/copies`,
      payload: { country: 'IT' },
    })
    assert.equal(late.json().code, 'orders.share_not_valid')
    assert.equal((await app.inject({ url: `/it/shared-baskets/${token}` })).statusCode, 404)
  })
})
