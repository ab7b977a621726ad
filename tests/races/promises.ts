/** What was shown is what is paid: a price that changes, a basket that changes, one key with two wishes. */
import assert from 'node:assert/strict'
import { setBasketLine } from '../../server/src/departments/orders/index.ts'
import { setPrices } from '../../server/src/departments/pricing/index.ts'
import { guest } from '../../server/src/host/context.ts'
import { must, someAddress, totalOf } from '../../server/src/testing/scene.ts'
import { timesOf, type MoneyCourse } from './money-course.ts'
import { tally } from './race.ts'

/** Each order is at the price that its buyer saw, or is refused; the basket that changes meanwhile is ordered as it was or not at all. */
export async function raceOfPrices({ scene }: MoneyCourse, { buyers }: { buyers: number }) {
  const { house, shop } = scene
  const scarf = shop.variantIds.scarf
  const baskets = await Promise.all(timesOf(buyers, () => shop.fill({ scarf: 1 })))
  const shown = await Promise.all(baskets.map((basket) => totalOf(house, basket)))
  const answers = await Promise.all([
    ...baskets.map((basket, buyer) => shop.place(basket, { acceptedTotal: shown[buyer] ?? assert.fail() })),
    house.run((ctx) => setPrices(ctx, [{ variantId: scarf, currency: 'EUR', amount: 7_100n }])).then(() => undefined),
    ...baskets.map((basket) =>
      house
        .run((ctx) => setBasketLine(ctx, basket, { variantId: shop.variantIds.mug, quantity: 1 }), { actor: guest })
        .then(() => undefined),
    ),
  ])
  for (const [buyer, answer] of answers.entries()) {
    if (answer === undefined) continue
    if (answer.ok) assert.deepEqual(answer.value.total, shown[buyer])
    else assert.match(answer.refusal.code, /^orders\.total_changed/)
  }
  must(await house.run((ctx) => setPrices(ctx, [{ variantId: scarf, currency: 'EUR', amount: 6_900n }])))
}

/** One effect and equal answers; under the same key another wish is refused. */
export async function raceUnderOneKey({ scene, call }: MoneyCourse, { clicks }: { clicks: number }) {
  const [one, other] = await Promise.all([scene.shop.fill({ mug: 1 }), scene.shop.fill({ mug: 2 })])
  const totals = await Promise.all([totalOf(scene.house, one), totalOf(scene.house, other)])
  const key = `race-${one.id}`
  const order = (email: string) =>
    call(
      'POST',
      `/baskets/${one.id}/order`,
      { email, address: someAddress, deliveryMethod: 'standard', acceptedTotal: totals[0] },
      { 'idempotency-key': key, 'basket-token': one.token ?? '' },
    )
  const told = await Promise.all(timesOf(clicks, () => order('ada@village.example')))
  assert.deepEqual(tally(told.map(({ status }) => String(status))), { 201: clicks })
  assert.equal(new Set(told.map(({ body }) => body['id'])).size, 1)
  const another = await order('eve@village.example')
  assert.deepEqual([another.status >= 400, another.body['id']], [true, undefined])
  assert.match(String(another.body['code']), /idempotency/)
}
