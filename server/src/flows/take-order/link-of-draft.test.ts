import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { codeOfCard, findCard, issueCard } from '../../departments/gift-cards/index.ts'
import { setStock } from '../../departments/inventory/index.ts'
import { money } from '../../kernel/money.ts'
import { signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { openPaymentScene, type PaymentScene } from '../../testing/payment-scene.ts'
import { must, someAddress } from '../../testing/scene.ts'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const euros = (amount: number) => ({ amount, currency: 'EUR' })

// oxlint-disable-next-line typescript/no-explicit-any -- answers of many operations
type Answer = any

describe('the link to pay of an order by phone', () => {
  let scene: PaymentScene
  let clerk: SignedIn

  before(async () => {
    scene = await openPaymentScene({ webhooks: false })
    clerk = await signedInAs(scene.house, 'owner')
  })

  async function ask(
    method: string,
    path: string,
    { body, version, as = clerk }: { body?: object; version?: number | undefined; as?: SignedIn } = {},
  ): Promise<Answer> {
    const answer = await fetch(`${scene.url}/api${path}`, {
      method,
      headers: {
        ...as.headers,
        'idempotency-key': crypto.randomUUID(),
        ...(body && { 'content-type': 'application/json' }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, ...(await answer.json()) }
  }

  async function aCard(amount: number): Promise<string> {
    const { house } = scene
    const to = { recipientEmail: 'zanetta@calle.example', locale: 'it', reason: 'for waiting so long' }
    const { id } = must(await house.run((ctx) => issueCard(ctx, { market: 'it', amount: money(amount, 'EUR'), ...to })))
    await house.runJobs(['send-gift-card'])
    return codeOfCard(house, (await findCard(house.database, id))!)!
  }

  async function drafted(changes: object = {}): Promise<string> {
    const body = {
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
    }
    return `/order-drafts/${(await ask('POST', '/order-drafts', { body })).id}`
  }

  async function taken(card?: number): Promise<Answer> {
    const path = await drafted()
    if (card) await ask('POST', `${path}/gift-cards`, { body: { code: await aCard(card) } })
    const placed = await ask('POST', `${path}/order`, { body: { acceptedTotal: euros(3_570) } })
    assert.equal(placed.status, 201, JSON.stringify(placed))
    return { id: placed.id, number: placed.number, locale: 'it', total: BigInt(placed.total.amount) }
  }

  async function mails({ id }: Answer): Promise<string[]> {
    await scene.house.runJobs(['ask-payment'])
    const rows = await scene.house.asOwner<{ body: string }>(
      'SELECT text_body AS body FROM host.mail WHERE ref = $1 AND dedup_key LIKE $2 ORDER BY dedup_key',
      [id, 'order-to-pay %'],
    )
    return rows.map(({ body }) => body)
  }

  const minutesPass = ({ id }: Answer) =>
    scene.house.asOwner(
      `UPDATE orders.draft SET link_sent_at = link_sent_at - interval '6 minutes' WHERE order_id = $1`,
      [id],
    )
  const linkIn = (mail: string | undefined) => /https?:\S+\/orders\/\S+/.exec(mail ?? '')?.[0]

  test('says what gift cards leave; is sent anew once at a time, leads to the same order, and not once it is paid', async () => {
    const order = await taken(1_000)
    const path = `/orders/${order.id}/payment-link`
    const [first = ''] = await mails(order)
    assert.match(first, /35,70[^]*10,00[^]*restano da pagare 25,70/)
    const seen = await ask('GET', path)
    assert.deepEqual([seen.count, seen.due, seen.email], [1, euros(2_570), 'mirandolina@locanda.example'])
    assert.equal(seen.allowedActions[0].reason.code, 'orders.payment_link_just_sent')
    assert.equal((await ask('POST', path)).code, 'orders.payment_link_just_sent')
    await minutesPass(order)
    assert.deepEqual((await ask('GET', path)).allowedActions, [{ action: 'send', allowed: true, reason: null }])
    const picker = await signedInAs(scene.house, 'picker')
    assert.equal((await ask('POST', path, { as: picker })).code, 'host.not_allowed')
    // Two who press at once send one mail.
    const both = await Promise.all([1, 2, 3].map(() => ask('POST', path)))
    assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409, 409], JSON.stringify(both))
    const [before, again, ...others] = await mails(order)
    assert.equal(others.length, 0)
    assert.match(again ?? '', /di nuovo il link[^]*25,70/)
    assert.ok(linkIn(again))
    assert.equal(linkIn(again), linkIn(before), 'the mail of before leads there too')
    await scene.pay(order)
    await scene.returnOf(order)
    await minutesPass(order)
    assert.equal((await ask('POST', path)).code, 'orders.not_awaiting_payment')
    await scene.house.expectNoBreach()
  })

  test('pre-ordered goods are ordered with their deposit, and what is said of it holds', async () => {
    const { house, shop } = scene
    const variantId = shop.variantIds.book
    const [shelf] = await house.asOwner<{ code: string }>(
      'SELECT l.code FROM inventory.stock s JOIN inventory.location l ON l.id = s.location_id WHERE s.variant_id = $1',
      [variantId],
    )
    const locationCode = shelf?.code ?? ''
    const empty = [{ variantId, locationCode, quantity: 0 }]
    must(await house.run((ctx) => setStock(ctx, empty, { cause: 'adjustment', reason: 'counted' })))
    const promise = (paidToday: object, version?: number) =>
      ask('PUT', `/stock-promises/${variantId}/${locationCode}`, {
        body: { kind: 'preorder', shipsOn: inDays(30), most: 10, paidToday },
        version,
      })
    const share = await promise({ kind: 'share', percent: '20', amount: null })
    const path = await drafted({ lines: [{ variantId, quantity: 2 }] })
    const seen = await ask('GET', path)
    assert.deepEqual(
      [seen.total, seen.paidBy.due, seen.paidBy.later],
      [euros(4_990), euros(880), { amount: euros(4_110), readyOn: inDays(30) }],
    )
    const accepted = { acceptedTotal: euros(4_990), acceptedGiftCards: euros(0) }
    const whole = await ask('POST', `${path}/order`, { body: { ...accepted, acceptedToday: euros(4_990) } })
    assert.equal(whole.code, 'orders.deposit_changed')
    const placed = await ask('POST', `${path}/order`, { body: { ...accepted, acceptedToday: euros(880) } })
    assert.equal(placed.status, 201, JSON.stringify(placed))
    const order = { id: placed.id, number: placed.number, locale: 'it', total: 880n }
    const [mail] = await mails(order)
    assert.match(mail ?? '', /44,00[^]*costa 49,90[^]*Ora paghi 8,80[^]*41,10/)
    assert.deepEqual((await ask('GET', `/orders/${order.id}/payment-link`)).due, euros(880))
    await scene.pay(order)
    await scene.returnOf(order)
    const [row] = await house.asOwner<{ state: string; rest: string }>(
      `SELECT o.state, b.amount::text AS rest FROM orders.sales_order o JOIN orders.balance b ON b.order_id = o.id WHERE o.id = $1`,
      [order.id],
    )
    assert.deepEqual(row, { state: 'paid', rest: '4110' })

    // With a gift card all of it is paid now, as in the shop.
    const other = await drafted({ lines: [{ variantId, quantity: 2 }] })
    await ask('POST', `${other}/gift-cards`, { body: { code: await aCard(1_000) } })
    const byCard = (await ask('GET', other)).paidBy
    assert.deepEqual([byCard.later, byCard.due], [null, euros(3_990)])
    await ask('DELETE', `${other}/gift-cards/${byCard.cards[0].id}`)

    // Where nothing is paid now, there is no link: it is asked for once it is ready.
    await promise({ kind: 'nothing', percent: null, amount: null }, share.version)
    assert.deepEqual((await ask('GET', other)).paidBy.due, euros(0))
    const later = await ask('POST', `${other}/order`, { body: { ...accepted, acceptedToday: euros(0) } })
    assert.equal(later.status, 201, JSON.stringify(later))
    assert.equal((await ask('GET', `/orders/${later.id}`)).state, 'paid')
    assert.deepEqual(await mails(later), [])
    await house.expectNoBreach()
  })

  test('nobody is sent a link who pays another way, or ordered alone; and nobody is sent it for ever', async () => {
    const alone = await scene.order({ mug: 1 })
    const path = `/orders/${alone.id}/payment-link`
    assert.deepEqual([(await ask('GET', path)).sentAt, (await ask('GET', path)).due], [null, null])
    assert.equal((await ask('POST', path)).code, 'orders.payment_link_none')
    assert.equal((await ask('POST', `/orders/${crypto.randomUUID()}/payment-link`)).status, 409)

    const order = await taken()
    for (let time = 1; time < 6; time++) {
      await minutesPass(order)
      assert.equal((await ask('POST', `/orders/${order.id}/payment-link`)).status, 200)
    }
    await minutesPass(order)
    assert.equal((await ask('POST', `/orders/${order.id}/payment-link`)).code, 'orders.payment_link_often')
    const all = await mails(order)
    assert.equal(all.length, 6)
    assert.doesNotMatch(all[0] ?? '', /restano|Ora paghi/)
    await scene.house.asOwner(`UPDATE orders.sales_order SET expires_at = now() WHERE id = $1`, [order.id])
    assert.equal((await ask('POST', `/orders/${order.id}/payment-link`)).code, 'orders.not_awaiting_payment')
  })
})
