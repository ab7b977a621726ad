import assert from 'node:assert/strict'
import test from 'node:test'
import { timeOfId } from '../kernel/ids.ts'
import { newId } from './clock.ts'

test('what is made later sorts later, many in a millisecond too, and no two are equal', () => {
  const before = Date.now()
  const ids = Array.from({ length: 20_000 }, () => newId())
  assert.deepEqual(ids, ids.toSorted())
  assert.equal(new Set(ids).size, ids.length)
  const [first, last] = [timeOfId(ids[0]!), timeOfId(ids.at(-1)!)]
  assert.ok(first >= before && last >= first)
})

test('where the clock goes back, ids do not', (t) => {
  const now = Date.now()
  const before = newId()
  t.mock.method(Date, 'now', () => now - 60_000)
  const after = [newId(), newId()]
  assert.deepEqual([before, ...after], [before, ...after].toSorted())
  assert.ok(timeOfId(after[0]!) >= now)
})
