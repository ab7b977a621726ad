import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysBetween } from './trial-days.ts'

test('days without an order count nothing, over the end of a month and a change of the clock', () => {
  assert.deepEqual(daysBetween([]), [])
  assert.deepEqual(
    daysBetween([
      { day: '2026-10-24', orders: 3, redemptions: 2 },
      { day: '2026-10-27', orders: 1, redemptions: 1 },
    ]),
    [
      { on: '2026-10-24', value: 2 },
      { on: '2026-10-25', value: 0 },
      { on: '2026-10-26', value: 0 },
      { on: '2026-10-27', value: 1 },
    ],
  )
})
