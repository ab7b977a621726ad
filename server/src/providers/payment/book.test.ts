import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Payment } from './model.ts'
import { cards, openShop, payWith, until } from './testing/shop.ts'

const limits = { openSessions: 20, closedSessions: 10, payments: 10, deliveries: 15, answers: 10, faults: 3 }

test('memory is bounded: the oldest of each kind are forgotten, the newest are kept', async () => {
  const shop = await openShop({ limits, webhookRetryAfterMs: 60_000 })
  shop.ear.answers.push(...Array<number>(1000).fill(503))
  const sessions = []
  for (let n = 0; n < 40; n += 1) {
    const session = await shop.openSession({ reference: `order-${n}` })
    await payWith(session, cards.approved)
    sessions.push(session)
  }
  const known = await Promise.all(sessions.map(({ id }) => shop.ask('GET', `/v1/sessions/${id}`)))
  assert.deepEqual(
    known.map((each) => each.status),
    [...Array<number>(30).fill(404), ...Array<number>(10).fill(200)],
  )
  const since = await shop.ask<{ data: Payment[] }>('GET', '/v1/payments?since=2000-01-01T00:00:00Z')
  assert.deepEqual(
    since.body.data.map((each) => each.reference),
    Array.from({ length: 10 }, (_, n) => `order-${n + 30}`),
  )
  assert.deepEqual((await shop.ask('GET', '/v1/payments?reference=order-1')).body, { data: [], next: null })
  await shop.close()
})

test('too many open sessions and faults are refused', async () => {
  const shop = await openShop({ limits })
  for (let n = 0; n < 20; n += 1) await shop.openSession()
  await assert.rejects(shop.openSession(), /429.*too_many_open_sessions/)
  const order = () => shop.order({ match: { operation: 'void' }, fault: 'error_500_before' })
  for (let n = 0; n < 3; n += 1) await order()
  await assert.rejects(order(), /422.*too_many_faults/)
  await shop.close()
})

test('1,000 payments: every event arrives once, and nothing is left waiting', async () => {
  const shop = await openShop()
  const one = async (n: number): Promise<void> => {
    const session = await shop.openSession({ reference: `many-${n}` })
    assert.equal((await payWith(session, cards.approved)).status, 303)
  }
  for (let n = 0; n < 1000; n += 20) await Promise.all(Array.from({ length: 20 }, (_, k) => one(n + k)))
  await until('2,000 events', () => shop.ear.heard.length >= 2000, 60_000)
  assert.equal(new Set(shop.ear.heard.map((each) => each.id)).size, 2000)
  assert.equal(shop.ear.heard.length, 2000)
  await shop.close()
})
