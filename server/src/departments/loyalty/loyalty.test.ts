/** Points from the purchase to their last day: what waits, what counts, what goes back, what becomes credit, and what the books say. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { callOffOrder } from '../../flows/cancel-order/index.ts'
import { placeOrder } from '../../flows/place-order/index.ts'
import { signLink } from '../../host/auth/links.ts'
import { openSession } from '../../host/auth/sessions.ts'
import type { Actor } from '../../host/context.ts'
import { moneyToJson } from '../../kernel/money.ts'
import { ok } from '../../kernel/result.ts'
import { localDate } from '../../kernel/time.ts'
import { signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { openPaymentScene, type PaymentScene, type PlacedToPay } from '../../testing/payment-scene.ts'
import { must } from '../../testing/scene.ts'
import { findBreaches } from '../../host/verify/find-breaches.ts'
import { recordCustomer } from '../customers/index.ts'
import { moveParcel, packOrder } from '../fulfilment/index.ts'
import { getBasket, quoteBasket } from '../orders/index.ts'
import { tendPoints } from './jobs/tend-points.ts'

const DAY_MS = 86_400_000
const uuid = () => crypto.randomUUID()

interface Account {
  readonly balance: number
  readonly worth: { amount: number }
  readonly pending: number
  readonly parts: { points: number; expiresOn: string | null }[]
  readonly waiting: { points: number; certainOn: string | null }[]
}
interface Statement {
  readonly accounts: Account[]
  readonly movements: { kind: string; points: number; pending: number; balance: number; credited: { amount: number } }[]
}
interface Debts {
  readonly totals: Record<'points' | 'pending' | 'debt' | 'customers', number>[] &
    Record<'worth' | 'owed' | 'ledger', { amount: number }>[]
  readonly holders: { customerId: string; points: number; owed: { amount: number } }[]
}

const programme = {
  running: true,
  names: { en: 'Club Laguna', it: 'Club Laguna' },
  earnPoints: 1,
  earnAmount: 100,
  afterTax: true,
  excludedCategories: [],
  excludedGroups: [],
  pointWorth: 5,
  leastPoints: 10,
  confirmDays: 14,
  expiryMonths: 12,
  expiresAfter: 'earning',
  redemptionPpm: 800_000,
}

describe('loyalty points', () => {
  let scene: PaymentScene
  let owner: SignedIn
  let count = 0
  let version = 0
  let signedInAt = -1

  before(async () => {
    scene = await openPaymentScene({ webhooks: false })
    await put(programme)
  })

  async function ask<T = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: T; code: string | undefined }> {
    const sent = body ? { body: JSON.stringify(body) } : {}
    const as = headers ?? (await staff()).headers
    const answer = await fetch(`${scene.url}/api${path}`, {
      method,
      ...sent,
      headers: { ...as, ...(body ? { 'content-type': 'application/json' } : {}) },
    })
    const text = await answer.text()
    const read = (text === '' ? {} : JSON.parse(text)) as T
    return { status: answer.status, body: read, code: (read as { code?: string } | null)?.code }
  }

  /** Sessions end, and the clock of these tests is moved by months. */
  async function staff(): Promise<SignedIn> {
    if (signedInAt !== scene.time.offsetMs) owner = await signedInAs(scene.house, 'owner')
    signedInAt = scene.time.offsetMs
    return owner
  }

  async function put(wish: object): Promise<void> {
    const headers = { ...(await staff()).headers, ...(version > 0 && { 'if-match': `"${version}"` }) }
    const done = await ask<{ version: number }>('PUT', '/loyalty-programmes/it', wish, headers)
    assert.equal(done.status, 200, JSON.stringify(done.body))
    version = done.body.version
  }

  interface Customer {
    readonly id: string
    readonly actor: Actor
    readonly email: string
  }

  async function aCustomer({ guest = false } = {}): Promise<Customer> {
    count += 1
    const email = `colombina-${count}@calle.example`
    const made = must(
      await scene.house.run(async (ctx) => {
        const id = await recordCustomer(ctx, { email, name: 'Colombina', locale: 'it' })
        return ok({ id })
      }),
    )
    if (!guest) {
      await scene.house.asOwner(`UPDATE customers.customer SET password_hash = 'set by a test' WHERE id = $1`, [
        made.id,
      ])
    }
    return { id: made.id, email, actor: { kind: 'customer', id: made.id } }
  }

  /** Paid: two mugs are 29.80, which are 29 points. */
  async function bought(by: Customer, wishes = { mug: 2 }): Promise<PlacedToPay> {
    const { house } = scene
    const key = { ...(await scene.shop.fill(wishes)), shopper: by.id }
    const basket = must(await getBasket(house.database, key))
    const destined = { ...basket, country: 'IT', deliveryMethod: 'standard' }
    const quoted = must(await quoteBasket(house.database, destined, house.clock.now()))
    const address = {
      ...{ name: 'Colombina', street: 'Calle 1', postcode: '30121', city: 'Venezia', region: 'VE', country: 'IT' },
    }
    const acceptedTotal = moneyToJson(quoted.priced.total)
    const request = { basket: key, email: by.email, address, deliveryMethod: 'standard', acceptedTotal }
    const placed = must(await house.run((ctx) => placeOrder(ctx, request), { actor: by.actor }))
    const order = {
      id: placed.id,
      number: placed.number,
      locale: 'it',
      total: BigInt(placed.total.amount),
    }
    await scene.pay(order)
    must(await scene.returnOf(order))
    await work()
    return order
  }

  async function delivered({ id }: PlacedToPay): Promise<void> {
    const { house } = scene
    const parcel = must(await house.run((ctx) => packOrder(ctx, { orderId: id, ship: true })))
    const on = localDate(house.clock.now().toISOString().slice(0, 10))
    scene.time.offsetMs += DAY_MS
    must(await house.run((ctx) => moveParcel(ctx, { parcelId: parcel.id, act: 'deliver', on })))
    await work()
  }

  /** What is due by the clock of these tests. */
  async function work(): Promise<void> {
    const due = `UPDATE host.job SET run_at = now() WHERE state = 'ready' AND run_at > now()`
    await scene.house.asOwner(due)
    await scene.work()
    await scene.house.asOwner(due)
    await scene.house.runJobs(['reckon-points'])
  }

  async function tend(): Promise<void> {
    await tendPoints.run(scene.house, { id: uuid(), ref: null, payload: {}, attempt: 1 })
  }

  async function confirmed(by: Customer, wishes?: { mug: number }): Promise<PlacedToPay> {
    const order = await bought(by, wishes)
    await delivered(order)
    scene.time.offsetMs += 15 * DAY_MS
    await tend()
    return order
  }

  const statement = async (of: Customer) => (await ask<Statement>('GET', `/customers/${of.id}/points`)).body
  async function standing(of: Customer): Promise<[balance: number, pending: number, worth: number]> {
    const [account] = (await statement(of)).accounts
    return [account?.balance ?? 0, account?.pending ?? 0, account?.worth.amount ?? 0]
  }
  const stateOf = async ({ id }: PlacedToPay) =>
    (
      await ask<{ state: string; earned: number; reversed: number; certainOn: string | null } | null>(
        'GET',
        `/orders/${id}/points`,
      )
    ).body

  async function refund({ id }: PlacedToPay, amount: number): Promise<void> {
    const { items } = (await ask<{ items: { id: string }[] }>('GET', `/orders/${id}/payments`)).body
    const wish = { amount: { amount, currency: 'EUR' }, reason: 'came back' }
    const done = await ask('POST', `/payments/${items[0]?.id}/refunds`, wish)
    assert.equal(done.status, 202, JSON.stringify(done.body))
    await work()
    must(await scene.returnOf({ id, number: '', locale: 'it', total: 0n }))
    await work()
  }

  async function convert(by: Customer, points: number, id = uuid()) {
    const token = must(await scene.house.run(async (ctx) => ok(openSession(ctx, { kind: 'customer', id: by.id }))))
    const headers = { cookie: `fondaco_customer=${token}` }
    const wish = { id, market: 'it', points }
    return ask<{ points: number; amount: { amount: number } }>('POST', '/customer/points/conversions', wish, headers)
  }

  async function sound(): Promise<void> {
    const { totals } = (await ask<Debts>('GET', '/loyalty-debts')).body
    for (const { owed, ledger } of totals) assert.equal(owed.amount, ledger.amount)
    await scene.house.expectNoBreach()
  }

  test('wait from payment, are certain after the days, once however often it is looked at, and are owed as expected', async () => {
    const colombina = await aCustomer()
    const order = await bought(colombina)
    assert.deepEqual(await standing(colombina), [0, 29, 0])
    assert.deepEqual(await stateOf(order), {
      ...{ state: 'pending', earned: 29, reversed: 0, certainOn: null, confirmedAt: null },
      ...{ names: programme.names, termsVersion: 1 },
    })
    await delivered(order)
    await tend()
    assert.deepEqual(await standing(colombina), [0, 29, 0], 'the days are not over')
    scene.time.offsetMs += 15 * DAY_MS
    await Promise.all([tend(), tend(), tend()])
    await tend()
    assert.deepEqual(await standing(colombina), [29, 0, 145])
    const { movements, accounts } = await statement(colombina)
    assert.deepEqual(
      movements.map(({ kind, points, pending, balance }) => [kind, points, pending, balance]),
      [
        ['earned', 29, -29, 29],
        ['pending', 0, 29, 0],
      ],
    )
    assert.equal(accounts[0]?.parts.length, 1)
    assert.equal((await stateOf(order))?.state, 'confirmed')
    const { totals, holders } = (await ask<Debts>('GET', '/loyalty-debts')).body
    assert.deepEqual(
      [totals[0]?.points, totals[0]?.worth.amount, totals[0]?.owed.amount, totals[0]?.ledger.amount],
      [29, 145, 116, 116],
    )
    assert.deepEqual([holders[0]?.customerId, holders[0]?.points], [colombina.id, 29])
    await sound()
  })

  test('guests, and orders placed while it is off or by groups that are left out, earn none; an order keeps its terms', async () => {
    const guest = await aCustomer({ guest: true })
    await bought(guest)
    assert.deepEqual((await statement(guest)).accounts, [])
    const before = await aCustomer()
    const order = await bought(before)
    await put({ ...programme, running: false, pointWorth: 1 })
    const after = await aCustomer()
    assert.equal(await stateOf(await bought(after)), null)
    await delivered(order)
    scene.time.offsetMs += 15 * DAY_MS
    await tend()
    assert.deepEqual(await standing(before), [29, 0, 145], 'worth what they were worth when it was placed')
    await put(programme)
    await sound()
  })

  test('called off or given back, points go with it: waiting or certain, in parts that come to the whole', async () => {
    const off = await aCustomer()
    const cancelled = await bought(off)
    must(await callOffOrder(scene.house, { orderId: cancelled.id, reason: 'changed their mind', actor: off.actor }))
    await work()
    assert.deepEqual(await standing(off), [0, 0, 0])
    assert.equal((await stateOf(cancelled))?.state, 'reversed')

    const waits = await aCustomer()
    const waiting = await bought(waits)
    await refund(waiting, Number(waiting.total) / 2)
    assert.deepEqual(await standing(waits), [0, 14, 0])

    const back = await aCustomer()
    const order = await confirmed(back)
    const third = Math.floor(Number(order.total) / 3)
    await refund(order, third)
    assert.deepEqual(await standing(back), [19, 0, 95])
    await refund(order, third)
    await refund(order, Number(order.total) - 2 * third)
    assert.deepEqual(await standing(back), [0, 0, 0])
    assert.deepEqual(await stateOf(order).then((one) => [one?.earned, one?.reversed, one?.state]), [29, 29, 'reversed'])
    await sound()
  })

  test('become store credit once a form; fewer than the least and more than there are do not; strangers cannot', async () => {
    const colombina = await aCustomer()
    await confirmed(colombina)
    assert.equal((await convert(colombina, 9)).code, 'loyalty.too_few_points')
    assert.equal((await convert(colombina, 30)).code, 'loyalty.not_enough_points')
    assert.equal((await convert(await aCustomer(), 10)).code, 'loyalty.no_programme')
    assert.equal(
      (await ask('POST', '/customer/points/conversions', { id: uuid(), market: 'it', points: 10 })).status,
      403,
    )
    const id = uuid()
    const both = await Promise.all([convert(colombina, 20, id), convert(colombina, 20, id)])
    assert.deepEqual(
      both.map(({ body }) => [body.points, body.amount.amount]),
      [
        [20, 100],
        [20, 100],
      ],
    )
    assert.deepEqual(await standing(colombina), [9, 0, 45])
    const other = await aCustomer()
    await confirmed(other)
    assert.equal((await convert(other, 10, id)).code, 'loyalty.conversion_taken')
    const credit = (
      await ask<{ balances: { available: { amount: number } }[]; grants: { because: string }[] }>(
        'GET',
        `/customers/${colombina.id}/store-credit`,
      )
    ).body
    assert.deepEqual([credit.balances[0]?.available.amount, credit.grants[0]?.because], [100, 'points'])
    await sound()
  })

  test('on the account page: what there is, the way to credit, one conversion however often the form is sent', async () => {
    const colombina = await aCustomer()
    const order = await confirmed(colombina)
    const token = must(
      await scene.house.run(async (ctx) => ok(openSession(ctx, { kind: 'customer', id: colombina.id }))),
    )
    const cookie = `fondaco_customer=${token}`
    const page = await (await fetch(`${scene.url}/it/account`, { headers: { cookie } })).text()
    assert.match(page, /I tuoi punti/)
    assert.match(page, /29 punti/)
    assert.match(page, /Valgono 1,45/)
    const key = /name="key" value="([\w-]+)"/.exec(page)?.[1] ?? assert.fail('no form')
    const send = (points: string, headers: Record<string, string> = { cookie }) =>
      fetch(`${scene.url}/it/account/points`, {
        method: 'POST',
        body: new URLSearchParams({ key, market: 'it', points }),
        headers,
        redirect: 'manual',
      })
    assert.equal((await send('20', {})).status, 403, 'loyalty.sign_in_first')
    assert.equal((await send('1e3')).status, 422)
    const refused = await send('30')
    assert.equal(refused.status, 409)
    assert.match(await refused.text(), /Non ci sono così tanti punti/)
    assert.deepEqual(
      (await Promise.all([send('20'), send('20')])).map(({ status }) => status),
      [303, 303],
    )
    assert.deepEqual(await standing(colombina), [9, 0, 45])
    const link = signLink(scene.house.linkKey, 'order', order.id)
    assert.match(await (await fetch(`${scene.url}/it/orders/${link}`)).text(), /ha dato 29 punti di Club Laguna/)
    await sound()
  })

  test('in ten tabs at once, no point is spent twice; given back meanwhile, what is missing is a debt that the next points fill', async () => {
    const colombina = await aCustomer()
    const order = await confirmed(colombina, { mug: 4 })
    assert.deepEqual(await standing(colombina), [59, 0, 295])
    const tabs = await Promise.all([
      ...Array.from({ length: 10 }, () => convert(colombina, 20)),
      refund(order, Number(order.total)).then(() => undefined),
    ])
    const converted = tabs.filter((tab) => tab?.status === 200).length
    assert.ok(converted >= 0 && converted <= 2, `${converted} conversions`)
    assert.ok(tabs.every((tab) => !tab || tab.status === 200 || tab.code === 'loyalty.not_enough_points'))
    assert.deepEqual(await standing(colombina), [-20 * converted, 0, 0])
    await sound()

    const owes = await aCustomer()
    const first = await confirmed(owes)
    assert.equal((await convert(owes, 25)).status, 200)
    await refund(first, Number(first.total))
    assert.deepEqual(await standing(owes), [-25, 0, 0])
    assert.equal((await convert(owes, 10)).code, 'loyalty.not_enough_points')
    await confirmed(owes)
    assert.deepEqual(await standing(owes), [4, 0, 20])
    await sound()
  })

  test('are given and taken with a reason, never below nothing, by who may', async () => {
    const colombina = await aCustomer()
    const give = (points: number, more: object = {}, headers?: Record<string, string>) =>
      ask<{ balance: number }>(
        'POST',
        `/customers/${colombina.id}/points`,
        { market: 'it', points, reason: 'a birthday', ...more },
        headers,
      )
    assert.equal((await give(0)).code, 'loyalty.points_wrong')
    assert.equal((await give(5, { reason: ' ' })).code, 'host.invalid_input')
    assert.equal((await give(5, { market: 'nowhere' })).code, 'loyalty.unknown_market')
    assert.equal((await give(5, { market: 'us' })).code, 'loyalty.unknown_market')
    const picker = await signedInAs(scene.house, 'picker')
    assert.equal((await give(5, {}, picker.headers)).status, 403)
    assert.equal((await give(50)).body.balance, 50)
    assert.equal((await give(-60)).code, 'loyalty.not_enough_points')
    assert.equal((await give(-20)).body.balance, 30)
    assert.deepEqual(await standing(colombina), [30, 0, 150])
    const nobody = '01920000-0000-7000-8000-000000000001'
    const missing = await ask('POST', `/customers/${nobody}/points`, { market: 'it', points: 5, reason: 'x' })
    assert.equal(missing.code, 'loyalty.unknown_customer')
    await sound()
  })

  test('end after their last day, told before, once each', async () => {
    const colombina = await aCustomer()
    await confirmed(colombina)
    scene.time.offsetMs += 345 * DAY_MS
    await tend()
    await tend()
    const mails = await scene.house.asOwner<{ subject: string; text_body: string }>(
      'SELECT subject, text_body FROM host.mail WHERE ref = $1',
      [colombina.id],
    )
    assert.equal(mails.length, 1)
    assert.match(mails[0]?.text_body ?? '', /29 punti di Club Laguna, che valgono 1,45/)
    const [last] = (await statement(colombina)).accounts[0]?.parts ?? []
    assert.ok(last?.expiresOn)
    scene.time.offsetMs += 40 * DAY_MS
    await Promise.all([tend(), tend()])
    assert.deepEqual(await standing(colombina), [0, 0, 0])
    const kinds = (await statement(colombina)).movements.map(({ kind }) => kind)
    assert.deepEqual(kinds, ['expired', 'earned', 'pending'])
    await sound()
  })

  test('terms that cannot be are refused; two people who change them at once do not lose one', async () => {
    const { headers } = await staff()
    const change = (wish: object) =>
      ask('PUT', '/loyalty-programmes/it', { ...programme, ...wish }, { ...headers, 'if-match': `"${version}"` })
    assert.equal((await change({ names: { it: 'Solo' } })).code, 'loyalty.name_missing')
    assert.equal((await change({ pointWorth: 101 })).code, 'loyalty.worth_above_spend')
    assert.equal((await change({ excludedCategories: [uuid()] })).code, 'loyalty.unknown_category')
    assert.equal((await ask('PUT', '/loyalty-programmes/nowhere', programme)).code, 'loyalty.unknown_market')
    const both = await Promise.all([change({ leastPoints: 11 }), change({ leastPoints: 12 })])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409])
    const { items } = (await ask<{ items: { version: number }[] }>('GET', '/loyalty-programmes/it/versions')).body
    assert.equal(items.length, version + 1)
    version += 1
    await put(programme)
  })

  test('a planted breach is found: points that nobody earned, money that nobody owes, more taken back than came', async () => {
    const colombina = await aCustomer()
    const order = await confirmed(colombina)
    const plants = [
      ['K4', `UPDATE loyalty.account SET balance = balance + 1 WHERE customer_id = '${colombina.id}'`],
      ['K5', `UPDATE loyalty.lot SET booked = booked + 1 WHERE order_id = '${order.id}'`],
      ['K6', `UPDATE loyalty.earning SET reversed = 3 WHERE order_id = '${order.id}'`],
    ] as const
    for (const [rule, plant] of plants) {
      await scene.house.asOwner(plant)
      const codes = (await findBreaches(scene.house.ownerUrl)).breaches.map((breach) => JSON.stringify(breach))
      assert.ok(
        codes.some((breach) => breach.includes(rule)),
        `${rule}: ${codes.join(' ')}`,
      )
      await scene.house.asOwner(
        plant
          .replace('balance + 1', 'balance - 1')
          .replace('booked + 1', 'booked - 1')
          .replace('reversed = 3', 'reversed = 0'),
      )
    }
    await sound()
  })
})
