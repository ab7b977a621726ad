import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createKind, publishProduct, type ProductKind } from '../../departments/catalog/index.ts'
import { getBasket, getOrder, quoteBasket, setBasketLine, type BasketKey } from '../../departments/orders/index.ts'
import { setPrices } from '../../departments/pricing/index.ts'
import { guest } from '../../host/context.ts'
import { moneyToJson } from '../../kernel/money.ts'
import type { Result } from '../../kernel/result.ts'
import { must, openShop, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { placeOrder, type OrderRequest } from './place-order.ts'

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code)

describe('what is bought and not delivered', () => {
  let house: TestHouse
  let shop: Shop
  let pattern: string
  let lesson: string

  before(async () => {
    house = await createTestHouse()
    shop = await openShop(house, { stock: { mug: 10 } })
    pattern = await sell('digital', 900n)
    lesson = await sell('service', 4_000n)
  })
  after(() => house.close())

  async function sell(kind: ProductKind, price: bigint): Promise<string> {
    const sku = kind.toUpperCase()
    const draft = { handle: kind, names: { en: kind }, taxCategory: 'standard', variants: [{ sku }] }
    const saved = must(await house.run((ctx) => createKind(ctx, kind, draft)))
    const variantId = saved.variantIds[sku]!
    must(await house.run((ctx) => setPrices(ctx, [{ variantId, currency: 'EUR', amount: price }])))
    must(await house.run((ctx) => publishProduct(ctx, { productId: saved.productId })))
    return variantId
  }

  async function basketOf(wishes: Parameters<Shop['fill']>[0], others: readonly string[]): Promise<BasketKey> {
    const key = await shop.fill(wishes)
    for (const variantId of others) {
      must(await house.run((ctx) => setBasketLine(ctx, key, { variantId, quantity: 2 }), { actor: guest }))
    }
    return key
  }

  const quoteOf = async (key: BasketKey) =>
    must(await quoteBasket(house.database, must(await getBasket(house.database, key)), house.clock.now()))

  async function order(key: BasketKey, more: Partial<OrderRequest> = {}) {
    const acceptedTotal = moneyToJson((await quoteOf(key)).priced.total)
    const request = {
      basket: key,
      email: 'zanetta@calle.example',
      address: { name: 'Zanetta', country: 'IT' },
      acceptedTotal,
    }
    return house.run((ctx) => placeOrder(ctx, { ...request, ...more }), { actor: guest })
  }

  test('needs a name and a country, costs no delivery, and holds no stock', async () => {
    const key = await basketOf({}, [pattern, lesson])
    const { needsDelivery, methods, method, priced, orderable, missingForFreeDelivery } = await quoteOf(key)
    assert.deepEqual([needsDelivery, methods, method, orderable], [false, [], undefined, true])
    assert.deepEqual([priced.delivery, missingForFreeDelivery], [undefined, undefined])
    const placed = must(await order(key))
    const { delivery, total, address, lines } = must(await getOrder(house.database, placed.id))
    assert.deepEqual(delivery, {
      method: null,
      names: {},
      total: { amount: 0, currency: 'EUR' },
      promisedFrom: null,
      promisedTo: null,
    })
    assert.deepEqual([total.amount, address.street, address.country], [9_800, '', 'IT'])
    assert.deepEqual(
      lines.map(({ kind, quantity }) => [kind, quantity]),
      [
        ['digital', 2],
        ['service', 2],
      ],
    )
    const held = await house.asOwner('SELECT 1 FROM inventory.reservation WHERE order_id = $1', [placed.id])
    assert.deepEqual(held, [])
    await house.expectNoBreach()
  })

  test('beside goods: they are delivered, with all that belongs to it, and they alone hold stock', async () => {
    const key = await basketOf({ mug: 1 }, [pattern])
    assert.equal(codeOf(await order(key)), 'orders.delivery_method_unavailable')
    const partial = await order(key, { deliveryMethod: 'standard' })
    assert.equal(codeOf(partial), 'orders.address_incomplete')
    const placed = must(await shop.place(key))
    const { delivery, address } = must(await getOrder(house.database, placed.id))
    assert.deepEqual([delivery.method, address.street !== ''], ['standard', true])
    const held = await house.asOwner<{ quantity: number }>(
      'SELECT quantity::int AS quantity FROM inventory.reservation WHERE order_id = $1',
      [placed.id],
    )
    assert.deepEqual(held, [{ quantity: 1 }])
    await house.expectNoBreach()
  })
})
