import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { Payment } from './model.ts'
import { cards, openShop, payWith, until } from './testing/shop.ts'
import type { Heard, OpenedSession, Shop } from './testing/shop.ts'

let shop: Shop
before(async () => {
  shop = await openShop()
})
beforeEach(() => shop.ask('DELETE', '/v1/faults'))
after(() => shop.close())

const body = { amount: { amount: 5990, currency: 'EUR' } }

async function anAuthorised(reference: string): Promise<Payment> {
  const session = await shop.openSession({ reference, capture: 'manual' })
  await payWith(session, cards.approved)
  return shop.payment(session)
}

function heardOf(session: { id: string }): Heard[] {
  return shop.ear.heard.filter((each) => each.data.session.id === session.id)
}

for (const [fault, works] of [
  ['timeout_before', false],
  ['timeout_after', true],
] as const) {
  test(`${fault}: no answer, the work ${works ? 'done' : 'not done'}; the same key then tells the truth`, async () => {
    const { id } = await anAuthorised(fault)
    await shop.order({ match: { operation: 'capture', reference: fault }, fault, delayMs: 60 })
    const capture = () => shop.ask('POST', `/v1/payments/${id}/captures`, body, { 'idempotency-key': fault })
    const began = Date.now()
    await assert.rejects(capture(), /fetch failed/)
    assert.ok(Date.now() - began >= 55)
    assert.equal((await shop.ask<Payment>('GET', `/v1/payments/${id}`)).body.captured, works ? 5990 : 0)
    const again = await capture()
    assert.deepEqual([again.status, again.headers.get('idempotent-replayed')], [201, works ? 'true' : null])
    assert.equal((await shop.ask<Payment>('GET', `/v1/payments/${id}`)).body.captured, 5990)
  })
}

for (const [fault, works] of [
  ['error_500_before', false],
  ['error_500_after', true],
] as const) {
  test(`${fault}: 500, the work ${works ? 'done' : 'not done'}`, async () => {
    const { id } = await anAuthorised(fault)
    await shop.order({ match: { operation: 'capture', reference: fault }, fault })
    assert.equal((await shop.ask('POST', `/v1/payments/${id}/captures`, body)).status, 500)
    assert.equal((await shop.ask<Payment>('GET', `/v1/payments/${id}`)).body.captured, works ? 5990 : 0)
  })
}

test('a fault hits only what it was ordered for, and only as often', async () => {
  const mine = await anAuthorised('mine')
  const other = await anAuthorised('other')
  await shop.order({ match: { operation: 'get', reference: 'mine' }, fault: 'error_500_before', times: 2 })
  const get = async ({ id }: Payment) => (await shop.ask('GET', `/v1/payments/${id}`)).status
  assert.deepEqual([await get(other), await get(mine)], [200, 500])
  assert.equal((await shop.ask<{ data: unknown[] }>('GET', '/v1/faults')).body.data.length, 1)
  assert.deepEqual([await get(mine), await get(mine)], [500, 200])
  assert.deepEqual((await shop.ask('GET', '/v1/faults')).body, { data: [] })
  await shop.order({ match: { operation: 'get' }, fault: 'error_500_before', times: 9 })
  assert.deepEqual((await shop.ask('DELETE', '/v1/faults')).body, { deleted: 1 })
  assert.equal(await get(mine), 200)
})

test('a fault can befall opening a session and the shopper who pays', async () => {
  await shop.order({ match: { operation: 'session', reference: 'unlucky' }, fault: 'error_500_before' })
  await assert.rejects(shop.openSession({ reference: 'unlucky' }), /500/)
  const session = await shop.openSession({ reference: 'unlucky' })
  await shop.order({ match: { operation: 'pay', reference: 'unlucky' }, fault: 'timeout_after', delayMs: 20 })
  await assert.rejects(payWith(session, cards.approved), /fetch failed/)
  assert.equal((await shop.payment(session)).status, 'captured')
  assert.equal((await payWith(session, cards.approved)).status, 303, 'trying again pays nothing more')
})

test('wrong_amount: one minor unit less is captured and refunded, and the answer admits it', async () => {
  await shop.order({ match: { operation: 'capture', reference: 'cents' }, fault: 'wrong_amount' })
  const session = await shop.openSession({ reference: 'cents' })
  await payWith(session, cards.approved)
  const payment = await shop.payment(session)
  assert.deepEqual([payment.authorised, payment.captured], [5990, 5989])
  await shop.order({ match: { operation: 'refund', reference: 'return-9' }, fault: 'wrong_amount' })
  const refund = { amount: { amount: 100, currency: 'EUR' }, reference: 'return-9' }
  const got = await shop.ask<{ amount: number; payment: Payment }>('POST', `/v1/payments/${payment.id}/refunds`, refund)
  assert.deepEqual([got.body.amount, got.body.payment.refunded], [99, 99])
})

test('fail: the refund is answered and told as failed, and no money moved', async () => {
  const session = await shop.openSession({ reference: 'no-refund' })
  await payWith(session, cards.approved)
  const { id } = await shop.payment(session)
  await shop.order({ match: { operation: 'refund', reference: 'no-refund' }, fault: 'fail' })
  const got = await shop.ask<{ status: string; payment: Payment }>('POST', `/v1/payments/${id}/refunds`, body)
  assert.deepEqual([got.status, got.body.status, got.body.payment.refunded], [201, 'failed', 0])
  await until('refund.failed', () => heardOf(session).some((each) => each.type === 'refund.failed'))
  assert.equal((await shop.ask('POST', `/v1/payments/${id}/refunds`, body)).status, 201)
})

test('unknown_state: a status that no document mentions, once', async () => {
  const { id } = await anAuthorised('strange')
  await shop.order({ match: { operation: 'get', reference: 'strange' }, fault: 'unknown_state' })
  const get = async () => (await shop.ask<Payment>('GET', `/v1/payments/${id}`)).body.status
  assert.equal(await get(), 'under_review')
  assert.equal(await get(), 'authorised')
})

async function paidWith(fault: string, more: Record<string, unknown> = {}): Promise<OpenedSession> {
  const { match, ...rest } = { match: {}, ...more }
  await shop.order({ match: { operation: 'webhook', reference: fault, ...match }, fault, ...rest })
  const session = await shop.openSession({ reference: fault })
  await payWith(session, cards.approved)
  return session
}

test('duplicate: the same event three times, the next once', async () => {
  const session = await paidWith('duplicate')
  await until('four deliveries', () => heardOf(session).length >= 4)
  const heard = heardOf(session)
  assert.deepEqual(
    heard.map((each) => each.type),
    ['payment.authorised', 'payment.authorised', 'payment.authorised', 'payment.captured'],
  )
  assert.equal(new Set(heard.map((each) => each.id)).size, 2)
})

test('late: told only after the delay', async () => {
  const began = Date.now()
  const session = await paidWith('late', { delayMs: 250, match: { eventType: 'payment.captured' } })
  await until('both events', () => heardOf(session).length === 2)
  const [first, second] = heardOf(session)
  assert.ok((first?.heardAt ?? Infinity) - began < 200, 'the other event is not late')
  assert.ok((second?.heardAt ?? 0) - began >= 245)
})

test('out_of_order: the events of a payment arrive backwards', async () => {
  const session = await paidWith('out_of_order', { delayMs: 150 })
  const { id } = await shop.payment(session)
  await shop.ask('POST', `/v1/payments/${id}/refunds`, body)
  await until('three events', () => heardOf(session).length === 3)
  assert.deepEqual(
    heardOf(session).map((each) => each.type),
    ['refund.succeeded', 'payment.captured', 'payment.authorised'],
  )
})

test('drop: never told', async () => {
  const session = await paidWith('drop', { match: { eventType: 'payment.authorised' } })
  await until('the other event', () => heardOf(session).length === 1)
  assert.deepEqual(
    heardOf(session).map((each) => each.type),
    ['payment.captured'],
  )
  assert.equal((await shop.payment(session)).status, 'captured')
})

test('unknown_state in a webhook', async () => {
  const session = await paidWith('unknown_state')
  await until('both events', () => heardOf(session).length === 2)
  assert.deepEqual(
    heardOf(session).map((each) => each.data.payment?.status),
    ['under_review', 'captured'],
  )
})
