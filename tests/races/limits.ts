/** What may be used so often and no more: a coupon, a coupon of each customer, a gift card. */
import assert from 'node:assert/strict'
import { addBasketCard, codeOfCard, findCard, issueCard } from '../../server/src/departments/gift-cards/index.ts'
import { setBasketCoupons, type BasketKey } from '../../server/src/departments/orders/index.ts'
import { placeOrder } from '../../server/src/flows/place-order/index.ts'
import { guest } from '../../server/src/host/context.ts'
import { money, moneyToJson } from '../../server/src/kernel/money.ts'
import { must, someAddress, totalOf } from '../../server/src/testing/scene.ts'
import { timesOf, type MoneyCourse } from './money-course.ts'
import { tally } from './race.ts'

const HALF = { action: { kind: 'line_percent', percent: '50' } }
/** Half of a mug and its delivery: what each of them was promised. */
const PROMISED = moneyToJson(money(745 + 590, 'EUR'))
let made = 0

/** One use in all; the others hear that it is used up, and their baskets stay. */
export async function raceForACoupon(course: MoneyCourse, { buyers }: { buyers: number }) {
  const code = await newCoupon(course, { mostUses: 1, mostUsesOfCustomer: null })
  const told = await buyAtOnce(course, { buyers, code, emailOf: (buyer) => `buyer-${buyer}@village.example` })
  assert.deepEqual(told, tally(['ordered', ...Array<string>(buyers - 1).fill('refused')]))
}

/** One use of each customer, who clicks from many windows, each with a basket of its own. */
export async function raceOfOneCustomer(course: MoneyCourse, { buyers }: { buyers: number }) {
  const code = await newCoupon(course, { mostUses: null, mostUsesOfCustomer: 1 })
  const told = await buyAtOnce(course, {
    buyers,
    code,
    emailOf: (buyer) => (buyer % 2 === 0 ? 'ada@village.example' : 'ADA@village.example'),
  })
  assert.deepEqual(told, tally(['ordered', ...Array<string>(buyers - 1).fill('refused')]))
}

async function newCoupon(course: MoneyCourse, limits: object): Promise<string> {
  made += 1
  const name = `RACE${made}`
  const promotion = await course.call('POST', '/promotions', {
    code: name,
    names: { en: name },
    needsCoupon: true,
    beginsAt: null,
    endsAt: null,
    terms: HALF,
    limits: { budget: null, ...limits },
  })
  assert.equal(promotion.status, 201, JSON.stringify(promotion.body))
  const id = String(promotion.body['id'])
  const coupons = await course.call('POST', `/promotions/${id}/coupons`, { codes: [name], mostUses: null })
  assert.equal(coupons.status, 201, JSON.stringify(coupons.body))
  return name
}

async function buyAtOnce(
  { scene }: MoneyCourse,
  { buyers, code, emailOf }: { buyers: number; code: string; emailOf: (buyer: number) => string },
) {
  const baskets = await Promise.all(timesOf(buyers, () => scene.shop.fill({ mug: 1 })))
  for (const basket of baskets) {
    must(await scene.house.run((ctx) => setBasketCoupons(ctx, basket, [code]), { actor: guest }))
  }
  const answers = await Promise.all(
    baskets.map((basket, buyer) => scene.shop.place(basket, { acceptedTotal: PROMISED, email: emailOf(buyer) })),
  )
  const refusals = /^(pricing\.promotion_used_up|orders\.total_changed)/
  return tally(
    answers
      .map((answer) => {
        if (answer.ok) return 'ordered'
        return refusals.test(answer.refusal.code) ? 'refused' : answer.refusal.code
      })
      .toSorted(),
  )
}

/** Every order wants all that is on the card: one has it, to the cent. */
export async function raceForACard({ scene }: MoneyCourse, { buyers }: { buyers: number }) {
  const { house } = scene
  const amount = money(500, 'EUR')
  const wish = { market: 'it', amount, recipientEmail: 'zanetta@calle.example', locale: 'it', reason: 'a race' }
  const { id } = must(await house.run((ctx) => issueCard(ctx, wish)))
  await house.runJobs(['send-gift-card'])
  const code = codeOfCard(house, (await findCard(house.database, id)) ?? assert.fail()) ?? assert.fail()
  const baskets = await Promise.all(timesOf(buyers, () => scene.shop.fill({ mug: 1 })))
  for (const basket of baskets) must(await house.run((ctx) => addBasketCard(ctx, basket, code), { actor: guest }))
  const totals = await Promise.all(baskets.map((basket) => totalOf(house, basket)))
  const order = (basket: BasketKey, index: number) =>
    house.run(
      (ctx) =>
        placeOrder(ctx, {
          basket,
          email: 'zanetta@calle.example',
          address: someAddress,
          deliveryMethod: 'standard',
          acceptedTotal: totals[index] ?? assert.fail(),
          acceptedGiftCards: moneyToJson(amount),
        }),
      { actor: guest },
    )
  const answers = await Promise.all(baskets.map(order))
  assert.deepEqual(
    tally(answers.map((answer) => (answer.ok ? 'ordered' : answer.refusal.code)).toSorted()),
    tally([...Array<string>(buyers - 1).fill('gift-cards.balance_changed'), 'ordered']),
  )
  const card = (await findCard(house.database, id)) ?? assert.fail()
  assert.deepEqual([card.balance, card.held], [500n, 500n])
}
