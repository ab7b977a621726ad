import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fixture } from '../../../../../tests/fixtures/fixtures.ts'
import { localDate } from '../../../kernel/time.ts'
import { easterSunday, HOLIDAY_COUNTRIES, holidaysIn, holidaySource } from './calendar-holidays.ts'
import { legalDatesIn } from './calendar-legal-dates.ts'

// year, Easter Sunday as the churches' tables have it
for (const [year, sunday] of [
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
  [2285, '2285-03-22'],
] as const) {
  test(`Easter of ${year} is on ${sunday}`, () => assert.equal(easterSunday(year), sunday))
}

const days = (country: string, year: number) =>
  holidaysIn(country, localDate(`${year}-01-01`), localDate(`${year}-12-31`))
    .map(({ on }) => on.slice(5))
    .join(' ')

// country, year, days
const table: readonly (readonly [string, number, string])[] = [
  ['IT', 2025, '01-01 01-06 04-20 04-21 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26'],
  ['IT', 2026, '01-01 01-06 04-05 04-06 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26'],
  ['ES', 2026, '01-01 01-06 04-03 05-01 08-15 10-12 11-01 12-06 12-08 12-25'],
  ['FR', 2026, '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25'],
  ['DE', 2026, '01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26'],
  ['AT', 2026, '01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 11-01 12-08 12-25 12-26'],
  ['NL', 2025, '01-01 04-21 04-26 05-05 05-29 06-09 12-25 12-26'],
  ['IE', 2026, '01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25 12-26'],
  ['IE', 2030, '01-01 02-01 03-17 04-22 05-06 06-03 08-05 10-28 12-25 12-26'],
  ['ID', 2026, '01-01 01-16 02-17 03-19 03-21 03-22 04-03 04-05 05-01 05-14 05-27 05-31 06-01 06-16 08-17 08-25 12-25'],
  ['XX', 2026, ''],
]
for (const [country, year, expected] of table) {
  test(`holidays of ${country} in ${year}`, () => assert.equal(days(country, year), expected))
}

test('each country says what its days rest on', () => {
  for (const country of HOLIDAY_COUNTRIES) assert.ok(holidaySource(country), country)
})

const british = fixture('places/uk-bank-holidays.json')
/** Years in which a proclamation moved a day. */
const PROCLAIMED = new Set(['2020', '2022', '2023'])
test('England and Wales are as the government tells them', { skip: british.skip }, () => {
  const told = JSON.parse(readFileSync(british.path, 'utf8')) as Record<string, { events: { date: string }[] }>
  const byYear = Map.groupBy(told['england-and-wales']?.events ?? [], ({ date }) => date.slice(0, 4))
  let seen = 0
  for (const [year, events] of byYear) {
    if (PROCLAIMED.has(year)) continue
    seen += 1
    assert.equal(
      days('GB', Number(year)),
      events
        .map(({ date }) => date.slice(5))
        .sort()
        .join(' '),
      year,
    )
  }
  assert.ok(seen >= 3)
})

const legal = (seats: string[], sellsTo: string[], from: string, to: string) =>
  legalDatesIn({ seats, sellsTo }, localDate(from), localDate(to)).map(({ on, key }) => `${on} ${key}`)

test('an Italian shop that sells to France', () => {
  assert.deepEqual(legal(['IT'], ['IT', 'FR'], '2026-11-01', '2027-01-31'), [
    '2026-11-16 it_vat_payment',
    '2026-11-30 it_vat_communication',
    '2026-12-16 it_vat_payment',
    // A Saturday the 16th goes to Monday; the union's own date does not move for a Sunday.
    '2027-01-18 it_vat_payment',
    '2027-01-31 oss_return',
  ])
})

// seats, sold to, from, to, what
const legalTable: readonly (readonly [string, string, string, string, string])[] = [
  [
    'IT',
    'IT',
    '2026-08-01',
    '2026-09-30',
    '2026-08-20 it_vat_payment,2026-09-16 it_vat_payment,2026-09-30 it_vat_communication',
  ],
  ['IT', 'IT', '2026-04-01', '2026-05-01', '2026-04-16 it_vat_payment,2026-04-30 it_vat_return'],
  ['IT', 'ID', '2026-10-25', '2026-10-31', ''],
  [
    'ES',
    'ES',
    '2026-01-01',
    '2026-12-31',
    '2026-01-30 es_vat_return,2026-04-20 es_vat_return,2026-07-20 es_vat_return,2026-10-20 es_vat_return',
  ],
  ['US', 'IT FR', '2026-01-01', '2026-12-31', ''],
]
for (const [seats, sellsTo, from, to, expected] of legalTable) {
  test(`what the law wants of ${seats} selling to ${sellsTo}, ${from} to ${to}`, () =>
    assert.equal(legal(seats.split(' '), sellsTo.split(' '), from, to).join(','), expected))
}
