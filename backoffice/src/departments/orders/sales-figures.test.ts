import assert from 'node:assert/strict'
import { test } from 'node:test'
import { averageOf, inCurrency } from './sales-figures.ts'

const day = [
  { currency: 'EUR', orders: 3, total: { amount: 1000, currency: 'EUR' }, net: { amount: 820, currency: 'EUR' } },
  {
    currency: 'IDR',
    orders: 1,
    total: { amount: 5_000_000, currency: 'IDR' },
    net: { amount: 4_500_000, currency: 'IDR' },
  },
]

test('an average basket is of its own currency, and of nothing nothing', () => {
  assert.deepEqual(averageOf(day, 'EUR'), { amount: 333, currency: 'EUR' })
  assert.deepEqual(averageOf(day, 'IDR'), { amount: 5_000_000, currency: 'IDR' })
  assert.deepEqual(averageOf(day, 'USD'), { amount: 0, currency: 'USD' })
  assert.equal(inCurrency([], 'EUR').orders, 0)
  assert.deepEqual(inCurrency(day, 'EUR').net, { amount: 820, currency: 'EUR' })
})
