import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysBetween, formatInstant } from './format-instant.ts'

test('days are those of the calendar, whatever the hour and the length of the day', () => {
  const cases: readonly [string, string, number][] = [
    ['2026-11-22T00:00:00', '2026-11-22T23:59:59', 0],
    ['2026-11-21T23:59:59', '2026-11-22T00:00:00', 1],
    ['2026-12-31T12:00:00', '2027-01-01T12:00:00', 1],
    ['2026-03-28T12:00:00', '2026-03-30T00:30:00', 2],
    ['2026-11-23T00:00:00', '2026-11-22T00:00:00', -1],
  ]
  for (const [from, to, days] of cases) assert.equal(daysBetween(new Date(from), new Date(to)), days, `${from} ${to}`)
})

test('an instant is written in the language of the reader, each in its own', () => {
  const instant = new Date(2026, 10, 5, 14, 30)
  assert.match(formatInstant(instant, 'whenYear', 'it'), /5 nov 2026/)
  assert.match(formatInstant(instant, 'full', 'id'), /November 2026/)
  assert.match(formatInstant(instant, 'time', 'es'), /14:30/)
  assert.match(formatInstant(instant, 'time', 'en'), /^2:30/)
})
