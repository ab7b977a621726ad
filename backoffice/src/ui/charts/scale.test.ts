import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { strengthOf, ticksFor } from './scale.ts'

test('ticks are round and hold every value', () => {
  assert.deepEqual(ticksFor([0, 37]), [0, 10, 20, 30, 40])
  assert.deepEqual(ticksFor([180_000]), [0, 50_000, 100_000, 150_000, 200_000])
  assert.deepEqual(ticksFor([]), [0, 1])
  assert.deepEqual(ticksFor([-30, 40]), [-40, -20, 0, 20, 40])
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1 }), (values) => {
      const ticks = ticksFor(values)
      assert.ok(ticks.length >= 2 && ticks.length <= 9, `${ticks.length} ticks`)
      assert.ok((ticks[0] ?? 1) <= Math.min(0, ...values) && (ticks.at(-1) ?? 0) >= Math.max(0, ...values))
    }),
  )
})

test('only nothing has no strength', () => {
  assert.deepEqual(
    [0, 1, 25, 26, 100].map((value) => strengthOf(value, 100)),
    [0, 1, 1, 2, 4],
  )
  assert.equal(strengthOf(0, 0), 0)
})
