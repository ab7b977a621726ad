import nodeAssert from 'node:assert/strict'
import { test } from 'node:test'
import { assert, Fault, unreachable } from './assert.ts'

test('assert passes what holds, and faults with its message otherwise', () => {
  assert(1, 'never')
  nodeAssert.throws(
    () => assert(0, 'the shelf is empty'),
    (error) =>
      error instanceof Fault &&
      error instanceof Error &&
      error.name === 'Fault' &&
      error.message === 'the shelf is empty',
  )
})

test('unreachable faults and names the case', () => {
  nodeAssert.throws(() => unreachable('refunded' as never), { name: 'Fault', message: 'unreachable case: refunded' })
})
