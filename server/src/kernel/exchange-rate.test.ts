import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fault } from './assert.ts'
import { currencyCode } from './currency.ts'
import { exchange, exchangeRate } from './exchange-rate.ts'
import { money } from './money.ts'
import type { Rounding } from './rounding.ts'
import { localDate } from './time.ts'

const published = (from: string, to: string, rate: string) =>
  exchangeRate({ from: currencyCode(from), to: currencyCode(to), rate, source: 'ECB', on: localDate('2026-11-20') })

test('a rate is the exact decimal that was published', () => {
  assert.deepEqual(published('EUR', 'USD', '1.0873'), {
    from: 'EUR',
    to: 'USD',
    numerator: 10873n,
    denominator: 10000n,
    source: 'ECB',
    on: '2026-11-20',
  })
  for (const text of ['0', '-1', '', 'one', '1,08']) assert.throws(() => published('EUR', 'USD', text), Fault, text)
})

// minor units, from, to, rate, rounding, minor units
const table: readonly (readonly [bigint, string, string, string, Rounding, bigint])[] = [
  [10_000n, 'EUR', 'USD', '1.0873', 'half_up', 10_873n],
  [1n, 'EUR', 'USD', '1.5', 'half_up', 2n],
  [1n, 'EUR', 'USD', '1.5', 'half_down', 1n],
  [-1n, 'EUR', 'USD', '1.5', 'half_up', -2n],
  [1999n, 'EUR', 'JPY', '164.25', 'half_up', 3283n],
  [1999n, 'EUR', 'JPY', '164.25', 'up', 3284n],
  [3283n, 'JPY', 'EUR', '0.0060882', 'half_up', 1999n],
  [1000n, 'EUR', 'KWD', '0.3345', 'half_up', 3345n],
  [3345n, 'KWD', 'EUR', '2.98954', 'half_up', 1000n],
  [1999n, 'EUR', 'IDR', '17265.5', 'half_up', 34_513_735n],
]
for (const [amount, from, to, rate, rounding, expected] of table) {
  test(`${amount} ${from} at ${rate} is ${expected} ${to} (${rounding})`, () => {
    assert.deepEqual(exchange(money(amount, from), published(from, to, rate), rounding), money(expected, to))
  })
}

test('a rate serves only the currency that it starts from', () => {
  assert.throws(() => exchange(money(1, 'USD'), published('EUR', 'USD', '1.08'), 'half_up'), Fault)
})
