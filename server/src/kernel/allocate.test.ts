import fc from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allocate } from './allocate.ts'
import { Fault } from './assert.ts'
import { money, negate, sum, zero } from './money.ts'

fc.configureGlobal({
  numRuns: Number(process.env['FONDACO_PROPERTY_RUNS'] ?? 300),
  seed: Number(process.env['FONDACO_PROPERTY_SEED'] ?? 1),
})

// amount, weights, parts
const table: readonly (readonly [number, readonly number[], readonly number[]])[] = [
  [100, [1, 1, 1], [34, 33, 33]],
  [-100, [1, 1, 1], [-34, -33, -33]],
  [101, [1, 1, 1], [34, 34, 33]],
  [5, [3, 7], [2, 3]],
  [10, [1, 2, 4], [1, 3, 6]],
  [1, [1, 1], [1, 0]],
  [1, [1, 2], [0, 1]],
  [100, [0, 1, 0], [0, 100, 0]],
  [100, [0, 1, 1, 1], [0, 34, 33, 33]],
  [10, [0, 0, 0], [4, 3, 3]],
  [0, [1, 2], [0, 0]],
  [0, [], []],
  [7, [5], [7]],
]
for (const [amount, weights, parts] of table) {
  test(`${amount} by [${weights}] is [${parts}]`, () => {
    assert.deepEqual(
      allocate(money(amount, 'EUR'), weights.map(BigInt)),
      parts.map((part) => money(part, 'EUR')),
    )
  })
}

const amounts = fc.oneof(fc.bigInt({ min: -100n, max: 100n }), fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }))
const weightLists = fc.array(fc.oneof(fc.bigInt({ min: 0n, max: 5n }), fc.bigInt({ min: 0n, max: 10n ** 12n })), {
  minLength: 1,
  maxLength: 30,
})

test('parts sum to the whole', () => {
  fc.assert(
    fc.property(amounts, weightLists, (amount, weights) => {
      const parts = allocate(money(amount, 'EUR'), weights)
      assert.equal(parts.length, weights.length)
      assert.equal(sum(parts, 'EUR').amount, amount)
    }),
  )
})

test('each part is less than one minor unit from its exact share, and a zero weight gets nothing', () => {
  fc.assert(
    fc.property(amounts, weightLists, (amount, given) => {
      const parts = allocate(money(amount, 'EUR'), given)
      const weights = given.every((weight) => weight === 0n) ? given.map(() => 1n) : given
      const total = weights.reduce((a, b) => a + b)
      for (const [index, weight] of weights.entries()) {
        const error = parts[index]!.amount * total - amount * weight
        assert.ok(error < total && error > -total, `part ${index}`)
        if (weight === 0n) assert.equal(parts[index]!.amount, 0n)
      }
    }),
  )
})

test('a larger weight never gets less, and of equal weights the earlier never gets less', () => {
  fc.assert(
    fc.property(amounts, weightLists, (amount, weights) => {
      const sizes = allocate(money(amount, 'EUR'), weights).map((part) =>
        part.amount < 0n ? -part.amount : part.amount,
      )
      for (const [first, weight] of weights.entries()) {
        for (const [second, other] of weights.entries()) {
          if (weight > other || (weight === other && first < second)) assert.ok(sizes[first]! >= sizes[second]!)
        }
      }
    }),
  )
})

test('a reversal cancels to the cent', () => {
  fc.assert(
    fc.property(amounts, weightLists, (amount, weights) => {
      const m = money(amount, 'JPY')
      assert.deepEqual(allocate(negate(m), weights), allocate(m, weights).map(negate))
    }),
  )
})

test('nobody gets a negative share, and money does not vanish', () => {
  assert.throws(() => allocate(money(1, 'EUR'), [2n, -1n]), Fault)
  assert.throws(() => allocate(money(1, 'EUR'), []), Fault)
  assert.deepEqual(allocate(zero('EUR'), []), [])
})
