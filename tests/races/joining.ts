/** Baskets of one customer meet in two tabs at once while one of them is ordered: nothing in them is lost, and nothing is ordered twice. */
import assert from 'node:assert/strict'
import { recordCustomer } from '../../server/src/departments/customers/index.ts'
import { getBasket, type BasketKey } from '../../server/src/departments/orders/index.ts'
import { joinBaskets } from '../../server/src/flows/join-baskets/index.ts'
import { placeOrder } from '../../server/src/flows/place-order/index.ts'
import { newId } from '../../server/src/host/clock.ts'
import type { Actor } from '../../server/src/host/context.ts'
import { ok } from '../../server/src/kernel/result.ts'
import { must, someAddress, totalOf } from '../../server/src/testing/scene.ts'
import { timesOf, type MoneyCourse } from './money-course.ts'

/** What they put into each of three baskets: the one they have, and one in each of two browsers where they sign in now. */
const PIECES = [1, 2, 4] as const

/**
 * They sign in twice over in two browsers, each with a basket of mugs, and order what they see in a third. Each mug is in one order or in the
 * basket that they have in the end: the order is at the total that was shown, or is refused.
 */
export async function raceToJoin({ scene, ready }: MoneyCourse): Promise<void> {
  const { house, shop } = scene
  const email = `lia-${newId()}@join.example`
  const { id, own, carried, shown } = await ready(async () => {
    const id = must(await house.run(async (ctx) => ok(await recordCustomer(ctx, { email, name: 'Lia', locale: 'it' }))))
    const [own = assert.fail(), ...carried] = await Promise.all(PIECES.map((mug) => shop.fill({ mug })))
    must(await house.run((ctx) => joinBaskets(ctx, { ...own, shopper: id })))
    return { id, own: { ...own, shopper: id }, carried, shown: await totalOf(house, { ...own, shopper: id }) }
  })
  const actor: Actor = { kind: 'customer', id }
  const join = (key: BasketKey) => house.run((ctx) => joinBaskets(ctx, { ...key, shopper: id }), { actor })
  const request = { basket: own, email, address: someAddress, deliveryMethod: 'standard', acceptedTotal: shown }
  const order = () => house.run((ctx) => placeOrder(ctx, request), { actor })
  const [orders, joined] = await Promise.all([
    Promise.all(timesOf(2, order)),
    Promise.all([...carried, ...carried].map(join)),
  ])
  // Who comes a second time with a basket that is theirs now is told so.
  for (const one of joined) assert.ok(one.ok || one.refusal.code === 'orders.basket_joined')
  assert.ok(joined.filter(({ ok: done }) => done).length >= carried.length)
  const placed = orders.filter((one) => one.ok)
  for (const one of orders) {
    if (!one.ok) assert.match(one.refusal.code, /^orders\.(total_changed|basket_already_ordered)/)
  }
  assert.ok(placed.length <= 1)
  for (const one of placed) assert.deepEqual(one.ok && one.value.total, shown)
  const [theirs = assert.fail()] = await house.asOwner<{ id: string }>(
    'SELECT basket_id AS id FROM orders.customer_basket WHERE customer_id = $1',
    [id],
  )
  const left = must(await getBasket(house.database, { id: theirs.id, token: undefined, shopper: id }))
  const [ordered] = await house.asOwner<{ pieces: number }>(
    `SELECT coalesce(sum(l.quantity), 0)::int AS pieces FROM orders.sales_order o JOIN orders.order_line l ON l.order_id = o.id
     WHERE o.email = $1`,
    [email],
  )
  const inBasket = left.lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const all = PIECES.reduce((sum, pieces) => sum + pieces, 0)
  assert.deepEqual([ordered?.pieces, inBasket], placed.length === 1 ? [1, all - 1] : [0, all])
}
