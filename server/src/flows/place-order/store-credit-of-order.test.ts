/** Store credit from its grant to its last day: what is owed, what pays, what comes back, and what the books say of it. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { recordCustomer } from '../../departments/customers/index.ts'
import { payWithCredit } from '../../departments/gift-cards/index.ts'
import { getBasket, quoteBasket, type BasketKey } from '../../departments/orders/index.ts'
import { openSession } from '../../host/auth/sessions.ts'
import { guest, type Actor } from '../../host/context.ts'
import { moneyToJson } from '../../kernel/money.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { openPaymentScene, type PaymentScene, type PlacedToPay } from '../../testing/payment-scene.ts'
import { must } from '../../testing/scene.ts'
import { callOffOrder } from '../cancel-order/index.ts'
import { expireOrders } from '../expire-orders/index.ts'
import { placeOrder, type OrderRequest } from './place-order.ts'

const codeOfRefusal = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code)
const euros = (amount: number) => ({ amount, currency: 'EUR' })

interface Statement {
  readonly balances: { balance: { amount: number }; held: { amount: number }; available: { amount: number } }[]
  readonly grants: { id: string; because: string; state: string; expiresOn: string | null }[]
  readonly movements: {
    kind: string
    amount: { amount: number }
    balance: { amount: number }
    orderNumber: string | null
  }[]
}

interface Debts {
  readonly totals: { balance: { amount: number }; ledger: { amount: number }; customers: number }[]
  readonly holders: { customerId: string; balance: { amount: number } }[]
}

describe('store credit', () => {
  let scene: PaymentScene
  let owner: SignedIn
  let count = 0

  before(async () => {
    scene = await openPaymentScene({ webhooks: false })
    owner = await signedInAs(scene.house, 'owner')
  })

  async function ask<T = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
    headers: Record<string, string> = owner.headers,
  ): Promise<{ status: number; body: T; code: string | undefined }> {
    const sent = body ? { body: JSON.stringify(body) } : {}
    const answer = await fetch(`${scene.url}/api${path}`, {
      method,
      ...sent,
      headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    })
    const text = await answer.text()
    const read = (text === '' ? {} : JSON.parse(text)) as T
    return { status: answer.status, body: read, code: (read as { code?: string } | null)?.code }
  }

  interface Customer {
    readonly id: string
    readonly actor: Actor
    readonly headers: Record<string, string>
  }

  async function aCustomer(): Promise<Customer> {
    count += 1
    const email = `zanetta-${count}@calle.example`
    const made = must(
      await scene.house.run(async (ctx) => {
        const id = await recordCustomer(ctx, { email, name: 'Zanetta', locale: 'it' })
        return ok({ id, token: openSession(ctx, { kind: 'customer', id }) })
      }),
    )
    await scene.house.asOwner(`UPDATE customers.customer SET password_hash = 'set by a test' WHERE id = $1`, [made.id])
    const headers = { cookie: `fondaco_customer=${made.token}` }
    return { id: made.id, actor: { kind: 'customer', id: made.id }, headers }
  }

  async function grant(to: Customer, amount: number, more: object = {}): Promise<string> {
    const wish = { market: 'it', amount: euros(amount), because: 'goodwill', reason: 'a cup that came broken', ...more }
    const { status, body } = await ask('POST', `/customers/${to.id}/store-credit`, wish)
    assert.equal(status, 201, JSON.stringify(body))
    return String(body['id'])
  }

  const statement = async (of: Customer) => (await ask<Statement>('GET', `/customers/${of.id}/store-credit`)).body

  async function standing(of: Customer): Promise<number[]> {
    const [sum] = (await statement(of)).balances
    return [sum?.balance.amount ?? 0, sum?.held.amount ?? 0, sum?.available.amount ?? 0]
  }

  /** A basket of theirs that is to be paid with store credit. */
  async function basketOf({ id, actor }: Customer, wishes = { mug: 2 }): Promise<BasketKey> {
    const key = { ...(await scene.shop.fill(wishes)), shopper: id }
    must(await scene.house.run((ctx) => payWithCredit(ctx, key, true), { actor }))
    return key
  }

  async function order(by: Customer, key: BasketKey, more: Partial<OrderRequest> = {}) {
    const { house } = scene
    const basket = must(await getBasket(house.database, key))
    const destined = { ...basket, country: 'IT', deliveryMethod: 'standard' }
    const quoted = must(await quoteBasket(house.database, destined, house.clock.now()))
    const address = {
      ...{ name: 'Zanetta', street: 'Calle 1', postcode: '30121', city: 'Venezia', region: 'VE', country: 'IT' },
    }
    const request = { basket: key, email: 'zanetta@calle.example', address, deliveryMethod: 'standard' }
    const acceptedTotal = moneyToJson(quoted.priced.total)
    return house.run((ctx) => placeOrder(ctx, { ...request, acceptedTotal, ...more }), { actor: by.actor })
  }

  const toPay = (placed: { id: string; number: string; total: { amount: number } }): PlacedToPay => ({
    id: placed.id,
    number: placed.number,
    locale: 'it',
    total: BigInt(placed.total.amount),
  })

  interface Paid {
    readonly id: string
    readonly provider: string
    readonly captured: { amount: number }
    readonly refunded: { amount: number }
    readonly refundable: { amount: number }
    readonly refunds: { asCredit: boolean; state: string }[]
  }
  /** By provider, and what a grant paid from the least: two that were opened at once stand in no order. */
  const paymentsOf = async (id: string) =>
    (await ask<{ items: Paid[] }>('GET', `/orders/${id}/payments`)).body.items.toSorted(
      (a, b) => a.provider.localeCompare(b.provider) || a.captured.amount - b.captured.amount,
    )

  test('is granted for a reason, told with every movement, owed as the books say; what cannot be is refused', async () => {
    const zanetta = await aCustomer()
    const id = await grant(zanetta, 2_500)
    const wish = { market: 'it', amount: euros(100), because: 'goodwill', reason: 'x' }
    for (const [changes, code] of [
      [{ market: 'nowhere' }, 'gift-cards.unknown_market'],
      [{ amount: { amount: 5, currency: 'USD' } }, 'gift-cards.currency_wrong'],
      [{ amount: euros(0) }, 'gift-cards.amount_wrong'],
      [{ expiresOn: '2020-01-01' }, 'gift-cards.day_over'],
      [{ because: 'refund' }, 'host.invalid_input'],
      [{ reason: ' ' }, 'host.invalid_input'],
    ] as const) {
      assert.equal((await ask('POST', `/customers/${zanetta.id}/store-credit`, { ...wish, ...changes })).code, code)
    }
    const nobody = '01920000-0000-7000-8000-000000000001'
    assert.equal((await ask('POST', `/customers/${nobody}/store-credit`, wish)).code, 'gift-cards.unknown_customer')
    const adjust = (amount: object) =>
      ask('POST', `/store-credits/${id}/adjustments`, { amount, reason: 'typed wrong' })
    assert.equal((await adjust(euros(-2_501))).code, 'gift-cards.below_zero')
    assert.equal((await adjust({ amount: 1, currency: 'USD' })).code, 'gift-cards.currency_wrong')
    assert.equal((await adjust(euros(-500))).status, 204)
    const missing = await ask('POST', `/store-credits/${nobody}/adjustments`, { amount: euros(1), reason: 'x' })
    assert.equal(missing.code, 'gift-cards.credit_not_found')
    // A grant is no gift card: nobody finds it as one.
    assert.equal((await ask('GET', `/gift-cards/${id}`)).code, 'gift-cards.not_found')
    const { movements } = await statement(zanetta)
    assert.deepEqual(
      movements.map(({ kind, amount, balance }) => [kind, amount.amount, balance.amount]),
      [
        ['adjusted', -500, 2_000],
        ['issued', 2_500, 2_500],
      ],
    )
    const debts = (await ask<Debts>('GET', '/store-credit-debts')).body
    assert.deepEqual([debts.totals[0]?.balance.amount, debts.totals[0]?.ledger.amount], [2_000, 2_000])
    assert.deepEqual(
      debts.holders.map(({ customerId, balance }) => [customerId, balance.amount]),
      [[zanetta.id, 2_000]],
    )
    assert.deepEqual((await ask<Debts>('GET', '/store-credit-debts?on=2020-01-01')).body.totals, [])
    const listed = await ask<{ items: { customerId: string }[] }>(
      'GET',
      `/store-credits?filter=customerId:is:${zanetta.id}`,
    )
    assert.equal(listed.body.items.length, 1, JSON.stringify(listed.body))
    await scene.house.expectNoBreach()
  })

  test('above a rule somebody else approves, and two halves within a day are one', async () => {
    const zanetta = await aCustomer()
    const second = await signedInAs(scene.house, 'owner')
    const rule = {
      ...{ act: 'gift-cards.grant_credit', note: 'Two people', markets: null, roles: ['owner'], approvals: 1 },
      ...{ activeFrom: null, activeTo: null },
      condition: { kind: 'above_amount', fact: 'amount', amounts: [euros(2_000)] },
    }
    const made = await ask('POST', '/approval-rules', rule)
    assert.equal(made.status, 201, JSON.stringify(made.body))
    await grant(zanetta, 1_500)
    const wish = { market: 'it', amount: euros(600), because: 'goodwill', reason: 'and a saucer' }
    const held = await ask<{ held: { id: string } }>('POST', `/customers/${zanetta.id}/store-credit`, wish)
    assert.equal(held.status, 202, JSON.stringify(held.body))
    assert.deepEqual(await standing(zanetta), [1_500, 0, 1_500])
    const path = `/approvals/${held.body.held.id}/decision`
    const decided = await ask('POST', path, { verdict: 'approve', comment: '' }, second.headers)
    assert.equal(decided.status, 200, JSON.stringify(decided.body))
    assert.deepEqual(await standing(zanetta), [2_100, 0, 2_100])
    assert.equal((await ask('DELETE', `/approval-rules/${String(made.body['id'])}`)).status < 300, true)
    await scene.house.expectNoBreach()
  })

  test('pays beside a provider; called off, each gets back what it paid; left unpaid, it is freed', async () => {
    const zanetta = await aCustomer()
    await grant(zanetta, 600, { expiresOn: '2099-01-01' })
    await grant(zanetta, 400)
    const key = await basketOf(zanetta)
    const placed = toPay(must(await order(zanetta, key, { acceptedGiftCards: euros(1_000) })))
    assert.deepEqual(await standing(zanetta), [1_000, 1_000, 0])
    await scene.pay(placed)
    assert.equal(must(await scene.returnOf(placed)).paid, true)
    assert.deepEqual(await standing(zanetta), [0, 0, 0])
    assert.deepEqual(
      (await paymentsOf(placed.id)).map(({ provider, captured }) => [provider, captured.amount]),
      [
        ['devpay', Number(placed.total) - 1_000],
        ['store_credit', 400],
        ['store_credit', 600],
      ],
    )
    await scene.house.expectNoBreach()
    const cause = { reason: 'changed their mind', actor: { kind: 'system', name: 'test' } } as const
    must(await callOffOrder(scene.house, { orderId: placed.id, ...cause }))
    await scene.work()
    assert.deepEqual(await standing(zanetta), [1_000, 0, 1_000])
    assert.ok(
      (await statement(zanetta)).movements.every(
        ({ kind, orderNumber }) => kind === 'issued' || orderNumber === placed.number,
      ),
    )
    must(await order(zanetta, await basketOf(zanetta)))
    assert.deepEqual(await standing(zanetta), [1_000, 1_000, 0])
    scene.time.offsetMs = 2 * 3_600_000
    await expireOrders(scene.house)
    scene.time.offsetMs = 0
    assert.deepEqual(await standing(zanetta), [1_000, 0, 1_000])
    await scene.house.expectNoBreach()
  })

  test('pays the whole where it is placed, for whose it is alone, and only where they chose to', async () => {
    const [zanetta, marco] = [await aCustomer(), await aCustomer()]
    await grant(zanetta, 90_000)
    const kept = await scene.shop.fill({ mug: 1 })
    const own = { ...kept, shopper: zanetta.id }
    const asGuest = await scene.house.run((ctx) => payWithCredit(ctx, kept, true), { actor: guest })
    assert.equal(codeOfRefusal(asGuest), 'gift-cards.sign_in_first')
    const unused = must(await order(zanetta, own))
    assert.deepEqual(
      (await paymentsOf(unused.id)).map(({ provider }) => provider),
      ['devpay'],
    )
    const other = must(await order(marco, await basketOf(marco)))
    assert.deepEqual(
      (await paymentsOf(other.id)).map(({ provider }) => provider),
      ['devpay'],
    )
    const path = `/baskets/${(await scene.shop.fill({ mug: 1 })).id}/store-credit`
    assert.equal((await ask('PUT', path, undefined, marco.headers)).code, 'orders.basket_not_found')
    const placed = toPay(must(await order(zanetta, await basketOf(zanetta))))
    assert.equal((await scene.figures(placed)).state, 'paid')
    assert.deepEqual(await standing(zanetta), [90_000 - Number(placed.total), 0, 90_000 - Number(placed.total)])
    await scene.work()
    await scene.house.expectNoBreach()
  })

  test('is chosen and kept by its customer over HTTP', async () => {
    const zanetta = await aCustomer()
    await grant(zanetta, 300)
    const key = await scene.shop.fill({ mug: 1 })
    const path = `/baskets/${key.id}/store-credit`
    const token = key.token ?? ''
    const headers = { ...zanetta.headers, 'basket-token': token }
    assert.equal((await ask('PUT', path, undefined, { 'basket-token': token })).code, 'gift-cards.sign_in_first')
    assert.equal((await ask('PUT', path, undefined, headers)).status, 204)
    const there = await ask('GET', path, undefined, headers)
    assert.deepEqual(there.body, { available: euros(300), used: true })
    assert.equal((await ask('DELETE', path, undefined, headers)).status, 204)
    assert.equal((await ask('GET', path, undefined, headers)).body['used'], false)
    assert.equal((await ask('GET', path, undefined, { 'basket-token': token })).body, null)
  })

  test('twenty tabs at once spend it once, to the cent', async () => {
    const zanetta = await aCustomer()
    await grant(zanetta, 500)
    const keys: BasketKey[] = []
    for (let each = 0; each < 20; each += 1) keys.push(await basketOf(zanetta, { mug: 1 } as { mug: number }))
    const accepted = { acceptedGiftCards: euros(500) }
    const told = (await Promise.all(keys.map((key) => order(zanetta, key, accepted)))).map(codeOfRefusal).toSorted()
    assert.deepEqual(told, [...Array<string>(19).fill('gift-cards.balance_changed'), 'ok'])
    assert.deepEqual(await standing(zanetta), [500, 500, 0])
    await scene.house.expectNoBreach()
  })

  test('money goes back as credit where the customer agreed: the provider is not asked, and holds the money still', async () => {
    const zanetta = await aCustomer()
    const placed = toPay(must(await order(zanetta, { ...(await scene.shop.fill({ mug: 2 })), shopper: zanetta.id })))
    await scene.pay(placed)
    must(await scene.returnOf(placed))
    const [card] = await paymentsOf(placed.id)
    const refund = (amount: number) =>
      ask('POST', `/payments/${card?.id}/refunds`, {
        amount: euros(amount),
        reason: 'a chip in the rim',
        asCredit: true,
      })
    assert.equal((await refund(1_000)).status, 202)
    await scene.work()
    await scene.reconcile()
    const [after] = await paymentsOf(placed.id)
    assert.deepEqual(
      [
        after?.refunded.amount,
        after?.refundable.amount,
        after?.refunds.map(({ asCredit, state }) => [asCredit, state]),
      ],
      [1_000, Number(placed.total) - 1_000, [[true, 'succeeded']]],
    )
    assert.deepEqual(
      (await scene.there(placed)).map(({ refunded }) => refunded),
      [0],
    )
    assert.equal((await scene.figures(placed)).review, null)
    assert.deepEqual(await standing(zanetta), [1_000, 0, 1_000])
    assert.deepEqual(
      (await statement(zanetta)).grants.map(({ because, expiresOn }) => [because, expiresOn]),
      [['refund', null]],
    )
    assert.equal((await refund(Number(placed.total))).code, 'payments.refund_above_captured')
    const entries = await scene.house.asOwner<{ code: string; amount: string }>(
      `SELECT a.code, p.amount FROM ledger.entry e JOIN ledger.posting p ON p.entry_id = e.id JOIN ledger.account a ON a.id = p.account_id
       WHERE e.kind = 'refund' AND e.about = $1 ORDER BY a.code`,
      [placed.id],
    )
    assert.deepEqual(entries, [
      { code: 'receivables', amount: '1000' },
      { code: 'store_credit', amount: '-1000' },
    ])
    await scene.house.expectNoBreach()
    const [there] = await scene.there(placed)
    await scene
      .ask('POST', `/v1/payments/${there?.id}/refunds`, { amount: Number(placed.total), currency: 'EUR' })
      .catch(() => {})
  })

  test('its holder is told before its last day, once; what is left after it is owed no more', async () => {
    const zanetta = await aCustomer()
    const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
    await grant(zanetta, 700, { expiresOn: day(5) })
    await grant(zanetta, 200, { expiresOn: day(5) })
    await grant(zanetta, 900, { expiresOn: day(200) })
    const tend = scene.house.blueprint.jobs.find(({ kind }) => kind === 'tend-store-credit')
    const job = { id: '', kind: 'tend-store-credit', ref: null, payload: {}, attempt: 1 } as never
    const told = async () =>
      (
        await scene.house.asOwner<{ text_body: string }>(`SELECT text_body FROM host.mail WHERE ref = $1`, [zanetta.id])
      ).map(({ text_body }) => text_body)
    await tend?.run(scene.house, job)
    await tend?.run(scene.house, job)
    const letters = await told()
    assert.equal(letters.length, 1)
    assert.match(letters[0] ?? '', /9,00/)
    assert.deepEqual(await standing(zanetta), [1_800, 0, 1_800])
    scene.time.offsetMs = 7 * 86_400_000
    await tend?.run(scene.house, job)
    await tend?.run(scene.house, job)
    scene.time.offsetMs = 0
    const { movements, grants } = await statement(zanetta)
    assert.deepEqual(
      movements.flatMap(({ kind, amount }) => (kind === 'lapsed' ? [amount.amount] : [])).toSorted((a, b) => a - b),
      [-700, -200],
    )
    assert.deepEqual(grants.map(({ state }) => state).toSorted(), ['active', 'spent', 'spent'])
    assert.deepEqual(await standing(zanetta), [900, 0, 900])
    assert.equal((await told()).length, 1)
    await scene.house.expectNoBreach()
  })
})
