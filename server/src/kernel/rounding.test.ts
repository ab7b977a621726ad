import fc from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fault } from './assert.ts'
import { divideRounded } from './rounding.ts'
import type { Rounding } from './rounding.ts'

fc.configureGlobal({
  numRuns: Number(process.env['FONDACO_PROPERTY_RUNS'] ?? 300),
  seed: Number(process.env['FONDACO_PROPERTY_SEED'] ?? 1),
})

const modes: readonly Rounding[] = ['half_up', 'half_even', 'half_down', 'up', 'down']

// Quarters: the first column divided by four, in each mode.
const table = `
 quarters | half_up half_even half_down up down
        4 |  1  1  1  1  1
        5 |  1  1  1  2  1
        6 |  2  2  1  2  1
        7 |  2  2  2  2  1
       10 |  3  2  2  3  2
        2 |  1  0  0  1  0
        1 |  0  0  0  1  0
        0 |  0  0  0  0  0
       -1 |  0  0  0 -1  0
       -2 | -1  0  0 -1  0
       -6 | -2 -2 -1 -2 -1
       -7 | -2 -2 -2 -2 -1
      -10 | -3 -2 -2 -3 -2
`
const rows = table.trim().split('\n').slice(1)

for (const row of rows) {
  const [quarters = '', ...expected] = row.split('|').flatMap((part) => part.trim().split(/\s+/))
  test(`${quarters} / 4 rounds to ${expected.join(' ')}`, () => {
    assert.equal(expected.length, modes.length)
    for (const [index, mode] of modes.entries()) {
      assert.equal(divideRounded(BigInt(quarters), 4n, mode), BigInt(expected[index]!), mode)
      assert.equal(divideRounded(-BigInt(quarters), -4n, mode), BigInt(expected[index]!), `${mode}, both negative`)
    }
  })
}

test('a refund mirrors its sale, and no mode moves by a whole unit', () => {
  const whole = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n })
  const divisor = whole.filter((n) => n !== 0n)
  fc.assert(
    fc.property(whole, divisor, fc.constantFrom(...modes), (numerator, denominator, mode) => {
      const result = divideRounded(numerator, denominator, mode)
      assert.equal(divideRounded(-numerator, denominator, mode), -result)
      const error = result * denominator - numerator
      const size = error < 0n ? -error : error
      const most = denominator < 0n ? -denominator : denominator
      assert.ok(mode === 'up' || mode === 'down' ? size < most : 2n * size <= most)
    }),
  )
})

test('nothing divides by zero', () => {
  assert.throws(() => divideRounded(1n, 0n, 'half_up'), Fault)
})
