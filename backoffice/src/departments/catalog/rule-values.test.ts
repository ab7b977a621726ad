import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Condition } from './collection-queries.ts'
import { CONDITION_KINDS, isWholeRule, newCondition } from './rule-values.ts'

const whole = (condition: Condition) => isWholeRule({ match: 'all', conditions: [condition] })

test('a new condition says something by itself only where it can', () => {
  const ready = CONDITION_KINDS.filter((kind) => whole(newCondition(kind)))
  assert.deepEqual(ready, ['reduced', 'created', 'stock'])
  assert.equal(isWholeRule({ match: 'any', conditions: [] }), false)
})

test('one that says something', () => {
  const price = { kind: 'price', currency: 'EUR', atLeast: null, atMost: null } as const
  assert.deepEqual(
    [
      whole({ ...price, atMost: 3_000 }),
      whole({ ...price, atLeast: 0 }),
      whole({ ...price, atLeast: 2, atMost: 1 }),
      whole({ kind: 'attribute', attribute: 'material', values: [] }),
      whole({ kind: 'attribute', attribute: 'material', values: ['oak'] }),
      whole({ kind: 'category', categories: ['1'] }),
      whole({ kind: 'brand', brands: ['B'] }),
    ],
    [true, true, false, false, true, true, true],
  )
})
