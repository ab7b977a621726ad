import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainKey } from './plain-key.ts'

test('whatever a screen puts together is a key that the house takes', () => {
  for (const key of ['a b', 'zoë@calle.example', '{"lines":[1, 2]}', 'x'.repeat(900), 'line\nbreak']) {
    assert.match(plainKey(key), /^[\x21-\x7e]{1,255}$/)
  }
  const own = '01900000-0000-7000-8000-000000000000.refund'
  assert.equal(plainKey(own), own)
})
