import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addMonths, daysOf, layOut, quarterOf, weeksOfMonth } from './calendar-days.ts'

test('months are whole weeks that begin as the reader’s do', () => {
  assert.deepEqual(weeksOfMonth('2026-11-22', 1), [
    '2026-10-26',
    '2026-11-02',
    '2026-11-09',
    '2026-11-16',
    '2026-11-23',
    '2026-11-30',
  ])
  assert.deepEqual(weeksOfMonth('2026-11-22', 7), [
    '2026-11-01',
    '2026-11-08',
    '2026-11-15',
    '2026-11-22',
    '2026-11-29',
  ])
  assert.equal(weeksOfMonth('2027-02-10', 1).length, 4)
})

test('the last of January is the last of February a month later', () => {
  assert.equal(addMonths('2026-01-31', 1), '2026-02-28')
  assert.equal(addMonths('2026-01-31', -2), '2025-11-30')
  assert.deepEqual(quarterOf('2026-11-22'), { fromOn: '2026-10-01', toOn: '2026-12-31' })
})

test('an hour at night is on the days of the zone’s clock, and midnight is the end of the day before', () => {
  const time = { allDay: false as const, startsAt: '2026-11-22T22:30:00Z', endsAt: '2026-11-22T23:00:00Z' }
  assert.deepEqual(daysOf(time, 'Europe/Rome'), { fromOn: '2026-11-22', toOn: '2026-11-22' })
  assert.deepEqual(daysOf({ ...time, endsAt: '2026-11-22T23:00:01Z' }, 'Europe/Rome').toOn, '2026-11-23')
  assert.deepEqual(daysOf(time, 'Asia/Jakarta'), { fromOn: '2026-11-23', toOn: '2026-11-23' })
  assert.deepEqual(daysOf({ ...time, endsAt: time.startsAt }, 'UTC').toOn, '2026-11-22', 'without a length')
})

const span = (fromOn: string, toOn = fromOn) => ({ fromOn: `2026-11-${fromOn}`, toOn: `2026-11-${toOn}` })
test('nothing covers anything, and lanes are used again', () => {
  const pieces = layOut([span('05'), span('02', '04'), span('04', '20'), span('01', '02')], '2026-11-02', 7)
  assert.deepEqual(
    pieces.map(({ of, column, span: width, lane, begins, ends }) => [
      of.fromOn.slice(8),
      column,
      width,
      lane,
      begins,
      ends,
    ]),
    [
      ['01', 0, 1, 0, false, true],
      ['02', 0, 3, 1, true, true],
      ['04', 2, 5, 0, true, false],
      ['05', 3, 1, 1, true, true],
    ],
  )
})
