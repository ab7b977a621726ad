import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAtMost } from './read-at-most.ts'

test('an answer is read whole up to its limit, and one that goes on is left', async () => {
  let given = 0
  async function* answer(parts: number) {
    for (given = 0; given < parts;) {
      given += 1
      yield Uint8Array.of(given, given)
    }
  }
  assert.deepEqual(await readAtMost(answer(2), 4), [Uint8Array.of(1, 1), Uint8Array.of(2, 2)])
  assert.equal(await readAtMost(answer(100), 5), undefined)
  assert.equal(given, 3)
  assert.deepEqual(await readAtMost(null, 1), [])
})
