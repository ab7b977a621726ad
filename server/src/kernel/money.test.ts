import fc from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fault } from './assert.ts'
import {
  add,
  compare,
  isNegative,
  isPositive,
  isZero,
  maximum,
  minimum,
  money,
  moneyFromJson,
  moneyToJson,
  negate,
  parseDecimal,
  subtract,
  sum,
  times,
  toDecimal,
  zero,
} from './money.ts'

fc.configureGlobal({
  numRuns: Number(process.env['FONDACO_PROPERTY_RUNS'] ?? 300),
  seed: Number(process.env['FONDACO_PROPERTY_SEED'] ?? 1),
})

const eur = (amount: bigint | number) => money(amount, 'EUR')
const yen = money(100, 'JPY')

test('money is frozen and counts whole minor units', () => {
  const price = eur(1999)
  assert.deepEqual(price, { amount: 1999n, currency: 'EUR' })
  assert.ok(Object.isFrozen(price) && Object.isFrozen(add(price, price)))
  for (const amount of [0.5, NaN, Infinity, 2 ** 53]) assert.throws(() => eur(amount), Fault, String(amount))
  assert.throws(() => money(1, 'XXX'), Fault)
})

test('sums, differences and multiples', () => {
  assert.deepEqual(add(eur(1), eur(2)), eur(3))
  assert.deepEqual(subtract(eur(1), eur(2)), eur(-1))
  assert.deepEqual(negate(eur(5)), eur(-5))
  assert.deepEqual(times(eur(5), 3), eur(15))
  assert.deepEqual(times(eur(5), -3n), eur(-15))
  assert.throws(() => times(eur(5), 0.5), Fault)
  assert.deepEqual(sum([eur(1), eur(2), eur(3)], 'EUR'), eur(6))
  assert.deepEqual(sum([], 'EUR'), zero('EUR'))
})

test('order and sign', () => {
  assert.equal(compare(eur(1), eur(2)), -1)
  assert.equal(compare(eur(2), eur(2)), 0)
  assert.equal(compare(eur(3), eur(2)), 1)
  assert.deepEqual(minimum(eur(1), eur(2)), eur(1))
  assert.deepEqual(maximum(eur(1), eur(2)), eur(2))
  const verdicts = [-1, 0, 1].map((n) => [isNegative(eur(n)), isZero(eur(n)), isPositive(eur(n))])
  assert.deepEqual(verdicts, [
    [true, false, false],
    [false, true, false],
    [false, false, true],
  ])
})

test('currencies never mix', () => {
  for (const act of [add, subtract, compare, minimum, maximum]) assert.throws(() => act(eur(1), yen), Fault, act.name)
  assert.throws(() => sum([eur(1), yen], 'EUR'), Fault)
  assert.throws(() => sum([yen], 'EUR'), Fault)
})

test('JSON carries minor units as a number that is exact', () => {
  assert.deepEqual(moneyToJson(eur(1999)), { amount: 1999, currency: 'EUR' })
  assert.deepEqual(moneyFromJson({ amount: -5, currency: 'EUR' }), eur(-5))
  assert.throws(() => moneyToJson(eur(2n ** 53n)), Fault)
  assert.throws(() => moneyFromJson({ amount: 19.99, currency: 'EUR' }), Fault)
})

const decimals: readonly (readonly [text: string, currency: string, amount: bigint | undefined])[] = [
  ['12.34', 'EUR', 1234n],
  ['12.3', 'EUR', 1230n],
  ['12', 'EUR', 1200n],
  ['-0.01', 'EUR', -1n],
  ['+0.01', 'EUR', 1n],
  ['-0.00', 'EUR', 0n],
  ['12.345', 'EUR', undefined],
  ['12.340', 'EUR', undefined],
  ['1.0', 'JPY', undefined],
  ['100', 'JPY', 100n],
  ['1.234', 'KWD', 1234n],
  ['1.2345', 'CLF', 12345n],
  ['1,50', 'EUR', undefined],
  ['1e2', 'EUR', undefined],
  ['', 'EUR', undefined],
]
for (const [text, currency, amount] of decimals) {
  test(`"${text}" ${currency} is ${amount ?? 'no money'}`, () => {
    assert.deepEqual(parseDecimal(text, currency), amount === undefined ? undefined : money(amount, currency))
  })
}

test('decimals come back exactly, for every exponent', () => {
  const currencies = fc.constantFrom('JPY', 'EUR', 'KWD', 'CLF')
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), currencies, (amount, currency) => {
      const m = money(amount, currency)
      assert.deepEqual(parseDecimal(toDecimal(m), currency), m)
    }),
  )
  assert.deepEqual([toDecimal(eur(-5)), toDecimal(yen), toDecimal(money(1n, 'CLF'))], ['-0.05', '100', '0.0001'])
})

test('what is added can be taken away', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt(), (a, b) => {
      assert.deepEqual(subtract(add(eur(a), eur(b)), eur(b)), eur(a))
      assert.deepEqual(add(eur(a), negate(eur(a))), zero('EUR'))
    }),
  )
})
