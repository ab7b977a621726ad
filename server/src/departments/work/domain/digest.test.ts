import assert from 'node:assert/strict'
import { test } from 'node:test'
import { digestDay } from './digest.ts'

const HOUR_MS = 3_600_000

/** Zone, first instant, hours; which days are sent, each in how many of those hours. */
const cases: readonly (readonly [zone: string, from: string, hours: number, days: readonly string[]])[] = [
  ['Europe/Rome', '2027-03-27T00:05:00Z', 72, ['2027-03-27', '2027-03-28', '2027-03-29']],
  ['Europe/Rome', '2026-10-24T00:05:00Z', 72, ['2026-10-24', '2026-10-25', '2026-10-26']],
  ['America/New_York', '2027-03-13T12:05:00Z', 48, ['2027-03-13', '2027-03-14', '2027-03-15']],
  ['Australia/Lord_Howe', '2026-10-02T20:05:00Z', 60, ['2026-10-03', '2026-10-04', '2026-10-05']],
  ['Asia/Jakarta', '2026-11-21T20:05:00Z', 48, ['2026-11-22', '2026-11-23']],
]

for (const [zone, from, hours, days] of cases) {
  test(`${zone} from ${from}: every day has its morning, three hours long, also when clocks change`, () => {
    const sent: string[] = []
    for (let hour = 0; hour < hours; hour++) {
      const day = digestDay(new Date(Date.parse(from) + hour * HOUR_MS), zone)
      if (day) sent.push(day)
    }
    const times = Map.groupBy(sent, (day) => day)
    assert.deepEqual([...times.keys()], days)
    assert.ok([...times.values()].every((one) => one.length <= 3))
  })
}

test('before seven and from ten on there is none', () => {
  for (const [at, day] of [
    ['2026-11-22T05:59:59Z', undefined],
    ['2026-11-22T06:00:00Z', '2026-11-22'],
    ['2026-11-22T08:59:59Z', '2026-11-22'],
    ['2026-11-22T09:00:00Z', undefined],
  ] as const) {
    assert.equal(digestDay(new Date(at), 'Europe/Rome'), day, at)
  }
})
