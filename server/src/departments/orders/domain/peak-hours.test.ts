import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPeak } from './peak-hours.ts'

/** Mondays from eight to nine in the evening, and a little at all other hours of the day. */
const monday = [
  { weekday: 1, hour: 20, orders: 80 },
  ...Array.from({ length: 12 }, (_, index) => ({ weekday: 1, hour: 8 + index, orders: 8 })),
  { weekday: 7, hour: 2, orders: 15 },
]
const zone = 'Europe/Rome'
const span = (startsAt: string, endsAt: string) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) })

// from, to, orders of the peak or none; 2026-11-23 is a Monday, 20:00 in Rome is 19:00 UTC in winter
const table: readonly (readonly [string, string, number | undefined])[] = [
  ['2026-11-23T19:00Z', '2026-11-23T20:00Z', 10],
  ['2026-11-23T18:00Z', '2026-11-23T19:00Z', undefined],
  ['2026-11-23T18:00Z', '2026-11-23T19:01Z', 10],
  ['2026-11-23T20:00Z', '2026-11-23T21:00Z', undefined],
  ['2026-11-24T19:00Z', '2026-11-24T20:00Z', undefined],
  // In summer the same hour is an hour earlier by UTC.
  ['2026-07-20T18:00Z', '2026-07-20T19:00Z', 10],
  ['2026-07-20T19:00Z', '2026-07-20T20:00Z', undefined],
  // Too few to be a pattern.
  ['2026-11-22T01:00Z', '2026-11-22T02:00Z', undefined],
]
for (const [from, to, orders] of table) {
  test(`${from} to ${to}: ${orders ?? 'no peak'}`, () => {
    assert.equal(findPeak(span(from, to), monday, zone)?.orders, orders)
  })
}

test('a whole day names its busiest hour and a quiet one', () => {
  const peak = findPeak(span('2026-11-22T23:00Z', '2026-11-23T23:00Z'), monday, zone)
  assert.equal(peak?.peakAt.toISOString(), '2026-11-23T19:00:00.000Z')
  assert.equal(peak?.quietAt.toISOString(), '2026-11-22T23:00:00.000Z')
})

test('a shop without orders has no peak', () => {
  assert.equal(findPeak(span('2026-11-23T19:00Z', '2026-11-23T20:00Z'), [], zone), undefined)
})
