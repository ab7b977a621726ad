import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aPayment } from '../testing/a-payment.ts'
import { decideExpected } from './expected.ts'
import type { Payment } from './payment.ts'

const held: Partial<Payment> = { authorised: 1000n, captureOn: 'on_shipment' }
const at = new Date('2026-11-22T10:00:00Z')
const wanted = { id: 'c', amount: 400n, reference: 'parcel:1', state: 'wanted', wantedAt: at, endedAt: null } as const

const cases: [string, Partial<Payment>, bigint, string][] = [
  ['nothing came yet', {}, 1200n, '1200'],
  ['paid at once', { authorised: 1000n, captured: 1000n }, 900n, 'payment_under_way'],
  ['authorised, to be taken at once', { authorised: 1000n }, 900n, 'payment_under_way'],
  ['held, and it comes to less', held, 900n, '900'],
  ['held, and it comes to more', held, 1001n, 'payment_under_way'],
  ['less than the bank still holds', { ...held, released: 200n }, 900n, 'payment_under_way'],
  ['a part was taken, and more is left', { ...held, captured: 400n }, 500n, '500'],
  ['just that part is left', { ...held, captured: 400n }, 400n, '400'],
  ['less than was taken', { ...held, captured: 400n }, 399n, 'payment_under_way'],
  ['a part is on its way', { ...held, captures: [wanted] }, 900n, 'payment_under_way'],
  ['a part went back', { ...held, captured: 400n, refunded: 1n }, 900n, 'payment_under_way'],
]
for (const [what, payment, total, answer] of cases) {
  test(`${what}: ${total} → ${answer}`, () => {
    const decided = decideExpected([aPayment(payment)], total)
    assert.equal(decided.ok ? String(decided.value) : decided.refusal.code.split('.')[1], answer)
  })
}
