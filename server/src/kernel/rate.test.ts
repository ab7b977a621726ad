import fc from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fault } from './assert.ts'
import { money } from './money.ts'
import { applyRate, includedRateOf, parsePercent, percent, percentFromPpm, percentText, rateOf } from './rate.ts'
import type { Rounding } from './rounding.ts'

fc.configureGlobal({
  numRuns: Number(process.env['FONDACO_PROPERTY_RUNS'] ?? 300),
  seed: Number(process.env['FONDACO_PROPERTY_SEED'] ?? 1),
})

const eur = (amount: bigint | number) => money(amount, 'EUR')

test('percentages are parts per million', () => {
  assert.deepEqual(percent('22'), { ppm: 220_000n })
  assert.deepEqual(percent('7.25'), { ppm: 72_500n })
  assert.deepEqual(percent('0.0001'), { ppm: 1n })
  assert.deepEqual(percent('-5'), { ppm: -50_000n })
  assert.deepEqual(percentFromPpm(81_000), percent('8.1'))
  for (const text of ['22%', '', '0.00001', '7,7', ' 1']) {
    assert.equal(parsePercent(text), undefined, text)
    assert.throws(() => percent(text), Fault, text)
  }
  assert.throws(() => percentFromPpm(0.5), Fault)
})

test('percentages are written as they are read, as short as can be', () => {
  assert.deepEqual(
    ['22', '8.1', '0', '-5', '100'].map((text) => percentText(percent(text))),
    ['22', '8.1', '0', '-5', '100'],
  )
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), (ppm) => {
      assert.equal(percent(percentText(percentFromPpm(ppm))).ppm, ppm)
    }),
  )
})

// net or gross, percentage, rounding, expected
const table: readonly (readonly ['on' | 'in', number, string, Rounding, number])[] = [
  ['on', 10_000, '22', 'half_up', 2200],
  ['on', 1999, '22', 'half_up', 440],
  ['on', 1999, '22', 'down', 439],
  ['on', 50, '5', 'half_up', 3],
  ['on', 50, '5', 'half_even', 2],
  ['on', 50, '5', 'half_down', 2],
  ['on', -50, '5', 'half_up', -3],
  ['in', 12_200, '22', 'half_up', 2200],
  ['in', 1999, '22', 'half_up', 360],
  ['in', 1999, '0', 'half_up', 0],
  ['in', 100, '8.1', 'half_up', 7],
]
for (const [where, amount, rate, rounding, expected] of table) {
  test(`${rate} % ${where} ${amount} is ${expected} (${rounding})`, () => {
    const fraction = where === 'on' ? rateOf(percent(rate)) : includedRateOf(percent(rate))
    assert.deepEqual(applyRate(eur(amount), fraction, rounding), eur(expected))
  })
}

test('no gross amount contains -100 %', () => {
  assert.throws(() => includedRateOf(percent('-100')), Fault)
})

/** The rational number rounded by looking at both neighbours: slow, and nothing in common with the division. */
function nearest(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  let floor = 0n
  for (let step = 1n << 80n; step > 0n; step >>= 1n) {
    if ((floor + step) * denominator <= (numerator < 0n ? -numerator : numerator)) floor += step
  }
  const size = numerator < 0n ? -numerator : numerator
  const below = size - floor * denominator
  const above = (floor + 1n) * denominator - size
  const evenFloor = floor % 2n === 0n
  const upwards = {
    up: below > 0n,
    down: false,
    half_up: above <= below,
    half_down: above < below,
    half_even: above < below || (above === below && !evenFloor),
  }[rounding]
  const rounded = upwards ? floor + 1n : floor
  return numerator < 0n ? -rounded : rounded
}

test('a rate agrees with rational numbers, on top and included', () => {
  const roundings = fc.constantFrom<Rounding>('half_up', 'half_even', 'half_down', 'up', 'down')
  const amounts = fc.oneof(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }))
  // Coarse percentages make ties frequent.
  const ppms = fc.oneof(
    fc.bigInt({ min: 0n, max: 2_000_000n }),
    fc.integer({ min: 0, max: 40 }).map((n) => BigInt(n) * 25_000n),
  )
  fc.assert(
    fc.property(amounts, ppms, roundings, (amount, ppm, rounding) => {
      const p = percentFromPpm(ppm)
      assert.equal(applyRate(eur(amount), rateOf(p), rounding).amount, nearest(amount * ppm, 1_000_000n, rounding))
      const included = applyRate(eur(amount), includedRateOf(p), rounding).amount
      assert.equal(included, nearest(amount * ppm, 1_000_000n + ppm, rounding))
    }),
  )
})
