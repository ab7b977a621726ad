import fc from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fault } from './assert.ts'
import {
  addDays,
  compareDates,
  daysBetween,
  instantOf,
  isLocalDate,
  isZone,
  localDate,
  localDateIn,
  startOfDay,
} from './time.ts'

fc.configureGlobal({
  numRuns: Number(process.env['FONDACO_PROPERTY_RUNS'] ?? 300),
  seed: Number(process.env['FONDACO_PROPERTY_SEED'] ?? 1),
})

test('a date is a day that exists', () => {
  for (const text of ['2026-11-22', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) {
    assert.ok(isLocalDate(text), text)
    assert.equal(localDate(text), text)
  }
  const bad = [
    '2025-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-01',
    '2026-01-00',
    '2026-1-1',
    '0000-01-01',
  ]
  for (const text of [
    ...bad,
    '',
    '2026-11-22T00:00',
    ' 2026-11-22',
    '2026-11-22\n',
    '+002026-11-22',
    '20261122',
    '26-11-22',
  ]) {
    assert.equal(isLocalDate(text), false, JSON.stringify(text))
    assert.throws(() => localDate(text), Fault, JSON.stringify(text))
  }
})

test('days are counted on the calendar', () => {
  assert.equal(addDays(localDate('2024-02-28'), 1), '2024-02-29')
  assert.equal(addDays(localDate('2026-01-01'), -1), '2025-12-31')
  assert.equal(addDays(localDate('2026-03-28'), 2), '2026-03-30')
  assert.equal(daysBetween(localDate('2024-01-01'), localDate('2025-01-01')), 366)
  assert.equal(daysBetween(localDate('2026-11-23'), localDate('2026-11-22')), -1)
  assert.throws(() => addDays(localDate('9999-12-31'), 1), Fault)
  assert.throws(() => addDays(localDate('0001-01-01'), -1), Fault)
  assert.throws(() => addDays(localDate('2026-01-01'), 0.5), Fault)
  const [a, b] = [localDate('2026-09-30'), localDate('2026-10-01')]
  assert.deepEqual([compareDates(a, b), compareDates(a, a), compareDates(b, a)], [-1, 0, 1])
})

test('adding days and counting them agree', () => {
  fc.assert(
    fc.property(fc.integer({ min: -300_000, max: 1_000_000 }), (days) => {
      const from = localDate('1970-01-01')
      assert.equal(daysBetween(from, addDays(from, days)), days)
      assert.equal(addDays(addDays(from, days), -days), from)
    }),
  )
})

test('a zone has a name', () => {
  for (const zone of ['Europe/Rome', 'America/Sao_Paulo', 'Asia/Jakarta', 'Asia/Kolkata', 'UTC', 'Etc/GMT+3'])
    assert.ok(isZone(zone), zone)
  for (const zone of ['', 'Rome', 'Europe/Roma', '+02:00', '02:00', '../etc/passwd', 'Europe/Rome ', 'constructor']) {
    assert.equal(isZone(zone), false, zone)
    assert.throws(() => startOfDay(localDate('2026-01-01'), zone), Fault, zone)
  }
})

// instant, zone, date there
const dates: readonly (readonly [string, string, string])[] = [
  ['2026-11-22T22:59:59.999Z', 'Europe/Rome', '2026-11-22'],
  ['2026-11-22T23:00:00Z', 'Europe/Rome', '2026-11-23'],
  ['2026-07-22T21:59:59Z', 'Europe/Rome', '2026-07-22'],
  ['2026-07-22T22:00:00Z', 'Europe/Rome', '2026-07-23'],
  ['2026-11-22T16:59:59Z', 'Asia/Jakarta', '2026-11-22'],
  ['2026-11-22T17:00:00Z', 'Asia/Jakarta', '2026-11-23'],
  ['2026-11-22T02:59:59Z', 'America/Sao_Paulo', '2026-11-21'],
  ['2026-11-22T03:00:00Z', 'America/Sao_Paulo', '2026-11-22'],
  ['2018-02-18T02:30:00Z', 'America/Sao_Paulo', '2018-02-17'],
  ['2026-12-31T23:30:00Z', 'UTC', '2026-12-31'],
  ['2026-12-31T23:30:00Z', 'Pacific/Kiritimati', '2027-01-01'],
]
for (const [instant, zone, expected] of dates) {
  test(`${instant} is on ${expected} in ${zone}`, () => assert.equal(localDateIn(new Date(instant), zone), expected))
}

test('an instant that is no date is a fault', () => {
  assert.throws(() => localDateIn(new Date(NaN), 'UTC'), Fault)
})

// date, zone, first instant, hours in the day
const days: readonly (readonly [string, string, string, number])[] = [
  ['2026-01-15', 'Europe/Rome', '2026-01-14T23:00:00.000Z', 24],
  ['2026-07-15', 'Europe/Rome', '2026-07-14T22:00:00.000Z', 24],
  ['2026-03-29', 'Europe/Rome', '2026-03-28T23:00:00.000Z', 23],
  ['2026-03-30', 'Europe/Rome', '2026-03-29T22:00:00.000Z', 24],
  ['2026-10-25', 'Europe/Rome', '2026-10-24T22:00:00.000Z', 25],
  ['2026-10-26', 'Europe/Rome', '2026-10-25T23:00:00.000Z', 24],
  // Clocks went forward at midnight: the day began at 01:00.
  ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z', 23],
  ['2018-11-05', 'America/Sao_Paulo', '2018-11-05T02:00:00.000Z', 24],
  // Clocks went back at midnight: the day before was longer.
  ['2018-02-17', 'America/Sao_Paulo', '2018-02-17T02:00:00.000Z', 25],
  ['2018-02-18', 'America/Sao_Paulo', '2018-02-18T03:00:00.000Z', 24],
  ['2026-11-22', 'America/Sao_Paulo', '2026-11-22T03:00:00.000Z', 24],
  ['2026-11-22', 'Asia/Jakarta', '2026-11-21T17:00:00.000Z', 24],
  ['2026-03-29', 'Asia/Jakarta', '2026-03-28T17:00:00.000Z', 24],
  // Midnight came twice: the first one counts.
  ['2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z', 25],
  // Clocks moved by half an hour only.
  ['2026-04-05', 'Australia/Lord_Howe', '2026-04-04T13:00:00.000Z', 24.5],
  ['2026-11-22', 'Asia/Kathmandu', '2026-11-21T18:15:00.000Z', 24],
  // Clocks went from 23:30 to 00:30: the day began at half past midnight.
  ['1919-03-31', 'America/Toronto', '1919-03-31T04:30:00.000Z', 23.5],
  // Samoa left this day out.
  ['2011-12-29', 'Pacific/Apia', '2011-12-29T10:00:00.000Z', 24],
  ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z', 0],
  ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00.000Z', 24],
]
for (const [date, zone, first, hours] of days) {
  test(`${date} in ${zone} begins at ${first} and has ${hours} hours`, () => {
    const start = startOfDay(localDate(date), zone)
    assert.equal(start.toISOString(), first)
    assert.equal((startOfDay(addDays(localDate(date), 1), zone).getTime() - start.getTime()) / 3_600_000, hours)
  })
}

test('a day begins where the date changes, on any day of any of these zones', () => {
  const zones = fc.constantFrom(
    'Europe/Rome',
    'America/Sao_Paulo',
    'Asia/Jakarta',
    'America/Havana',
    'Asia/Beirut',
    'Pacific/Kiritimati',
    'UTC',
  )
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 36_000 }), zones, (days, zone) => {
      const date = addDays(localDate('1996-01-01'), days % 18_000)
      const start = startOfDay(date, zone)
      assert.equal(localDateIn(start, zone), date)
      assert.equal(localDateIn(new Date(start.getTime() - 1), zone), addDays(date, -1))
    }),
  )
})

test('a time of day is the instant at which clocks first show it', () => {
  const cases: [string, string, string | undefined][] = [
    ['2026-12-01T00:00', 'Europe/Rome', '2026-11-30T23:00:00.000Z'],
    ['2026-07-01T00:00:01', 'Europe/Rome', '2026-06-30T22:00:01.000Z'],
    // 29 March: 02:00 to 03:00 is left out; 25 October: 02:00 to 03:00 comes twice.
    ['2026-03-29T00:00', 'Europe/Rome', '2026-03-28T23:00:00.000Z'],
    ['2026-03-29T02:30', 'Europe/Rome', '2026-03-29T01:00:00.000Z'],
    ['2026-03-30T00:00', 'Europe/Rome', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25T00:00', 'Europe/Rome', '2026-10-24T22:00:00.000Z'],
    ['2026-10-25T02:30', 'Europe/Rome', '2026-10-25T00:30:00.000Z'],
    ['2026-10-26T00:00', 'Europe/Rome', '2026-10-25T23:00:00.000Z'],
    ['2026-12-01T00:00', 'Asia/Jakarta', '2026-11-30T17:00:00.000Z'],
    // Midnight itself is left out where clocks go forward over it.
    ['2018-11-04T00:00', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['2026-02-30T00:00', 'Europe/Rome', undefined],
    ['2026-12-01T24:00', 'Europe/Rome', undefined],
    ['2026-12-01', 'Europe/Rome', undefined],
    ['2026-12-01T00:00', 'Nowhere/Else', undefined],
  ]
  for (const [local, zone, instant] of cases)
    assert.equal(instantOf(local, zone)?.toISOString(), instant, `${local} ${zone}`)
})
