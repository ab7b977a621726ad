import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId } from '../../../kernel/ids.ts'
import { money } from '../../../kernel/money.ts'
import { aPayment } from '../testing/a-payment.ts'
import { judge, type OrderFacts, type Verdict } from './judge.ts'
import type { Capture, Payment, Refund } from './payment.ts'

const order = (state: OrderFacts['state']): OrderFacts => ({
  state,
  total: money(1000n, 'EUR'),
  contentHash: 'what was ordered',
})
const paid = { authorised: 1000n, captured: 1000n }
const refund = (state: Refund['state'], amount: bigint, settledAmount: bigint | null): Refund => ({
  id: asId<'refund'>('01900000-0000-7000-8000-00000000000a'),
  amount,
  reason: 'x',
  state,
  providerRef: null,
  settledAmount,
})

const minute = (n: number) => new Date(Date.UTC(2026, 10, 22, 10, n))
const capture = (state: Capture['state'], wanted = 0, ended = wanted + 1): Capture => ({
  ...{ id: `${state} ${wanted}`, amount: 400n, reference: `${state} ${wanted}`, state },
  ...{ wantedAt: minute(wanted), endedAt: state === 'wanted' ? null : minute(ended) },
})

const cases: [string, Partial<Payment>, OrderFacts['state'], Partial<Verdict>][] = [
  ['nothing came', {}, 'awaiting_payment', {}],
  ['exactly the order', paid, 'awaiting_payment', { pays: true }],
  ['a cent less', { authorised: 1000n, captured: 999n }, 'awaiting_payment', { review: 'amount_mismatched' }],
  ['a cent more', { authorised: 1001n, captured: 1001n }, 'awaiting_payment', { review: 'amount_mismatched' }],
  ['authorised for less', { authorised: 999n }, 'awaiting_payment', { review: 'amount_mismatched' }],
  ['for another basket', { ...paid, authorisedHash: 'another' }, 'awaiting_payment', { review: 'order_changed' }],
  ['given back before it paid', { ...paid, refunded: 1000n }, 'awaiting_payment', { review: 'amount_mismatched' }],
  ['only authorised', { authorised: 1000n }, 'awaiting_payment', { finish: 'capture' }],
  ['held, whole', { authorised: 1000n, captureOn: 'on_shipment' }, 'awaiting_payment', { clears: true }],
  [
    'held for less',
    { authorised: 999n, captureOn: 'on_shipment' },
    'awaiting_payment',
    { review: 'amount_mismatched' },
  ],
  [
    'held for more, since the order shrank',
    { authorised: 1001n, captureOn: 'on_shipment' },
    'awaiting_payment',
    { clears: true },
  ],
  [
    'the first parcel went out',
    { authorised: 1000n, captured: 400n, captureOn: 'on_shipment' },
    'awaiting_payment',
    { clears: true },
  ],
  ['the last one went out', { ...paid, captureOn: 'on_shipment' }, 'awaiting_payment', { pays: true }],
  [
    'taken as far as it shrank',
    { authorised: 1200n, captured: 1000n, captureOn: 'on_shipment' },
    'awaiting_payment',
    { pays: true, finish: 'void' },
  ],
  [
    'what was held is gone',
    { authorised: 1000n, released: 1000n, captureOn: 'on_shipment' },
    'awaiting_payment',
    { review: 'hold_ended' },
  ],
  [
    'a part of it is gone',
    { authorised: 1000n, captured: 400n, released: 600n, captureOn: 'on_shipment' },
    'awaiting_payment',
    { review: 'amount_mismatched' },
  ],
  [
    'the bank would not give what is held',
    { authorised: 1000n, captureOn: 'on_shipment', captures: [capture('succeeded'), capture('failed')] },
    'awaiting_payment',
    { clears: true, review: 'capture_failed' },
  ],
  [
    'a part that failed, and one that was asked for later',
    { authorised: 1000n, captureOn: 'on_shipment', captures: [capture('failed', 0, 1), capture('succeeded', 2)] },
    'awaiting_payment',
    { clears: true },
  ],
  [
    'a part that failed after the next was asked for: nobody asked again',
    { authorised: 1000n, captureOn: 'on_shipment', captures: [capture('failed', 0, 5), capture('succeeded', 2)] },
    'awaiting_payment',
    { clears: true, review: 'capture_failed' },
  ],
  [
    'given back what one parcel took',
    { authorised: 1000n, captured: 400n, refunded: 400n, captureOn: 'on_shipment' },
    'awaiting_payment',
    { review: 'amount_mismatched' },
  ],
  [
    'paid, and more is held',
    { authorised: 1200n, captured: 1000n, captureOn: 'on_shipment' },
    'paid',
    { finish: 'void' },
  ],
  ['paid already', paid, 'paid', {}],
  ['paid, and more came', { authorised: 2000n, captured: 2000n }, 'paid', { review: 'amount_mismatched' }],
  ['a refund failed', { ...paid, refunds: [refund('failed', 5n, 0n)] }, 'paid', { review: 'refund_failed' }],
  [
    'a refund came out wrong',
    { ...paid, refunds: [refund('succeeded', 5n, 4n)] },
    'paid',
    { review: 'refund_mismatched' },
  ],
  ['the next made it good', { ...paid, refunds: [refund('failed', 5n, 0n), refund('succeeded', 5n, 5n)] }, 'paid', {}],
  ['came too late', paid, 'expired', { giveBack: 1000n }],
  ['called off', { ...paid, refunded: 400n }, 'cancelled', { giveBack: 600n }],
  ['on its way back', { ...paid, refunds: [refund('sent', 1000n, null)] }, 'cancelled', {}],
  ['part on its way', { ...paid, refunds: [refund('wanted', 1n, null)] }, 'cancelled', { giveBack: 999n }],
  [
    'failed three times',
    { ...paid, refunds: Array.from({ length: 3 }, () => refund('failed', 1000n, 0n)) },
    'cancelled',
    { review: 'refund_failed' },
  ],
  ['authorised for a dead order', { authorised: 1000n }, 'expired', { finish: 'void' }],
  ['released already', { authorised: 1000n, released: 1000n }, 'expired', {}],
  ['twice', { ...paid, surplus: true }, 'paid', { giveBack: 1000n }],
]

for (const [name, payment, state, expected] of cases) {
  test(`${name}, order ${state}`, () => {
    assert.deepEqual(judge(aPayment(payment), order(state)), {
      pays: false,
      clears: false,
      giveBack: 0n,
      finish: null,
      review: null,
      ...expected,
    })
  })
}
