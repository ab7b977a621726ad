import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { createKind, publishProduct } from '../../departments/catalog/index.ts'
import { addBasketCard, addGift, codeOfCard, findCard, issueCard } from '../../departments/gift-cards/index.ts'
import { getBasket, quoteBasket, setBasketLine, type BasketKey } from '../../departments/orders/index.ts'
import { setPrices } from '../../departments/pricing/index.ts'
import { guest } from '../../host/context.ts'
import { money, moneyToJson } from '../../kernel/money.ts'
import type { Result } from '../../kernel/result.ts'
import { openPaymentScene, type PaymentScene, type PlacedToPay } from '../../testing/payment-scene.ts'
import { must } from '../../testing/scene.ts'
import { callOffOrder } from '../cancel-order/index.ts'
import { expireOrders } from '../expire-orders/index.ts'
import { startPayment } from '../start-payment/index.ts'
import { placeOrder, type OrderRequest } from './place-order.ts'

const codeOfRefusal = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code)
const staff = { kind: 'system', name: 'test' } as const

describe('gift cards', () => {
  let scene: PaymentScene
  let cardVariant: string

  before(async () => {
    scene = await openPaymentScene({ webhooks: false })
    const { house } = scene
    const draft = {
      handle: 'gift',
      names: { en: 'Gift card' },
      taxCategory: 'standard',
      variants: [{ sku: 'GIFT-50' }],
    }
    const saved = must(await house.run((ctx) => createKind(ctx, 'gift_card', draft)))
    cardVariant = saved.variantIds['GIFT-50']!
    must(await house.run((ctx) => setPrices(ctx, [{ variantId: cardVariant, currency: 'EUR', amount: 5_000n }])))
    must(await house.run((ctx) => publishProduct(ctx, { productId: saved.productId })))
  })

  /** A card given away, sent, and known by its code. */
  async function aCard(amount: number): Promise<{ id: string; code: string }> {
    const { house } = scene
    const wish = {
      market: 'it',
      amount: money(amount, 'EUR'),
      recipientEmail: 'zanetta@calle.example',
      locale: 'it',
      reason: 'for waiting so long',
    }
    const { id } = must(await house.run((ctx) => issueCard(ctx, wish)))
    await scene.house.runJobs(['send-gift-card'])
    return { id, code: codeOfCard(house, (await findCard(house.database, id))!)! }
  }

  async function order(key: BasketKey, more: Partial<OrderRequest> = {}) {
    const { house } = scene
    const quoted = must(await quoteBasket(house.database, await destined(key), house.clock.now()))
    const address = {
      name: 'Zanetta',
      street: 'Calle 1',
      postcode: '30121',
      city: 'Venezia',
      region: 'VE',
      country: 'IT',
    }
    const request = { basket: key, email: 'zanetta@calle.example', address, deliveryMethod: 'standard' }
    const acceptedTotal = moneyToJson(quoted.priced.total)
    return house.run((ctx) => placeOrder(ctx, { ...request, acceptedTotal, ...more }), { actor: guest })
  }

  async function destined(key: BasketKey) {
    const basket = must(await getBasket(scene.house.database, key))
    return { ...basket, country: 'IT', deliveryMethod: 'standard' }
  }

  async function basketWith(codes: readonly string[], wishes = { mug: 2 }): Promise<BasketKey> {
    const key = await scene.shop.fill(wishes)
    for (const code of codes) must(await scene.house.run((ctx) => addBasketCard(ctx, key, code), { actor: guest }))
    return key
  }

  const standing = async (id: string) => {
    const { balance, held } = (await findCard(scene.house.database, id))!
    return [Number(balance), Number(held)]
  }
  const toPay = (placed: { id: string; number: string; total: { amount: number } }): PlacedToPay => ({
    id: placed.id,
    number: placed.number,
    locale: 'it',
    total: BigInt(placed.total.amount),
  })
  const paymentsOf = (id: string) =>
    scene.house.asOwner<Record<string, string>>(
      `SELECT provider, amount, captured, refunded, state FROM payments.payment WHERE order_id = $1 ORDER BY provider`,
      [id],
    )

  test('a part is held at the order, spent with the money of the provider, and given back to the card', async () => {
    const card = await aCard(1_000)
    const placed = toPay(
      must(
        await order(await basketWith([card.code.toLowerCase()]), {
          acceptedGiftCards: { amount: 1_000, currency: 'EUR' },
        }),
      ),
    )
    assert.deepEqual(await standing(card.id), [1_000, 1_000])
    await scene.house.expectNoBreach()
    await scene.pay(placed)
    assert.equal(must(await scene.returnOf(placed)).paid, true)
    assert.deepEqual(await standing(card.id), [0, 0])
    const [devpay, tender] = await paymentsOf(placed.id)
    assert.deepEqual([devpay?.provider, BigInt(devpay?.captured ?? 0)], ['devpay', placed.total - 1_000n])
    assert.deepEqual([tender?.provider, tender?.captured, tender?.state], ['gift_card', '1000', 'captured'])
    await scene.house.expectNoBreach()
    must(await callOffOrder(scene.house, { orderId: placed.id, reason: 'changed their mind', actor: staff }))
    await scene.work()
    assert.deepEqual(await standing(card.id), [1_000, 0])
    assert.deepEqual(
      (await paymentsOf(placed.id)).map(({ captured, refunded }) => captured === refunded),
      [true, true],
    )
    await scene.house.expectNoBreach()
  })

  test('two cards cover an order wholly: it is paid where it is placed, and asks no provider', async () => {
    const [small, large] = [await aCard(300), await aCard(90_000)]
    const placed = toPay(must(await order(await basketWith([small.code, large.code]))))
    const payments = await paymentsOf(placed.id)
    assert.deepEqual(
      payments.map(({ provider, state }) => [provider, state]),
      [
        ['gift_card', 'captured'],
        ['gift_card', 'captured'],
      ],
    )
    assert.deepEqual(await standing(small.id), [0, 0])
    assert.deepEqual(await standing(large.id), [90_000 + 300 - Number(placed.total), 0])
    const started = await startPayment(scene.house, { id: placed.id, number: '1', locale: 'it' }, guest)
    assert.equal(codeOfRefusal(started), 'payments.nothing_to_pay')
    const figures = await scene.figures(placed)
    assert.deepEqual([figures.state, figures.sales], ['paid', 1n])
    await scene.work()
    await scene.house.expectNoBreach()
  })

  test('an order that nobody pays frees what it held', async () => {
    const card = await aCard(700)
    must(await order(await basketWith([card.code])))
    assert.deepEqual(await standing(card.id), [700, 700])
    scene.time.offsetMs = 2 * 3_600_000
    await expireOrders(scene.house)
    scene.time.offsetMs = 0
    assert.deepEqual(await standing(card.id), [700, 0])
    await scene.house.expectNoBreach()
  })

  test('twenty orders at once spend a card once, to the cent', async () => {
    const card = await aCard(500)
    const keys: BasketKey[] = []
    for (let each = 0; each < 20; each += 1) keys.push(await basketWith([card.code], { mug: 1 }))
    const accepted = { acceptedGiftCards: { amount: 500, currency: 'EUR' } }
    const outcomes = await Promise.all(keys.map((key) => order(key, accepted)))
    const told = outcomes.map(codeOfRefusal).toSorted()
    assert.deepEqual([told.filter((code) => code === 'ok').length, new Set(told).size], [1, 2])
    assert.ok(
      told.every((code) => code === 'ok' || code === 'gift-cards.balance_changed'),
      told.join(' '),
    )
    assert.deepEqual(await standing(card.id), [500, 500])
    await scene.house.expectNoBreach()
  })

  test('a sold card is issued once, for whom it is meant; it bears no tax, buys no card, and is worthless when its order is called off', async () => {
    const { house } = scene
    const key = await scene.shop.fill({})
    must(await house.run((ctx) => setBasketLine(ctx, key, { variantId: cardVariant, quantity: 2 }), { actor: guest }))
    const gift = {
      variantId: cardVariant,
      recipientEmail: 'Marco@Calle.example',
      recipientName: 'Marco',
      senderName: 'Zanetta',
      message: 'Auguri',
    }
    must(await house.run((ctx) => addGift(ctx, key, gift), { actor: guest }))
    const other = await aCard(99_000)
    must(await house.run((ctx) => addBasketCard(ctx, key, other.code), { actor: guest }))
    const placed = toPay(must(await order(key, { deliveryMethod: undefined })))
    assert.deepEqual([placed.total, await standing(other.id)], [10_000n, [99_000, 0]])
    await scene.pay(placed)
    await Promise.all([scene.returnOf(placed), scene.returnOf(placed), scene.reconcile()])
    await scene.work()
    await house.runJobs(['send-gift-card'])
    const cards = await house.asOwner<{
      id: string
      recipient_email: string
      initial: string
      sent: boolean
      mails: string
    }>(
      `SELECT id, recipient_email, initial, sent_at IS NOT NULL AS sent,
         (SELECT count(*) FROM host.mail m WHERE m.ref = c.id::text) AS mails
       FROM gift_cards.card c WHERE order_id = $1 ORDER BY piece`,
      [placed.id],
    )
    assert.deepEqual(
      cards.map(({ recipient_email, initial, sent, mails }) => [recipient_email, initial, sent, mails]),
      [
        ['marco@calle.example', '5000', true, '1'],
        ['zanetta@calle.example', '5000', true, '1'],
      ],
    )
    const entries = await house.asOwner<{ code: string; amount: string }>(
      `SELECT a.code, p.amount FROM ledger.entry e JOIN ledger.posting p ON p.entry_id = e.id JOIN ledger.account a ON a.id = p.account_id
       WHERE e.kind = 'sale' AND e.ref = $1 ORDER BY a.code`,
      [placed.id],
    )
    assert.deepEqual(entries, [
      { code: 'gift_cards', amount: '-10000' },
      { code: 'receivables', amount: '10000' },
    ])
    const mail = await house.asOwner<{ text_body: string }>(`SELECT text_body FROM host.mail WHERE ref = $1`, [
      cards[0]?.id,
    ])
    const code = codeOfCard(house, (await findCard(house.database, cards[0]!.id))!)!
    assert.ok(!mail[0]?.text_body.includes(code) && mail[0]?.text_body.includes('Auguri'))
    await house.expectNoBreach()

    const spent = must(await order(await basketWith([code])))
    const cancel = () => callOffOrder(house, { orderId: placed.id, reason: 'mistake', actor: staff })
    assert.equal(codeOfRefusal(await cancel()), 'gift-cards.already_used')
    must(await callOffOrder(house, { orderId: spent.id, reason: 'mistake', actor: staff }))
    must(await cancel())
    await scene.work()
    assert.deepEqual(await Promise.all(cards.map(({ id }) => standing(id))), [
      [0, 0],
      [0, 0],
    ])
    await house.expectNoBreach()
  })
})
