import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { addSafetyContact, createKind, publishProduct, saveProduct } from '../departments/catalog/index.ts'
import { setPrices } from '../departments/pricing/index.ts'
import { createTestServer } from '../testing/create-test-server.ts'
import { must, openShop } from '../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../testing/test-house.ts'

let house: TestHouse
let app: FastifyInstance

before(async () => {
  house = await createTestHouse({ demo: false })
  await openShop(house)
  const maker = must(
    await house.run((ctx) =>
      addSafetyContact(ctx, {
        name: 'Fornace & Figli',
        street: 'Fondamenta 3',
        postcode: '30141',
        city: 'Venezia',
        country: 'IT',
        email: 'safety@fornace.example',
        website: '',
      }),
    ),
  )
  must(await house.run((ctx) => saveProduct(ctx, { handle: 'mug', makerId: maker.id, durabilityYears: 10 })))
  app = await createTestServer(house)
})

const page = async (url: string) => (await app.inject(url)).body

test('in the Union each product reminds of the legal guarantee, and a maker’s own stands beside it with name and years', async () => {
  const mug = await page('/it/products/mug')
  assert.match(mug, /Garanzia legale di conformità: almeno 2 anni/)
  assert.match(mug, /Fornace &amp; Figli garantisce Mug per intero/)
  assert.match(mug, /<span class="guarantee-years">10 anni<\/span>/)
  const lamp = await page('/it/products/lamp')
  assert.match(lamp, /Garanzia legale di conformità/)
  assert.ok(!lamp.includes('guarantee-years'))
})

test('a voucher is no good: its page speaks of no guarantee', async () => {
  const draft = { handle: 'card', names: { en: 'Gift card' }, taxCategory: 'standard', variants: [{ sku: 'CARD-25' }] }
  const { productId, variantIds } = must(await house.run((ctx) => createKind(ctx, 'gift_card', draft)))
  const price = { variantId: variantIds['CARD-25']!, currency: 'EUR', amount: 2_500n }
  must(await house.run((ctx) => setPrices(ctx, [price])))
  must(await house.run((ctx) => publishProduct(ctx, { productId })))
  const card = await page('/it/products/card')
  assert.match(card, /<h1>Gift card<\/h1>/)
  assert.ok(!card.includes(`<aside class="guarantee`))
})

test('the page of the legal guarantee is led to from everywhere, and says who is liable', async () => {
  assert.match(await page('/es'), /href="\/es\/guarantee"/)
  const words = await page('/es/guarantee')
  assert.match(words, /Bottega Laguna S\.r\.l\. responde ante ti/)
  assert.match(words, /Escribe a ciao@bottega-laguna\.example/)
})

test('a market of another law reminds of none', async () => {
  await house.asOwner(`UPDATE organisation.market SET law_pack = 'id'`)
  const other = await createTestServer(house)
  const mug = (await other.inject('/it/products/mug')).body
  assert.ok(!mug.includes('Garanzia legale'), 'no reminder')
  assert.match(mug, /guarantee-years/, 'the maker’s own holds everywhere')
})
