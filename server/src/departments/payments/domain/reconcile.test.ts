import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { asId } from '../../../kernel/ids.ts'
import { aMovement, aPayment, aTruth } from '../testing/a-payment.ts'
import type { Payment } from './payment.ts'
import type { ProviderPayment } from './provider.ts'
import { reconcile } from './reconcile.ts'

const kinds = (payment: Payment, truth: ProviderPayment) =>
  reconcile(payment, truth).events.map((event) => `${event.kind} ${event.providerRef} ${event.amount}`)

test('everything is new to an open payment', () => {
  const truth = aTruth({ captures: [aMovement('c1', 600n), aMovement('c2', 400n)], refunds: [aMovement('r1', 100n)] })
  assert.deepEqual(kinds(aPayment(), truth), [
    'authorisation dpp_1 1000',
    'capture c1 600',
    'capture c2 400',
    'refund r1 100',
  ])
  const { authorised, captured, refunded } = reconcile(aPayment(), truth)
  assert.deepEqual([authorised, captured, refunded], [1000n, 1000n, 100n])
})

const impossible: [string, ProviderPayment, string][] = [
  ['another currency', aTruth({ currency: 'USD' }), 'currency_mismatched'],
  ['captured above authorised', aTruth({ captures: [aMovement('c1', 1001n)] }), 'impossible_amounts'],
  [
    'refunded above captured',
    aTruth({ captures: [aMovement('c1', 1n)], refunds: [aMovement('r1', 2n)] }),
    'impossible_amounts',
  ],
  [
    'captured and released above authorised',
    aTruth({ captures: [aMovement('c1', 600n)], released: 401n }),
    'impossible_amounts',
  ],
]
for (const [name, truth, review] of impossible) {
  test(`${name}: nothing is recorded, a person looks`, () => {
    const found = reconcile(aPayment(), truth)
    assert.deepEqual([found.events, found.outcomes, found.captured, found.review], [[], [], 0n, review])
  })
}

test('what became store credit, and went back there too, went back twice: a person looks', () => {
  const id = asId<'refund'>('01900000-0000-7000-8000-00000000000a')
  const done = { state: 'succeeded' as const, providerRef: null, settledAmount: 600n, toCredit: true }
  const refund = { id, amount: 600n, reason: 'changed their mind', ...done }
  const before = aPayment({ authorised: 1000n, captured: 1000n, refunded: 600n, refunds: [refund] })
  const there = (amount: bigint) =>
    reconcile(before, aTruth({ captures: [aMovement('c1', 1000n)], refunds: [aMovement('r1', amount)] })).review
  assert.deepEqual([there(400n), there(401n)], [null, 'impossible_amounts'])
})

test('a refund that was done there and then failed is not unlearnt: a person looks', () => {
  const before = aPayment({ authorised: 1000n, captured: 1000n, refunded: 100n, knownEvents: new Set(['refund r1']) })
  const failed = aTruth({ captures: [aMovement('c1', 1000n)], refunds: [aMovement('r1', 100n, { state: 'failed' })] })
  const { refunded, review } = reconcile(before, failed)
  assert.deepEqual([refunded, review], [100n, 'refund_failed'])
})

/** A provider's life: each step adds a capture, a refund or a void, and every moment of it can be what an answer says. */
const lives = fc
  .array(fc.tuple(fc.constantFrom('capture', 'refund', 'failed refund', 'void'), fc.integer({ min: 1, max: 400 })), {
    maxLength: 12,
  })
  .map((steps) => {
    const moments: ProviderPayment[] = [aTruth()]
    for (const [index, [kind, size]] of steps.entries()) {
      const now = moments.at(-1) ?? aTruth()
      const captured = now.captures.reduce((sum, one) => sum + one.amount, 0n)
      const refunded = now.refunds.filter((one) => one.state === 'succeeded').reduce((sum, one) => sum + one.amount, 0n)
      const left = now.authorised - captured - now.released
      const amount = BigInt(size)
      if (kind === 'capture' && amount <= left)
        moments.push({ ...now, captures: [...now.captures, aMovement(`c${index}`, amount)] })
      if (kind === 'refund' && amount <= captured - refunded)
        moments.push({ ...now, refunds: [...now.refunds, aMovement(`r${index}`, amount)] })
      if (kind === 'failed refund')
        moments.push({ ...now, refunds: [...now.refunds, aMovement(`f${index}`, amount, { state: 'failed' })] })
      if (kind === 'void' && left > 0n) moments.push({ ...now, released: now.released + left })
    }
    return moments
  })

function learn(payment: Payment, truth: ProviderPayment): Payment {
  const { events, outcomes: _outcomes, review: _review, ...amounts } = reconcile(payment, truth)
  const knownEvents = new Set([...payment.knownEvents, ...events.map((event) => `${event.kind} ${event.providerRef}`)])
  return { ...payment, ...amounts, knownEvents }
}

test('answers tripled and in any order lead where the run in order leads, and never beyond what was captured', () => {
  fc.assert(
    fc.property(lives, fc.infiniteStream(fc.nat()), (moments, chances) => {
      const inOrder = moments.reduce(learn, aPayment())
      const mixed = [...moments, ...moments, ...moments]
        .map((moment) => ({ moment, at: chances.next().value ?? 0 }))
        .toSorted((a, b) => a.at - b.at)
        .reduce((payment, { moment }) => learn(payment, moment), aPayment())
      assert.deepEqual(
        { ...mixed, knownEvents: [...mixed.knownEvents].sort() },
        { ...inOrder, knownEvents: [...inOrder.knownEvents].sort() },
      )
      assert.ok(mixed.refunded <= mixed.captured && mixed.captured <= mixed.authorised)
    }),
    { numRuns: 300 },
  )
})
