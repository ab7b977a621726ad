import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { createKind, publishProduct, putBundle, type Bundle } from '../../departments/catalog/index.ts'
import { recordCustomer } from '../../departments/customers/index.ts'
import { codeOfCard, findCard, issueCard } from '../../departments/gift-cards/index.ts'
import { setPrices } from '../../departments/pricing/index.ts'
import { money } from '../../kernel/money.ts'
import { ok } from '../../kernel/result.ts'
import { signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { openPaymentScene, type PaymentScene } from '../../testing/payment-scene.ts'
import { must, someAddress } from '../../testing/scene.ts'

const euros = (amount: number) => ({ amount, currency: 'EUR' })

// oxlint-disable-next-line typescript/no-explicit-any -- answers of many operations
type Answer = any

describe('what a draft is paid with, and bundles in it', () => {
  let scene: PaymentScene
  let clerk: SignedIn
  let count = 0

  before(async () => {
    scene = await openPaymentScene({ webhooks: false })
    clerk = await signedInAs(scene.house, 'owner')
  })

  async function ask(method: string, path: string, body?: object, version?: number): Promise<Answer> {
    const answer = await fetch(`${scene.url}/api${path}`, {
      method,
      headers: {
        ...clerk.headers,
        'idempotency-key': crypto.randomUUID(),
        ...(body && { 'content-type': 'application/json' }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, ...(text === '' ? {} : JSON.parse(text)) }
  }

  const wish = (changes: object = {}) => ({
    customerId: null,
    email: 'mirandolina@locanda.example',
    address: someAddress,
    lines: [{ variantId: scene.shop.variantIds.mug, quantity: 2 }],
    coupons: [],
    deliveryMethod: 'standard',
    paymentMethod: null,
    note: null,
    priceNote: null,
    ...changes,
  })

  async function aCard(amount: number): Promise<string> {
    const { house } = scene
    const to = { recipientEmail: 'zanetta@calle.example', locale: 'it', reason: 'for waiting so long' }
    const card = { market: 'it', amount: money(amount, 'EUR'), ...to }
    const { id } = must(await house.run((ctx) => issueCard(ctx, card)))
    await house.runJobs(['send-gift-card'])
    return codeOfCard(house, (await findCard(house.database, id))!)!
  }

  async function aCustomer(credit: number): Promise<string> {
    count += 1
    const known = { email: `zanetta-${count}@calle.example`, name: 'Zanetta', locale: 'it' }
    const id = must(await scene.house.run(async (ctx) => ok(await recordCustomer(ctx, known))))
    await scene.house.asOwner(`UPDATE customers.customer SET password_hash = 'set by a test' WHERE id = $1`, [id])
    const grant = { market: 'it', amount: euros(credit), because: 'goodwill', reason: 'a cup that came broken' }
    assert.equal((await ask('POST', `/customers/${id}/store-credit`, grant)).status, 201)
    return id
  }

  test('a card and store credit pay what they reach; what is agreed is what is paid, and the link asks for the rest', async () => {
    const customerId = await aCustomer(700)
    const { id } = await ask('POST', '/order-drafts', wish({ customerId }))
    const path = `/order-drafts/${id}`
    assert.equal(
      (await ask('POST', `${path}/gift-cards`, { code: 'AAAA-AAAA-AAAA-AAAA' })).code,
      'gift-cards.code_not_usable',
    )
    const { cardId } = await ask('POST', `${path}/gift-cards`, { code: await aCard(1_000) })
    assert.equal((await ask('PUT', `${path}/store-credit`, { use: true })).status, 200)
    const seen = await ask('GET', path)
    const total = 2 * 1_490 + 590
    assert.deepEqual(
      [seen.total, seen.paidBy.covered, seen.paidBy.due],
      [euros(total), euros(1_700), euros(total - 1_700)],
    )
    assert.deepEqual(
      [seen.paidBy.cards.map(({ pays }: Answer) => pays), seen.paidBy.credit],
      [[euros(1_000)], { available: euros(700), used: true, pays: euros(700) }],
    )
    const accepted = { acceptedTotal: euros(total), acceptedGiftCards: euros(1_699) }
    assert.equal((await ask('POST', `${path}/order`, accepted)).code, 'gift-cards.balance_changed')
    await ask('DELETE', `${path}/gift-cards/${cardId}`)
    assert.deepEqual((await ask('GET', path)).paidBy.covered, euros(700))
    const placed = await ask('POST', `${path}/order`, { ...accepted, acceptedGiftCards: euros(700) })
    assert.equal(placed.status, 201, JSON.stringify(placed))
    const [payment] = await scene.house.asOwner<{ amount: string }>(
      `SELECT amount::text FROM payments.payment WHERE order_id = $1 AND amount > 700`,
      [placed.id],
    )
    assert.equal(payment?.amount, String(total - 700))
    assert.equal((await ask('PUT', `${path}/store-credit`, { use: false })).code, 'orders.draft_ordered')
    await scene.house.expectNoBreach()
  })

  test('store credit is a person’s own: for somebody else it is not spent', async () => {
    const [one, other] = [await aCustomer(700), await aCustomer(300)]
    const { id, version } = await ask('POST', '/order-drafts', wish({ customerId: one }))
    const path = `/order-drafts/${id}`
    await ask('PUT', `${path}/store-credit`, { use: true })
    assert.equal((await ask('PUT', path, wish({ customerId: other }), version)).status, 200)
    const seen = await ask('GET', path)
    assert.deepEqual(seen.paidBy.credit, { available: euros(300), used: false, pays: euros(0) })
    const nobody = await ask('POST', '/order-drafts', wish())
    const refused = await ask('PUT', `/order-drafts/${nobody.id}/store-credit`, { use: true })
    assert.equal(refused.code, 'gift-cards.sign_in_first')
  })

  test('a bundle is chosen as in the shop, set aside by its components, and ordered as one', async () => {
    const { house, shop } = scene
    const draft = { handle: 'set', names: { en: 'Set' }, taxCategory: 'standard', variants: [{ sku: 'SET' }] }
    const { productId, variantIds } = must(await house.run((ctx) => createKind(ctx, 'bundle', draft)))
    const option = (variantId: string) => ({ variantId, quantity: 1, surcharges: {}, chosen: 0 })
    const groups: Bundle['groups'] = [
      { names: { en: 'A mug' }, least: 1, most: 1, options: [option(shop.variantIds.mug)] },
      {
        names: { en: 'With it' },
        least: 1,
        most: 1,
        options: [option(shop.variantIds.book), option(shop.variantIds.scarf)],
      },
    ]
    const bundle = { shape: 'configurable', price: { way: 'own' }, promotions: 'included', groups } as const
    must(await house.run((ctx) => putBundle(ctx, { productId, version: 1, bundle })))
    const variantId = variantIds['SET'] ?? ''
    must(await house.run((ctx) => setPrices(ctx, [{ variantId, currency: 'EUR', amount: 3_000n }])))
    must(await house.run((ctx) => publishProduct(ctx, { productId })))
    const choices = [{ group: 1, variantId: shop.variantIds.book, count: 1 }]
    const chosen = { variantId, quantity: 2, choices }
    const put = (bundles: object[]) => ask('POST', '/order-drafts', wish({ lines: [], bundles }))
    const refused: [string, object[], string][] = [
      ['no bundle', [{ ...chosen, variantId: shop.variantIds.mug }], 'orders.not_a_bundle'],
      ['nothing chosen', [{ ...chosen, choices: [] }], 'catalog.bundle_choice_incomplete'],
      ['the same twice', [chosen, chosen], 'orders.line_twice'],
    ]
    for (const [title, bundles, code] of refused) assert.equal((await put(bundles)).code, code, title)
    const made = await put([chosen])
    const path = `/order-drafts/${made.id}`
    const seen = await ask('GET', path)
    assert.deepEqual([seen.total, seen.bundles], [euros(6_590), [chosen]])
    assert.equal((await ask('PUT', `${path}/reservation`, {})).status, 200)
    assert.deepEqual([(await ask('GET', path)).setAside.pieces, (await ask('GET', path)).setAside.wanted], [4, 4])
    const { items } = await ask('GET', '/order-drafts?search=mirandolina')
    const listed = items.find(({ id }: Answer) => id === made.id)
    assert.deepEqual([listed.total, listed.setAsideUntil !== null, listed.itemCount], [euros(6_590), true, 2])
    assert.equal((await ask('GET', '/order-drafts?search=nobody-of-that-name')).items.length, 0)
    const again = await ask('PUT', path, wish({ lines: [], bundles: [{ ...chosen, quantity: 1 }] }), made.version)
    assert.equal(again.status, 200, JSON.stringify(again))
    assert.equal((await ask('GET', path)).setAside.pieces, 2)
    const placed = await ask('POST', `${path}/order`, { acceptedTotal: euros(3_590) })
    assert.equal(placed.status, 201, JSON.stringify(placed))
    assert.equal((await ask('GET', `/orders/${placed.id}`)).bundles.length, 1)
    assert.equal((await ask('DELETE', `${path}/reservation`)).code, 'orders.draft_ordered')
    await house.expectNoBreach()
  })
})
