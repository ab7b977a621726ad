import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstDayOf, placeDays } from './calendar-weeks.ts'

const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map((on) => ({ on, value: 1 }))

test('a week begins on Monday in Italy and on Sunday in the United States', () => {
  const at = (firstDay: number) => placeDays(days, firstDay).map(({ week, weekday }) => [week, weekday])
  assert.deepEqual(at(1), [
    [0, 4],
    [0, 5],
    [0, 6],
    [1, 0],
  ])
  assert.deepEqual(at(7), [
    [0, 5],
    [0, 6],
    [1, 0],
    [1, 1],
  ])
  assert.deepEqual([firstDayOf('it'), firstDayOf('en-US')], [1, 7])
})

test('days left out leave their place empty', () => {
  const placed = placeDays(
    [
      { on: '2026-11-23', value: 1 },
      { on: '2026-12-09', value: 2 },
    ],
    1,
  )
  assert.deepEqual(
    placed.map(({ week, weekday }) => [week, weekday]),
    [
      [0, 0],
      [2, 2],
    ],
  )
  assert.deepEqual(placeDays([], 1), [])
})
