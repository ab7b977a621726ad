import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import {
  addDownload,
  createKind,
  publishProduct,
  putKindTerms,
  removeDownload,
  viewKindTerms,
  type ProductKind,
} from '../../departments/catalog/index.ts'
import { issueByHand } from '../../departments/documents/index.ts'
import {
  getBasket,
  getOrder,
  giveConsents,
  lockOrder,
  payOrder,
  quoteBasket,
  renewDownloads,
  setBasketLine,
  stopDownloads,
  takeDownload,
  viewIntangibles,
  type BasketKey,
} from '../../departments/orders/index.ts'
import { setPrices } from '../../departments/pricing/index.ts'
import { guest, system } from '../../host/context.ts'
import { moneyToJson } from '../../kernel/money.ts'
import type { Result } from '../../kernel/result.ts'
import { must, openShop, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { callOffOrder } from '../cancel-order/index.ts'
import { placeOrder, type OrderRequest } from './place-order.ts'

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code)

describe('what is bought and not delivered', () => {
  let house: TestHouse
  let shop: Shop
  let pattern: string
  let lesson: string
  const productIds: Partial<Record<ProductKind, string>> = {}
  const file = (name: string, letter: string) => ({
    name,
    mediaType: 'application/pdf',
    bytes: 1_234_567,
    sha256: letter.repeat(64),
  })

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
    productIds[kind] = saved.productId
    if (kind === 'digital') {
      const unfit = await house.run((ctx) => publishProduct(ctx, { productId: saved.productId }))
      assert.equal(codeOf(unfit), 'catalog.download_missing')
      must(await house.run((ctx) => addDownload(ctx, { productId: saved.productId, file: file('pattern.pdf', 'a') })))
      const terms = { downloadLimit: 2, downloadDays: 30, notes: {} }
      must(await house.run((ctx) => putKindTerms(ctx, { productId: saved.productId, version: 2, terms })))
    }
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
    const { needsDelivery, ways, method, priced, orderable, missingForFreeDelivery } = await quoteOf(key)
    assert.deepEqual([needsDelivery, ways, method, orderable], [false, [], undefined, true])
    assert.deepEqual([priced.delivery, missingForFreeDelivery], [undefined, undefined])
    const placed = must(await order(key))
    const { delivery, total, address, lines } = must(await getOrder(house.database, placed.id))
    assert.deepEqual(delivery, {
      method: null,
      names: {},
      total: { amount: 0, currency: 'EUR' },
      promisedFrom: null,
      promisedTo: null,
      kind: null,
      zone: null,
      weightGrams: null,
      pickup: null,
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

  describe('files', () => {
    const pay = (orderId: string) =>
      house.run(async (ctx) => {
        const locked = must(await lockOrder(ctx, orderId))
        return payOrder(ctx, locked, locked.contentHash)
      })
    const viewAt = async (orderId: string, now = house.clock.now()) =>
      must(await viewIntangibles(house.database, orderId, now))
    const take = (orderId: string, fileId: string) =>
      house.run((ctx) => takeDownload(ctx, { orderId, position: 0, fileId }), { actor: guest })
    async function bought(consents: OrderRequest['consents']) {
      const placed = must(await order(await basketOf({}, [pattern]), { consents }))
      const before = await viewAt(placed.id)
      assert.equal(before.downloads[0]?.access.state, 'unpaid')
      assert.equal(
        codeOf(await take(placed.id, before.downloads[0]!.files[0]!.file.fileId)),
        'orders.download_not_open',
      )
      must(await pay(placed.id))
      return placed.id
    }

    test('with consent they are there once it is paid, as often as was sold, and anew when staff say so', async () => {
      const orderId = await bought(['digital', 'service'])
      const { downloads, consents, missing } = await viewAt(orderId)
      // To a service that is not in it nobody agrees.
      assert.deepEqual(
        consents.map(({ kind, textVersion, locale, givenIn }) => [kind, textVersion, locale, givenIn]),
        [['digital', 'v1', 'it', 'checkout']],
      )
      assert.deepEqual([missing, downloads[0]?.access.state], [[], 'open'])
      const { fileId } = downloads[0]!.files[0]!.file
      const at = await Promise.all([take(orderId, fileId), take(orderId, fileId), take(orderId, fileId)])
      assert.deepEqual(at.map(codeOf).sort(), ['ok', 'ok', 'orders.downloads_used_up'])
      assert.deepEqual((await viewAt(orderId)).downloads[0]?.files[0]?.left, 0)
      must(await house.run((ctx) => renewDownloads(ctx, { orderId, position: 0, reason: 'a new computer' })))
      assert.deepEqual((await viewAt(orderId)).downloads[0]?.files[0]?.left, 2)
      const replaced = { productId: productIds.digital!, replaces: fileId, file: file('pattern.pdf', 'b') }
      must(await house.run((ctx) => addDownload(ctx, replaced)))
      assert.equal(must(await take(orderId, fileId)).number, 2)
      must(await house.run((ctx) => stopDownloads(ctx, { orderId, position: 0 })))
      assert.equal(codeOf(await take(orderId, fileId)), 'orders.download_not_open')
      const over = await viewAt(orderId, new Date(house.clock.now().getTime() + 31 * 86_400_000))
      assert.equal(over.downloads[0]?.access.state, 'stopped')
      assert.equal(codeOf(await take(orderId, productIds.digital!)), 'orders.download_not_found')
    })

    test('without it they wait for the end of the withdrawal period, or for consent on the page of the order', async () => {
      const orderId = await bought(undefined)
      const { downloads, missing, withdrawalEndsAt } = await viewAt(orderId)
      assert.deepEqual([missing, downloads[0]?.access], [['digital'], { ...downloads[0]!.access, state: 'waiting' }])
      assert.deepEqual(downloads[0]?.access.opensAt, withdrawalEndsAt)
      assert.equal((await viewAt(orderId, withdrawalEndsAt)).downloads[0]?.access.state, 'open')
      const agree = (kinds: ('digital' | 'service')[]) =>
        house.run((ctx) => giveConsents(ctx, { orderId, kinds, locale: 'es' }), { actor: guest })
      assert.equal(codeOf(await agree(['service'])), 'orders.nothing_to_consent')
      must(await agree(['digital']))
      must(await agree(['digital']))
      const agreed = await viewAt(orderId)
      assert.deepEqual(
        agreed.consents.map(({ kind, locale, givenIn }) => [kind, locale, givenIn]),
        [['digital', 'es', 'order_page']],
      )
      assert.equal(agreed.downloads[0]?.access.state, 'open')
    })

    test('nothing of it lies in a parcel, so no slip says what does', async () => {
      const orderId = await bought(['digital'])
      const slip = await house.run((ctx) => issueByHand(ctx, { orderId, what: 'packing_slip' }))
      assert.equal(codeOf(slip), 'documents.nothing_to_pack')
      assert.equal(codeOf(await house.run((ctx) => issueByHand(ctx, { orderId, what: 'sale' }))), 'ok')
    })

    test('an order that is called off takes its links along', async () => {
      const orderId = await bought(['digital'])
      must(await callOffOrder(house, { orderId, reason: 'changed my mind', actor: system('test') }))
      const { downloads } = await viewAt(orderId)
      assert.equal(downloads[0]?.access.state, 'stopped')
      const renewed = await house.run((ctx) => renewDownloads(ctx, { orderId, position: 0 }))
      assert.equal(codeOf(renewed), 'orders.download_not_open')
    })

    test('files belong to digital products, and what is in the shop keeps one', async () => {
      const [digital, service] = [productIds.digital!, productIds.service!]
      const wrong = await house.run((ctx) => addDownload(ctx, { productId: service, file: file('a.pdf', 'c') }))
      assert.equal(codeOf(wrong), 'catalog.not_digital')
      const note = { downloadLimit: null, downloadDays: null, notes: { en: 'In the workshop' } }
      const version = must(await viewKindTerms(house.database, digital)).version
      const misplaced = await house.run((ctx) => putKindTerms(ctx, { productId: digital, version, terms: note }))
      assert.equal(codeOf(misplaced), 'catalog.not_a_service')
      const { downloads } = must(await viewKindTerms(house.database, digital))
      const fileId = downloads[0]!.fileId
      const last = await house.run((ctx) => removeDownload(ctx, { productId: digital, fileId }))
      assert.equal(codeOf(last), 'catalog.last_download')
      const unknown = await house.run((ctx) => removeDownload(ctx, { productId: digital, fileId: service }))
      assert.equal(codeOf(unknown), 'catalog.download_not_found')
      for (let at = 1; at < 20; at += 1) {
        must(await house.run((ctx) => addDownload(ctx, { productId: digital, file: file(`${at}.pdf`, 'd') })))
      }
      const many = await house.run((ctx) => addDownload(ctx, { productId: digital, file: file('20.pdf', 'd') }))
      assert.equal(codeOf(many), 'catalog.too_many_downloads')
    })
  })
})
