import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDay, writeDay } from './day.ts'
import { instantOf, wallTimeOf } from './zone-time.ts'

test('a day as people of each language type it', () => {
  const cases: [typed: string, locale: string, day: string | undefined][] = [
    ['2026-11-22', 'it', '2026-11-22'],
    ['22/11/2026', 'it', '2026-11-22'],
    ['22.11.26', 'it', '2026-11-22'],
    ['22 11', 'it', '2026-11-22'],
    ['11/22/2026', 'en', '2026-11-22'],
    ['3/4/2026', 'en', '2026-03-04'],
    ['3/4/2026', 'es', '2026-04-03'],
    ['22 nov 2026', 'en', '2026-11-22'],
    ['Nov 22, 2026', 'en', '2026-11-22'],
    ['22 novembre', 'it', '2026-11-22'],
    ['22 de noviembre de 2026', 'es', '2026-11-22'],
    ['1 sept 2027', 'es', '2027-09-01'],
    ['17 Agu 2026', 'id', '2026-08-17'],
    ['17 agustus 2026', 'id', '2026-08-17'],
    ['31/2/2026', 'it', undefined],
    ['29/2/2028', 'it', '2028-02-29'],
    ['22', 'it', undefined],
    ['22/11/226', 'it', undefined],
    ['tomorrow', 'en', undefined],
    ['', 'en', undefined],
  ]
  for (const [typed, locale, day] of cases) assert.equal(parseDay(typed, locale, 2026), day, `${typed} in ${locale}`)
})

test('what is written is read again, on every day of a year in every language', () => {
  for (const locale of ['en', 'it', 'es', 'id']) {
    for (let index = 0; index < 365; index++) {
      const day = new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10)
      assert.equal(parseDay(writeDay(day, locale), locale, 1999), day, writeDay(day, locale))
    }
  }
})

test('a wall clock and its instant, through the changes of summer time', () => {
  const cases: [wall: string, zone: string, instant: string][] = [
    ['2026-11-22T09:30', 'Europe/Rome', '2026-11-22T08:30:00.000Z'],
    ['2026-07-01T09:30', 'Europe/Rome', '2026-07-01T07:30:00.000Z'],
    ['2026-11-22T09:30', 'Asia/Makassar', '2026-11-22T01:30:00.000Z'],
    ['2026-10-25T02:30', 'Europe/Rome', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T03:00', 'Europe/Rome', '2026-10-25T02:00:00.000Z'],
    ['2026-03-29T01:59', 'Europe/Rome', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29T03:00', 'Europe/Rome', '2026-03-29T01:00:00.000Z'],
  ]
  for (const [wall, zone, instant] of cases) {
    assert.equal(instantOf(wall, zone), instant, `${wall} in ${zone}`)
    assert.equal(wallTimeOf(instant, zone), wall, `${instant} in ${zone}`)
  }
  // Leapt over: half an hour into the gap is half an hour after it.
  assert.equal(instantOf('2026-03-29T02:30', 'Europe/Rome'), '2026-03-29T01:30:00.000Z')
})
