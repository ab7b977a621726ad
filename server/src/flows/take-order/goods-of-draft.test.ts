import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { findBreaches } from '../../host/verify/find-breaches.ts'
import { readInvariants } from '../../host/verify/invariants.ts'
import {
  dropDraft,
  endSetAside,
  getBasket,
  getDraft,
  makeDraft,
  putDraft,
  quoteBasket,
  setAside,
  type DraftWish,
} from '../../departments/orders/index.ts'
import { must, openShop, someAddress, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { keyOfDraft } from './key-of-draft.ts'
import { orderDraft } from './order-draft.ts'

const HOUR = 3_600_000

describe('goods that are set aside for a draft', () => {
  let house: TestHouse
  let shop: Shop
  let ahead = 0

  before(async () => {
    house = await createTestHouse({ clock: { now: () => new Date(Date.now() + ahead) } })
    shop = await openShop(house, { stock: { mug: 3, book: 20, scarf: 3, lamp: 3 } })
  })
  after(() => house.close())

  const wishFor = (lines: DraftWish['lines']): DraftWish => ({
    customerId: null,
    email: 'mirandolina@locanda.example',
    address: someAddress,
    lines,
    coupons: [],
    deliveryMethod: 'standard',
    paymentMethod: null,
    note: null,
    priceNote: null,
  })
  const draftOf = async (good: keyof Shop['variantIds'], quantity: number) =>
    must(await house.run((ctx) => makeDraft(ctx, wishFor([{ variantId: shop.variantIds[good], quantity }])))).id
  const keep = (id: string, until?: Date) => house.run((ctx) => setAside(ctx, { id, until }))
  const code = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'ok' : result.refusal?.code)
  const reserved = async (good: keyof Shop['variantIds']) => {
    const [row] = await house.asOwner<{ n: number }>(
      'SELECT sum(reserved)::int AS n FROM inventory.stock WHERE variant_id = $1',
      [shop.variantIds[good]],
    )
    return row?.n
  }
  const quoteOf = async (id: string) => {
    const draft = must(await getDraft(house.database, id))
    const basket = must(await getBasket(house.database, keyOfDraft(draft)))
    return must(await quoteBasket(house.database, basket, house.clock.now()))
  }
  const releaseDrafts = async () => {
    const job = house.blueprint.jobs.find(({ kind }) => kind === 'release-drafts')
    await job?.run(house, { id: 'now', ref: null, payload: {}, attempt: 1 })
  }
  const order = async (id: string) => {
    const { amount, currency } = (await quoteOf(id)).priced.total
    return house.run((ctx) => orderDraft(ctx, { id, acceptedTotal: { amount: Number(amount), currency } }))
  }

  test('nobody else buys them; the draft can, and its order has just them', async () => {
    const id = await draftOf('mug', 2)
    const anothers = await shop.fill({ mug: 2 })
    must(await keep(id))
    assert.equal(await reserved('mug'), 2)
    assert.equal(code(await shop.place(anothers)), 'inventory.not_enough_left')
    const quote = await quoteOf(id)
    assert.deepEqual([quote.lines[0]?.available, quote.orderable], [3, true], 'its own pieces are there for it')
    await house.expectNoBreach()
    must(await order(id))
    assert.equal(await reserved('mug'), 2, 'the same pieces')
    must(await shop.place(await shop.fill({ mug: 1 })))
    await house.expectNoBreach()
  })

  test('what is set aside follows the draft, is given another end, and goes back by hand or with the draft', async () => {
    const id = await draftOf('book', 5)
    const first = must(await keep(id))
    assert.ok(Math.abs(first.until.getTime() - Date.now() - 24 * HOUR) < 60_000, 'a day, as the setting says')
    const change = async (quantity: number, version: number) => {
      const wish = wishFor([{ variantId: shop.variantIds.book, quantity }])
      return house.run((ctx) => putDraft(ctx, { id, version, wish, mayPrice: true }))
    }
    must(await change(2, 1))
    assert.equal(await reserved('book'), 2)
    must(await change(99, 2))
    assert.equal(await reserved('book'), 20, 'as much as there is')
    must(await change(4, 3))
    const until = new Date(Date.now() + 2 * HOUR)
    assert.equal(must(await keep(id, until)).until.getTime(), until.getTime())
    assert.equal(await reserved('book'), 4)
    for (const wrong of [new Date(Date.now() - 1), new Date(Date.now() + 31 * 24 * HOUR)]) {
      assert.equal(code(await keep(id, wrong)), 'orders.hold_end_wrong')
    }
    for (let twice = 0; twice < 2; twice++) must(await house.run((ctx) => endSetAside(ctx, id)))
    assert.equal(await reserved('book'), 0)
    must(await keep(id))
    must(await house.run((ctx) => dropDraft(ctx, id)))
    assert.equal(await reserved('book'), 0)
    await house.expectNoBreach()
  })

  test('when its time is over the job gives it back, unless somebody gave it more', async () => {
    const [over, longer] = [await draftOf('book', 2), await draftOf('book', 3)]
    must(await keep(over, new Date(Date.now() + HOUR)))
    must(await keep(longer, new Date(Date.now() + 3 * HOUR)))
    ahead = 2 * HOUR
    for (let twice = 0; twice < 2; twice++) await releaseDrafts()
    ahead = 0
    const left = await house.asOwner<{ id: string }>('SELECT draft_id::text AS id FROM orders.draft_hold')
    assert.deepEqual([left.map(({ id }) => id), await reserved('book')], [[longer], 3])
    must(await house.run((ctx) => endSetAside(ctx, longer)))
  })

  test('nothing is set aside of what is not there', async () => {
    await shop.setStock('lamp', 0)
    assert.equal(code(await keep(await draftOf('lamp', 1))), 'orders.nothing_to_set_aside')
    const empty = must(await house.run((ctx) => makeDraft(ctx, wishFor([])))).id
    assert.equal(code(await keep(empty)), 'orders.nothing_to_set_aside')
    await shop.setStock('lamp', 3)
  })

  test('drafts and buyers at the same moment: never more than there are', async () => {
    for (let round = 0; round < 3; round++) {
      await shop.setStock('scarf', 3 + ((await reserved('scarf')) ?? 0))
      const drafts = await Promise.all([1, 2, 1].map((quantity) => draftOf('scarf', quantity)))
      const baskets = await Promise.all(Array.from({ length: 8 }, () => shop.fill({ scarf: 1 })))
      const more = await Promise.all(Array.from({ length: 8 }, () => shop.fill({ scarf: 1 })))
      const before = (await reserved('scarf')) ?? 0
      const [held, bought] = await Promise.all([
        Promise.all(drafts.map((id) => keep(id))),
        Promise.all(baskets.map((basket) => shop.place(basket))),
      ])
      for (const one of [...held, ...bought]) {
        assert.match(code(one) ?? '', /^(ok|inventory\.(sold_out|not_enough_left)|orders\.nothing_to_set_aside)$/)
      }
      assert.equal((await reserved('scarf')) ?? 0, before + 3, 'all three are promised, and no fourth')
      // What was set aside is the draft's own, however many want it while it is ordered.
      const kept = drafts.filter((_, at) => held[at]?.ok)
      const whole = (
        await Promise.all(kept.map(async (id) => ({ id, isWhole: (await quoteOf(id)).orderable })))
      ).filter(({ isWhole }) => isWhole)
      const [ordered, late] = await Promise.all([
        Promise.all(whole.map(({ id }) => order(id))),
        Promise.all(more.map((basket) => shop.place(basket))),
      ])
      assert.deepEqual(new Set(ordered.map(code)), whole.length > 0 ? new Set(['ok']) : new Set())
      assert.ok(late.every((one) => !one.ok))
      await house.expectNoBreach()
      for (const id of kept) await house.run((ctx) => endSetAside(ctx, id))
    }
  })

  test('verify finds goods that nobody set aside, and some that are set aside for too long', async () => {
    const id = await draftOf('book', 2)
    must(await keep(id))
    const ofStock = readInvariants().filter(({ code: name }) => name.startsWith('S'))
    const found = async () => [
      ...new Set((await findBreaches(house.ownerUrl, ofStock)).breaches.map(({ name }) => name.split(' ')[0])),
    ]
    assert.deepEqual(await found(), [])
    await house.asOwner(`UPDATE orders.draft_hold SET ends_at = now() - interval '20 minutes' WHERE draft_id = $1`, [
      id,
    ])
    assert.deepEqual(await found(), ['S7'])
    await house.asOwner('DELETE FROM orders.draft_hold WHERE draft_id = $1', [id])
    assert.deepEqual(await found(), ['S4'])
  })
})
