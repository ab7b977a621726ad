import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localDate } from '../../../kernel/time.ts'
import { instantAt, timeIn } from './local-time.ts'

for (const [date, time, zone, instant] of [
  ['2026-11-22', '17:00', 'Europe/Rome', '2026-11-22T16:00:00.000Z'],
  ['2026-07-01', '17:00', 'Europe/Rome', '2026-07-01T15:00:00.000Z'],
  ['2026-03-29', '01:30', 'Europe/Rome', '2026-03-29T00:30:00.000Z'],
  // The clock leaps from 02:00 to 03:00: 02:30 never comes, and 03:00 is what comes instead.
  ['2026-03-29', '02:30', 'Europe/Rome', '2026-03-29T01:00:00.000Z'],
  ['2026-03-29', '09:00', 'Europe/Rome', '2026-03-29T07:00:00.000Z'],
  // 02:30 comes twice: the first.
  ['2026-10-25', '02:30', 'Europe/Rome', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25', '09:00', 'Europe/Rome', '2026-10-25T08:00:00.000Z'],
  ['2026-10-25', '23:59', 'Europe/Rome', '2026-10-25T22:59:00.000Z'],
  ['2026-11-22', '00:00', 'Asia/Jakarta', '2026-11-21T17:00:00.000Z'],
  ['2026-04-05', '02:45', 'Australia/Lord_Howe', '2026-04-04T16:15:00.000Z'],
] as const) {
  test(`${date} ${time} in ${zone} is ${instant}`, () => {
    const at = instantAt(localDate(date), time, zone)
    assert.equal(at.toISOString(), instant)
    if (time !== '02:30' || date !== '2026-03-29') assert.equal(timeIn(at, zone), time)
  })
}
