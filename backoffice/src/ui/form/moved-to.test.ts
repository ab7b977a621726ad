import assert from 'node:assert/strict'
import { test } from 'node:test'
import { movedTo } from './moved-to.ts'

test('one item is moved, the others keep their order', () => {
  assert.deepEqual(movedTo(['a', 'b', 'c', 'd'], 0, 2), ['b', 'c', 'a', 'd'])
  assert.deepEqual(movedTo(['a', 'b', 'c', 'd'], 3, 0), ['d', 'a', 'b', 'c'])
  assert.deepEqual(movedTo(['a', 'b'], 0, 1), ['b', 'a'])
  assert.deepEqual(movedTo(['a', 'b'], 1, 1), ['a', 'b'])
})
