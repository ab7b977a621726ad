/** One customer, one sum of store credit, many tabs: what is spent, and what comes back meanwhile. */
import assert from 'node:assert/strict'
import { recordCustomer } from '../../server/src/departments/customers/index.ts'
import { grantCredit, payWithCredit, statementOf } from '../../server/src/departments/gift-cards/index.ts'
import { callOffOrder } from '../../server/src/flows/cancel-order/index.ts'
import { expireOrders } from '../../server/src/flows/expire-orders/index.ts'
import { placeOrder, type PlacedOrder } from '../../server/src/flows/place-order/index.ts'
import { newId } from '../../server/src/host/clock.ts'
import { system, type Actor } from '../../server/src/host/context.ts'
import { money, type MoneyJson } from '../../server/src/kernel/money.ts'
import { ok, type Result } from '../../server/src/kernel/result.ts'
import type { BasketKey } from '../../server/src/departments/orders/index.ts'
import type { PaymentScene, PlacedToPay } from '../../server/src/testing/payment-scene.ts'
import { euros, must, someAddress, totalOf } from '../../server/src/testing/scene.ts'
import { timesOf, type MoneyCourse } from './money-course.ts'
import { tally } from './race.ts'

/** A mug and its delivery. */
const MUG = 2_080
/** Two mugs and a rest; in two grants, so that an order is paid by both. */
const GRANTS = [3_000, 2_000]
const REST = 840

/**
 * All of it is spent when they begin: on an order that is called off, and on one that expires. What comes back pays two orders of the
 * many that want it, and of a third the rest: to the cent, and whoever is too late is told so.
 */
export async function raceForCredit(course: MoneyCourse, { tabs }: { tabs: number }) {
  const { scene } = course
  const { house } = scene
  const { customer, one, two, baskets } = await course.ready(async () => {
    const customer = await aHolder(scene)
    const fill = (mug: number) => customer.basket({ mug })
    const [one, two, ...baskets] = await Promise.all([fill(1), fill(2), ...timesOf(tabs, () => fill(1))])
    return { customer, one, two, baskets }
  })
  const paid = must(await customer.order(one, MUG))
  const left = must(await customer.order(two, 5_000 - MUG))
  assert.deepEqual(await customer.standing(), { balance: 2_920n, held: 2_920n })
  await house.asOwner('UPDATE orders.sales_order SET expires_at = now() WHERE id = $1', [left.id])

  const orders: PlacedOrder[] = []
  /** Each of them at once; answers those that were told to look again. */
  const atOnce = async (filled: readonly Filled[], credit: number): Promise<Filled[]> => {
    const told = await Promise.all(filled.map(async (one) => ({ one, answer: await customer.order(one, credit) })))
    const refused = told.filter(({ answer }) => !answer.ok)
    orders.push(...told.flatMap(({ answer }) => (answer.ok ? [answer.value] : [])))
    assert.deepEqual(
      tally(refused.map(({ answer }) => codeOf(answer))),
      refused.length === 0 ? {} : { 'gift-cards.balance_changed': refused.length },
    )
    return refused.map(({ one }) => one)
  }
  const callOff = () => callOffOrder(house, { orderId: paid.id, reason: 'changed their mind', actor: system('race') })
  let [late] = await Promise.all([
    atOnce(baskets, MUG),
    ...timesOf(2, () => callOff()),
    ...timesOf(2, () => expireOrders(house)),
    scene.work(),
  ])
  await scene.work()
  // As long as it reaches, one of them has it, and the others look again.
  for (let before = -1; orders.length > before; late = await atOnce(late, MUG)) before = orders.length
  assert.equal(orders.length, 2)
  await atOnce(late, REST)
  assert.equal(orders.length, 3)
  assert.deepEqual(await customer.standing(), { balance: BigInt(REST), held: BigInt(REST) })
  const [last = assert.fail()] = orders.slice(-1)
  const toPay: PlacedToPay = { ...last, locale: 'it', total: BigInt(last.total.amount) }
  await scene.pay(toPay)
  await Promise.all([...timesOf(3, () => scene.returnOf(toPay)), scene.work()])
  await scene.work()
  assert.deepEqual(await customer.standing(), { balance: 0n, held: 0n })
  const rows = await house.asOwner<{ state: string; asked: string; captured: string }>(
    `SELECT o.state, o.total::text AS asked, sum(p.captured)::text AS captured
     FROM orders.sales_order o JOIN payments.payment p ON p.order_id = o.id WHERE o.id = ANY($1) GROUP BY o.id`,
    [orders.map(({ id }) => id)],
  )
  assert.deepEqual(
    rows,
    timesOf(3, () => ({ state: 'paid', asked: String(MUG), captured: String(MUG) })),
  )
}

const codeOf = (answer: Result<unknown>) => (answer.ok ? 'ordered' : answer.refusal.code)

interface Filled {
  readonly key: BasketKey
  readonly total: MoneyJson
}

/** Somebody to whom the shop gave credit, with what they can do. */
async function aHolder({ house, shop }: PaymentScene) {
  const email = `zanetta-${newId()}@calle.example`
  const id = must(
    await house.run(async (ctx) => ok(await recordCustomer(ctx, { email, name: 'Zanetta', locale: 'it' }))),
  )
  const actor: Actor = { kind: 'customer', id }
  const grant = async (cents: number) => {
    const wish = { customerId: id, market: 'it', amount: money(cents, 'EUR'), reason: 'a race' }
    must(await house.run((ctx) => grantCredit(ctx, { ...wish, because: 'goodwill' })))
  }
  await Promise.all(GRANTS.map(grant))
  return {
    async basket(wishes: { mug: number }): Promise<Filled> {
      const key = { ...(await shop.fill(wishes)), shopper: id }
      must(await house.run((ctx) => payWithCredit(ctx, key, true), { actor }))
      return { key, total: await totalOf(house, key) }
    },
    /** They saw that so much of it is paid with their credit. */
    async order({ key: basket, total: acceptedTotal }: Filled, credit: number): Promise<Result<PlacedOrder>> {
      const request = { basket, email, address: someAddress, deliveryMethod: 'standard', acceptedTotal }
      return house.run((ctx) => placeOrder(ctx, { ...request, acceptedGiftCards: euros(credit) }), { actor })
    },
    async standing() {
      const { balances } = await statementOf(house.database, id, house.clock.now())
      const [{ balance, held } = { balance: 0n, held: 0n }] = balances
      return { balance, held }
    },
  }
}
