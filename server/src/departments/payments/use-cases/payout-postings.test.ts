import assert from 'node:assert/strict'
import { test } from 'node:test'
import { currencyCode } from '../../../kernel/currency.ts'
import type { Movement } from '../domain/match-line.ts'
import { postingsOfExplanation, postingsOfPayout, type Explained, type LineToPost } from './payout-postings.ts'

const movement: Movement = {
  ...{
    id: 'e1',
    paymentId: 'p1',
    orderId: 'o1',
    entityId: 'n1',
    kind: 'capture',
    providerRef: 'ch_1',
    providerPaymentId: 'pi_1',
  },
  ...{ amount: 5990n, fee: 0n, currency: 'EUR', taken: false },
}
const refund: Movement = { ...movement, id: 'e2', kind: 'refund', providerRef: 're_1', amount: 1000n }
const dispute: Movement = { ...movement, id: 'd1', kind: 'dispute', providerRef: 'txn_1', amount: -5990n, fee: 2000n }
const line = {
  ...{ id: 'txn_1', kind: 'payment', amount: 5990n, fee: 115n, currency: currencyCode('EUR') },
  ...{ sourceRef: 'ch_1', paymentRef: null, rate: null },
}

const said = (postings: ReturnType<typeof postingsOfPayout>) =>
  Object.fromEntries(postings.map(({ account, amount }) => [`${account} ${amount.currency}`, Number(amount.amount)]))

test('what each line does to the books', () => {
  const usd: Movement = { ...movement, currency: 'USD' }
  const cases: [string, Partial<LineToPost>, Explained, Record<string, number>][] = [
    [
      'payment',
      {},
      { as: 'movement', movement },
      { bank_in_transit: 5875, payment_fees: 115, payments_clearing: -5990 },
    ],
    [
      'refund',
      { amount: -1000n, fee: 0n },
      { as: 'movement', movement: refund },
      { bank_in_transit: -1000, payments_clearing: 1000 },
    ],
    [
      'in dollars',
      { amount: 5391n, fee: 100n },
      { as: 'movement', movement: usd },
      {
        bank_in_transit: 5291,
        payment_fees: 100,
        currency_exchange: -5391,
        'payments_clearing USD': -5990,
        'currency_exchange USD': 5990,
      },
    ],
    [
      'dispute: what it cost is booked with it',
      { amount: -5990n, fee: 2000n },
      { as: 'movement', movement: dispute },
      { bank_in_transit: -7990, payments_clearing: 7990 },
    ],
    ['fee', { amount: -300n, fee: 0n }, { as: 'fee' }, { bank_in_transit: -300, payment_fees: 300 }],
    ['reserve', { amount: -300n, fee: 0n }, { as: 'reserve' }, { bank_in_transit: -300, provider_reserves: 300 }],
    ['nobody knows', {}, null, { bank_in_transit: 5875, payment_fees: 115, payouts_unexplained: -5990 }],
  ]
  for (const [name, change, explained, expected] of cases) {
    const postings = postingsOfPayout([{ ...line, ...change, explained }])
    for (const currency of ['EUR', 'USD']) {
      const own = postings.filter(({ amount }) => amount.currency === currency)
      assert.equal(
        own.reduce((sum, { amount }) => sum + amount.amount, 0n),
        0n,
        `${name}: debits are credits`,
      )
    }
    const named = Object.fromEntries(
      Object.entries(expected).map(([key, sum]) => [key.includes(' ') ? key : `${key} EUR`, sum]),
    )
    assert.deepEqual(said(postings), named, name)
  }
})

test('an explanation afterwards leaves the books as if it had been known at once', () => {
  const all: NonNullable<Explained>[] = [
    { as: 'movement', movement },
    { as: 'fee' },
    { as: 'reserve' },
    { as: 'adjustment' },
  ]
  for (const explained of all) {
    const later = [...postingsOfPayout([{ ...line, explained: null }]), ...postingsOfExplanation(line, explained)]
    const sums = new Map<string, bigint>()
    for (const { account, amount } of later) sums.set(account, (sums.get(account) ?? 0n) + amount.amount)
    const known = new Map(
      postingsOfPayout([{ ...line, explained }]).map(({ account, amount }) => [account, amount.amount]),
    )
    assert.deepEqual(new Map([...sums].filter(([, sum]) => sum !== 0n).toSorted()), new Map([...known].toSorted()))
  }
  const short = { ...line, amount: 5980n }
  assert.deepEqual(said(postingsOfExplanation(short, { as: 'movement', movement })), {
    'payouts_unexplained EUR': 5980,
    'payments_clearing EUR': -5990,
    'payment_adjustments EUR': 10,
  })
})
