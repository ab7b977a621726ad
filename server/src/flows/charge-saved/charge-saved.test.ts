/** What customers leave with a provider: kept where they agreed, charged with and without them, once whatever happens, and forgotten. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { guest, runCommand } from '../../host/context.ts'
import { openSession } from '../../host/auth/sessions.ts'
import { newId } from '../../host/clock.ts'
import { ok } from '../../kernel/result.ts'
import { must } from '../../testing/scene.ts'
import { Shopper, wordsOf } from '../../testing/shopper.ts'
import { openPaymentScene, type PaymentScene, type PlacedToPay } from '../../testing/payment-scene.ts'
import {
  forgetMethodsOf,
  listLaterCharges,
  listSavedMethods,
  preferSavedMethod,
  removeSavedMethod,
} from '../../departments/payments/index.ts'
import { recordCustomer } from '../../departments/customers/index.ts'
import { makeDraft } from '../../departments/orders/index.ts'
import { createTestServer, signedInAs } from '../../testing/create-test-server.ts'
import { chargeOrder } from './charge-order.ts'
import { settleOrder } from '../settle-payment/index.ts'
import { orderDraft } from '../take-order/index.ts'
import { chargeSaved, startPayment } from '../start-payment/index.ts'

let scene: PaymentScene
before(async () => {
  scene = await openPaymentScene({ timeoutMs: 30_000 })
})

const CARDS = { yes: '4242 4242 4242 4242', asks: '4000 0025 0000 3155', no: '4000 0000 0000 0341' }
const words = 'Keep this card for my next purchases.'

/** The shopper agrees, pays on the provider's page, and comes back. */
async function keep(customerId: string, bank: keyof typeof CARDS = 'yes', later = true) {
  const order = await scene.order({ mug: 1 })
  const { url } = must(
    await startPayment(scene.house, order, guest, { keep: { customerId, later, words, locale: 'en' } }),
  )
  assert.equal(await scene.payAt(url, CARDS[bank]), 303)
  if (bank === 'asks') await confirm(`${url}/challenge`)
  must(await scene.returnOf(order))
  const [method] = await listSavedMethods(scene.house.database, customerId)
  return method ?? assert.fail('nothing was kept')
}

async function confirm(url: string): Promise<void> {
  const token = /name="token" value="(\w+)"/.exec(await (await fetch(url)).text())?.[1] ?? ''
  const body = new URLSearchParams({ token, answer: 'confirm' })
  assert.equal((await fetch(url, { method: 'POST', body, redirect: 'manual' })).status, 303)
}

const charge = (order: PlacedToPay, customerId: string, methodId: string, later?: { reason: string; agreed: string }) =>
  chargeSaved(scene.house, order, guest, { customerId, methodId, later })
const later = { reason: 'phone_order', agreed: 'on the telephone' }
const codeOf = (result: Awaited<ReturnType<typeof charge>>) => (result.ok ? result.value.state : result.refusal.code)

async function paidOnce(order: PlacedToPay): Promise<void> {
  await scene.work()
  const { state, captured, captures, sales } = await scene.figures(order)
  assert.deepEqual(
    { state, captured, captures, sales },
    { state: 'paid', captured: order.total, captures: 1n, sales: 1n },
  )
  assert.equal((await scene.there(order)).length, 1)
}

test('kept only where the shopper agreed, in the words that they saw; brand, last four and expiry are all that is known', async () => {
  const customerId = newId()
  const method = await keep(customerId)
  const { brand, last4, expiresOn, later: isLater, words: said } = method
  assert.deepEqual(
    { brand, last4, expiresOn, isLater, said },
    { brand: 'visa', last4: '4242', expiresOn: '2039-12-31', isLater: true, said: words },
  )
  const plain = await scene.order({ mug: 1 })
  await scene.pay(plain)
  must(await scene.returnOf(plain))
  assert.equal((await listSavedMethods(scene.house.database, customerId)).length, 1)
})

test('ten clicks, webhooks before our own record, the reconciler: one charge', async () => {
  const customerId = newId()
  const { id } = await keep(customerId)
  const order = await scene.order()
  await scene.fault({ match: { operation: 'webhook' }, fault: 'duplicate', times: 2 })
  const clicks = Array.from({ length: 10 }, () => charge(order, customerId, id))
  const answers = await Promise.all([...clicks.map((click) => click.then(codeOf)), scene.work(), scene.reconcile()])
  for (const answer of answers.slice(0, 10)) assert.match(String(answer), /^(done|payments\.nothing_to_pay)$/)
  await paidOnce(order)
})

for (const fault of ['timeout_before', 'timeout_after', 'error_500_after'] as const) {
  test(`${fault}: nobody knows, and asked again it is one charge`, async () => {
    const customerId = newId()
    const { id } = await keep(customerId)
    const order = await scene.order()
    await scene.fault({ match: { operation: 'charge' }, fault, delayMs: 20 })
    await assert.rejects(charge(order, customerId, id, later), { name: 'Outage' })
    assert.match(codeOf(await charge(order, customerId, id, later)), /^(done|payments\.nothing_to_pay)$/)
    await paidOnce(order)
  })
}

test('a page that is open is closed first; where it was paid meanwhile, that is the payment', async () => {
  const customerId = newId()
  const { id } = await keep(customerId)
  const order = await scene.order()
  const page = await scene.openPage(order)
  assert.equal(codeOf(await charge(order, customerId, id, later)), 'done')
  assert.notEqual(await scene.payAt(page), 303)
  await paidOnce(order)
  const other = await scene.order()
  await scene.pay(other)
  assert.match(codeOf(await charge(other, customerId, id, later)), /^(done|payments\.nothing_to_pay)$/)
  await paidOnce(other)
})

test('a bank that wants the customer: with them there on its page, without them a no, and the order is paid on a page as ever', async () => {
  const customerId = newId()
  const { id } = await keep(customerId, 'asks')
  const there = await scene.order()
  const asked = must(await charge(there, customerId, id))
  assert.equal(asked.state, 'confirm')
  await confirm(asked.state === 'confirm' ? asked.url : '')
  must(await scene.returnOf(there))
  await paidOnce(there)
  const away = await scene.order()
  assert.deepEqual(must(await charge(away, customerId, id, later)), {
    state: 'declined',
    decline: 'authentication_required',
  })
  await scene.pay(away)
  must(await scene.returnOf(away))
  await paidOnce(away)
})

test('who is asked by their bank and pays otherwise pays once', async () => {
  const customerId = newId()
  const { id } = await keep(customerId, 'asks')
  const order = await scene.order()
  const asked = must(await charge(order, customerId, id))
  await scene.pay(order)
  const challenge = asked.state === 'confirm' ? asked.url : ''
  assert.notEqual(
    (await fetch(challenge, { method: 'POST', body: new URLSearchParams({ answer: 'confirm' }) })).status,
    303,
  )
  must(await scene.returnOf(order))
  await paidOnce(order)
})

test('a no of the bank is told, moves nothing, and may be tried again', async () => {
  const customerId = newId()
  const { id } = await keep(customerId, 'no')
  const order = await scene.order()
  for (const _ of ['one', 'two']) {
    assert.deepEqual(must(await charge(order, customerId, id)), { state: 'declined', decline: 'declined' })
  }
  assert.equal((await scene.figures(order)).state, 'awaiting_payment')
  assert.deepEqual(await scene.there(order), [])
})

test('refused: of somebody else, expired, not for later, not there', async () => {
  const customerId = newId()
  const { id } = await keep(customerId, 'yes', false)
  const order = await scene.order()
  assert.equal(codeOf(await charge(order, newId(), id)), 'payments.saved_method_not_found')
  assert.equal(codeOf(await charge(order, customerId, 'none')), 'payments.saved_method_not_found')
  assert.equal(codeOf(await charge(order, customerId, id, later)), 'payments.saved_method_not_for_later')
  await scene.house.asOwner(`UPDATE payments.saved_method SET expires_on = '2020-01-31' WHERE id = $1`, [id])
  assert.equal(codeOf(await charge(order, customerId, id)), 'payments.saved_method_expired')
  assert.deepEqual(await scene.there(order), [])
})

test('preferred stands first; removed it is gone here at once and at the provider by a job that is asked again', async () => {
  const customerId = newId()
  const first = await keep(customerId)
  const second = await keep(customerId, 'asks')
  const order = await scene.order()
  const run = <T>(act: (ctx: Parameters<typeof preferSavedMethod>[0]) => Promise<T>) =>
    runCommand(scene.house, { actor: { kind: 'customer', id: customerId as never } }, act as never)
  await run((ctx) => preferSavedMethod(ctx, { customerId, methodId: first.id }))
  const idsOf = async () => (await listSavedMethods(scene.house.database, customerId)).map(({ id }) => id)
  assert.deepEqual(await idsOf(), [first.id, second.id])
  await scene.fault({ match: { operation: 'forget' }, fault: 'error_500_before' })
  await run((ctx) => removeSavedMethod(ctx, { customerId, methodId: first.id }))
  assert.deepEqual(await idsOf(), [second.id])
  assert.equal(codeOf(await charge(order, customerId, first.id)), 'payments.saved_method_not_found')
  const forgotten = async () =>
    (
      await scene.house.asOwner<{ n: string }>(
        'SELECT count(*) AS n FROM payments.saved_method WHERE customer_id = $1 AND forgotten_at IS NOT NULL',
        [customerId],
      )
    )[0]?.n
  await assert.rejects(scene.house.runJobs(['forget-method']))
  assert.equal(await forgotten(), '0')
  while ((await scene.house.runJobs(['forget-method']).catch(() => 1)) > 0);
  assert.equal(await forgotten(), '1')
  await run(async (ctx) => {
    await forgetMethodsOf(ctx, customerId)
    return { ok: true, value: undefined }
  })
  assert.deepEqual(await idsOf(), [])
  await scene.house.runJobs(['forget-payer'])
  assert.equal(await forgotten(), '2')
  assert.deepEqual(
    await scene.house.asOwner(
      'SELECT DISTINCT brand, last4, expires_on FROM payments.saved_method WHERE customer_id = $1',
      [customerId],
    ),
    [{ brand: null, last4: null, expires_on: null }],
  )
  await scene.house.expectNoBreach()
})

/** Taken by staff for its buyer, who waits for the link to the payment page. */
async function taken(customerId: string): Promise<PlacedToPay> {
  const { mug } = scene.shop.variantIds
  const address = {
    name: 'Zanetta',
    street: 'Calle 1',
    postcode: '30121',
    city: 'Venezia',
    region: 'VE',
    country: 'IT',
  }
  const nothing = { customerId: null, coupons: [], paymentMethod: null, note: null, priceNote: null }
  const lines = [{ variantId: mug, quantity: 1 }]
  const wish = { ...nothing, email: 'z@calle.example', address, lines, deliveryMethod: 'standard' }
  const draft = must(await scene.house.run((ctx) => makeDraft(ctx, wish)))
  const acceptedTotal = { amount: 2_080, currency: 'EUR' }
  const { id, number } = must(await scene.house.run((ctx) => orderDraft(ctx, { id: draft.id, acceptedTotal })))
  await scene.house.asOwner('UPDATE orders.sales_order SET customer_id = $2 WHERE id = $1', [id, customerId])
  return { id, number, locale: 'it', total: 2_080n }
}

test('staff charge what is due, for what the customer agreed to: once; what they did not agree to is refused', async () => {
  const customerId = newId()
  const { id } = await keep(customerId)
  const order = await taken(customerId)
  const app = await createTestServer(scene.house)
  const { headers } = await signedInAs(scene.house, 'owner')
  const url = `/api/orders/${order.id}/charges`
  const shown = (await app.inject({ method: 'GET', url, headers })).json()
  assert.deepEqual(shown.due, { amount: { amount: 2_080, currency: 'EUR' }, reason: 'phone_order' })
  assert.deepEqual(
    shown.methods.map((method: { usable: boolean; words: string }) => [method.usable, method.words]),
    [[true, words]],
  )
  const payload = { methodId: id, agreed: 'on the telephone' }
  const clicks = await Promise.all([1, 2, 3].map(() => app.inject({ method: 'POST', url, headers, payload })))
  for (const { statusCode, body } of clicks) assert.ok(statusCode === 200 || /nothing_to_pay/.test(body), body)
  await paidOnce(order)
  const then = (await app.inject({ method: 'GET', url, headers })).json()
  assert.deepEqual(
    [then.due, then.tries.length, then.tries[0].state, then.tries[0].agreed],
    [null, 1, 'paid', 'on the telephone'],
  )

  const own = await scene.order()
  await scene.house.asOwner('UPDATE orders.sales_order SET customer_id = $2 WHERE id = $1', [own.id, customerId])
  const refused = await app.inject({ method: 'POST', url: `/api/orders/${own.id}/charges`, headers, payload })
  assert.equal(refused.json().code, 'payments.charge_not_agreed')
  assert.deepEqual(await scene.there(own), [])
})

test('their bank wants them, or says no: nothing is charged, the order page says why, and they are written to once', async () => {
  const customerId = newId()
  const [asks, no] = [await keep(customerId, 'asks'), await keep(customerId, 'no')]
  const order = await taken(customerId)
  const charged = (methodId: string) =>
    chargeOrder(scene.house, { orderId: order.id, methodId, agreed: 'on the telephone' }, guest)
  assert.deepEqual(must(await charged(asks.id)), { state: 'needs_customer' })
  const declined = await charged(no.id)
  assert.equal(declined.ok ? '' : declined.refusal.code, 'payments.charge_declined')
  for (const _ of ['once', 'twice']) {
    await scene.house.asOwner(`UPDATE host.job SET state = 'ready' WHERE kind = 'ask-to-confirm'`)
    await scene.house.runJobs(['ask-to-confirm'])
  }
  const mails = await scene.house.asOwner(`SELECT 1 FROM host.mail WHERE ref = $1 AND dedup_key ~ '^ask-to-confirm'`, [
    order.id,
  ])
  assert.equal(mails.length, 1)
  const tries = await listLaterCharges(scene.house.database, order.id)
  assert.deepEqual(
    tries.map(({ endedAs }) => endedAs),
    ['card_declined', 'authentication_required'],
  )
  await scene.pay(order)
  must(await scene.returnOf(order))
  await paidOnce(order)
  await scene.house.expectNoBreach()
})

/** Somebody with an account, signed in on a browser of their own. */
async function signedIn(app: Awaited<ReturnType<typeof createTestServer>>) {
  const email = `${newId()}@calle.example`
  const { id, token } = must(
    await scene.house.run(async (ctx) => {
      const made = await recordCustomer(ctx, { email, name: 'Lia', locale: 'it' })
      return ok({ id: made, token: openSession(ctx, { kind: 'customer', id: made }) })
    }),
  )
  await scene.house.asOwner(`UPDATE customers.customer SET password_hash = 'set by a test' WHERE id = $1`, [id])
  const shopper = new Shopper(app)
  shopper.cookies.set('fondaco_customer', token)
  return { id, shopper }
}

const somewhere = { name: 'Lia', street: 'Calle 1', postcode: '30121', city: 'Venezia', region: 'VE', country: 'IT' }

/** Orders as the checkout's page does, and answers where that leads. */
async function orderBy(shopper: Shopper, choice: Record<string, string>): Promise<string> {
  await shopper.add('mug', 1)
  const page = await shopper.get('/it/checkout')
  const value = (name: string) => new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(page.body)?.[1] ?? ''
  const shown = { key: value('key'), total: value('total'), currency: value('currency'), policies: value('policies') }
  const form = { ...shown, ...somewhere, email: 'lia@calle.example', delivery: 'standard', payment: 'online' }
  const answer = await shopper.post('/it/checkout', { ...form, ...choice, act: 'order' })
  return answer.headers.location ?? assert.fail(wordsOf(answer))
}

test('on the pages: a tick keeps a card, the next order is paid by it, and only by who is signed in; the account removes it', async () => {
  const app = await createTestServer(scene.house)
  const { id, shopper } = await signedIn(app)
  const page = await orderBy(shopper, { card: 'new', keep_card: 'yes' })
  assert.equal(await scene.payAt(page), 303)
  const [order] = await scene.house.asOwner<{ id: string }>(
    'SELECT id FROM orders.sales_order WHERE customer_id = $1',
    [id],
  )
  must(await settleOrder(scene.house, order?.id ?? ''))
  const [card = assert.fail('nothing was kept')] = await listSavedMethods(scene.house.database, id)
  assert.equal(card.later, false)
  assert.match(card.words, /conservi la mia carta/)

  await shopper.add('mug', 1)
  assert.match(wordsOf(await shopper.get('/it/checkout')), /Visa •• 4242 Valida fino al 12\/2039/)
  const stranger = (await signedIn(app)).shopper
  assert.match(await orderBy(stranger, { card: card.id }), /\?declined=gone$/)
  assert.match(await orderBy(new Shopper(app), { card: card.id }), /\/pay$/)
  const done = await orderBy(shopper, { card: card.id })
  assert.match(done, /\?payment=returned$/)
  assert.match(
    wordsOf(await shopper.get(done.replace('payment=returned', 'declined=gone'))),
    /^(?!.*non è più conservata)/,
  )

  assert.match(wordsOf(await shopper.get('/it/account')), /Le tue carte .* Visa •• 4242/)
  await stranger.post(`/it/account/cards/${card.id}/removal`, {})
  assert.equal((await listSavedMethods(scene.house.database, id)).length, 1)
  await shopper.post(`/it/account/cards/${card.id}/removal`, {})
  assert.match(wordsOf(await shopper.get('/it/account')), /Nessuna carta è conservata per te/)
})
