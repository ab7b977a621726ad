import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createKind, publishProduct } from '../departments/catalog/index.ts'
import { createPromotion, makeCoupons, setPrices, wishOf } from '../departments/pricing/index.ts'
import { createTestServer } from '../testing/create-test-server.ts'
import { must, openShop, type Shop } from '../testing/scene.ts'
import { Shopper, wordsOf } from '../testing/shopper.ts'
import { createTestHouse, type TestHouse } from '../testing/test-house.ts'

let house: TestHouse
let shop: Shop
let app: FastifyInstance

before(async () => {
  house = await createTestHouse()
  shop = await openShop(house, { stock: { mug: 3 } })
  app = await createTestServer(house)
})

test('the basket offers what a promotion gives, free by one button, and says what a little more would earn', async () => {
  const amounts = [{ amount: 7_000, currency: 'EUR' }]
  const wish = wishOf({
    code: 'HELLO',
    names: { en: 'A mug for you', it: 'Una tazza per te' },
    needsCoupon: true,
    beginsAt: null,
    endsAt: null,
    terms: {
      action: { kind: 'gift', variant: shop.variantIds.mug, units: 1 },
      conditions: [{ kind: 'subtotal_at_least', amounts }],
    },
  })
  const { id: promotionId } = must(await house.run((ctx) => createPromotion(ctx, wish)))
  must(await house.run((ctx) => makeCoupons(ctx, { promotionId, codes: ['HELLO'], mostUses: null })))
  const shopper = new Shopper(app)
  await shopper.add('scarf', 1)
  await shopper.post('/it/basket/coupons', { add: 'HELLO' })
  assert.match(wordsOf(await shopper.get('/it/basket')), /Spendi ancora 1,00 € per «Una tazza per te»/)
  await shopper.post(`/it/basket/lines/${shop.variantIds.scarf}`, { quantity: '2' })
  const earned = await shopper.get('/it/basket')
  assert.match(wordsOf(earned), /Mug Gratis con questo carrello: Una tazza per te Aggiungi gratis/)
  const [, action = '', units = ''] =
    /<form method="post" action="([^"]+)" class="gift">[\s\S]*?name="quantity" value="(\d+)"/.exec(earned.body) ?? []
  assert.equal((await shopper.post(action, { quantity: units })).statusCode, 303)
  const taken = wordsOf(await shopper.get('/it/basket'))
  assert.match(taken, /Totale 138,00 €/)
  assert.doesNotMatch(taken, /Aggiungi gratis/)
  await shopper.post(action, { quantity: '0' })
  await shop.setStock('mug', 0)
  assert.doesNotMatch(wordsOf(await shopper.get('/it/basket')), /Aggiungi gratis/, 'what is sold out is not offered')
  await shop.setStock('mug', 3)
})

test('words for somebody whose address is missing or wrong come back as they were typed, and nothing is in the basket', async () => {
  const draft = { handle: 'gift', names: { en: 'Gift card' }, taxCategory: 'standard', variants: [{ sku: 'GIFT-50' }] }
  const { productId, variantIds } = must(await house.run((ctx) => createKind(ctx, 'gift_card', draft)))
  const price = { variantId: variantIds['GIFT-50']!, currency: 'EUR', amount: 5_000n }
  must(await house.run((ctx) => setPrices(ctx, [price])))
  must(await house.run((ctx) => publishProduct(ctx, { productId })))
  const typed = { recipient_email: '', recipient_name: 'Marco <3', sender_name: 'Zanetta', message: 'Auguri\na te' }
  const shopper = new Shopper(app)
  const put = (changes: Partial<typeof typed> = {}) =>
    shopper.post('/it/basket/lines', { product: 'gift', quantity: '2', ...typed, ...changes })
  const inBasket = async () => wordsOf(await shopper.get('/it/basket')).includes('Gift card')
  for (const [address, said] of [
    ['', /Manca l’indirizzo e-mail di chi riceve la carta/],
    ['marco at calle', /Questo non è un indirizzo e-mail/],
  ] as const) {
    const refused = await put({ recipient_email: address })
    assert.equal(refused.statusCode, 422)
    assert.match(wordsOf(refused), said)
    assert.match(refused.body, /id="field-recipient_email"[^>]*aria-invalid="true"/)
    for (const kept of [address, 'Marco &lt;3', 'Zanetta', '2'])
      assert.ok(refused.body.includes(`value="${kept}"`), kept)
    assert.match(refused.body, />Auguri\na te<\/textarea>/)
    assert.match(refused.body, /href="\/en\/products\/gift"/, 'in another language it is the same product')
    assert.equal(await inBasket(), false)
  }
  const known = () => house.asOwner('SELECT recipient_email, recipient_name, message FROM gift_cards.gift')
  assert.deepEqual(await known(), [])
  assert.equal((await put({ recipient_email: 'marco@calle.example' })).statusCode, 303)
  assert.deepEqual(await known(), [
    { recipient_email: 'marco@calle.example', recipient_name: 'Marco <3', message: 'Auguri\na te' },
  ])
  const shown = async () => wordsOf(await shopper.get('/it/basket'))
  assert.match(await shown(), /Va a Marco &lt;3 \(marco@calle\.example\) 1 arriva a te/)
  const line = `/it/basket/lines/${variantIds['GIFT-50']}`
  await put({ recipient_email: 'zoe@calle.example', recipient_name: '' })
  await shopper.post(line, { quantity: '1' })
  assert.match(await shown(), /Va a Marco/, 'the first one stays')
  assert.doesNotMatch(await shown(), /zoe@calle/)
  await shopper.post(line, { quantity: '0' })
  await put({ recipient_email: 'tonino@calle.example', recipient_name: '' })
  assert.match(await shown(), /Va a tonino@calle\.example/, 'what was taken out reaches nobody later')
  assert.doesNotMatch(await shown(), /Marco/)
})

test('a code that is refused comes back as it was typed, in an open form', async () => {
  const shopper = new Shopper(app)
  await shopper.add('scarf', 1)
  for (const [path, field] of [
    ['gift-cards', 'gift-card'],
    ['coupons', 'coupon'],
  ] as const) {
    const refused = await shopper.post(`/it/basket/${path}`, { add: 'WRONG "CODE"' })
    assert.ok(refused.statusCode >= 400)
    assert.equal([...refused.body.matchAll(/<details\s+open/g)].length, 1)
    const input = new RegExp(`<input[^>]*id="${field}"[^>]*>`).exec(refused.body)?.[0] ?? ''
    assert.match(input, /value="WRONG &quot;CODE&quot;"/)
    assert.match(input, /aria-invalid="true"/)
  }
})
