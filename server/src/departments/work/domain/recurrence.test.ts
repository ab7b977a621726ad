import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { localDate } from '../../../kernel/time.ts'
import { instantAt } from './local-time.ts'
import { decideSpan, dueOccurrence, nextOccurrence, occurrencesIn, type RecurrenceRule } from './recurrence.ts'

const daily: RecurrenceRule = { every: 'day' }
const monThu: RecurrenceRule = { every: 'week', weekdays: [1, 4] }
const on31: RecurrenceRule = { every: 'month', day: 31 }
const on29: RecurrenceRule = { every: 'month', day: 29 }
const on1: RecurrenceRule = { every: 'month', day: 1 }
const lastWorking: RecurrenceRule = { every: 'last_working_day' }
const span = (rule: RecurrenceRule, startsOn = '2020-01-01', endsOn: string | null = null) => ({
  rule,
  startsOn: localDate(startsOn),
  endsOn: endsOn === null ? null : localDate(endsOn),
})

describe('the days of a rule', () => {
  for (const [title, rule, from, to, country, days] of [
    ['every day', daily, '2026-02-27', '2026-03-01', 'IT', '2026-02-27 2026-02-28 2026-03-01'],
    ['chosen weekdays', monThu, '2026-11-22', '2026-12-01', 'IT', '2026-11-23 2026-11-26 2026-11-30'],
    ['the 31st is the last day', on31, '2026-01-15', '2026-04-30', 'IT', '2026-01-31 2026-02-28 2026-03-31 2026-04-30'],
    ['the 29th where February has 28', on29, '2027-02-01', '2027-03-31', 'IT', '2027-02-28 2027-03-29'],
    ['the 29th of a leap year, once', on29, '2028-02-01', '2028-02-29', 'IT', '2028-02-29'],
    ['the first', on1, '2026-12-01', '2027-01-01', 'IT', '2026-12-01 2027-01-01'],
    ['last working day before a weekend', lastWorking, '2026-10-01', '2026-10-31', 'IT', '2026-10-30'],
    ['last working day on a Monday', lastWorking, '2026-11-01', '2026-11-30', 'IT', '2026-11-30'],
    // Easter Monday 2029 is 2 April; Good Friday, 30 March, is worked in Italy and not in Spain.
    ['a holiday here', lastWorking, '2029-03-01', '2029-03-31', 'ES', '2029-03-29'],
    ['no holiday there', lastWorking, '2029-03-01', '2029-03-31', 'IT', '2029-03-30'],
    ['a country that is not known has weekends', lastWorking, '2029-03-01', '2029-03-31', 'ZZ', '2029-03-30'],
  ] as const) {
    test(title, () => {
      assert.equal(occurrencesIn(span(rule), { from: localDate(from), to: localDate(to) }, country).join(' '), days)
    })
  }

  test('lie between its first and its last day, both counted in', () => {
    const asked = { from: localDate('2026-11-01'), to: localDate('2026-11-30') }
    assert.deepEqual(occurrencesIn(span(daily, '2026-11-10', '2026-11-11'), asked, 'IT'), ['2026-11-10', '2026-11-11'])
    assert.deepEqual(occurrencesIn(span(daily, '2026-12-01'), asked, 'IT'), [])
    assert.equal(nextOccurrence(span(on31, '2026-02-01'), localDate('2026-01-01'), 'IT'), '2026-02-28')
    assert.equal(nextOccurrence(span(daily, '2026-01-01', '2026-01-31'), localDate('2026-02-01'), 'IT'), null)
  })
})

describe('what is to be made today', () => {
  for (const [title, rule, madeUntil, today, due] of [
    ['on its day', monThu, '2026-11-25', '2026-11-26', '2026-11-26'],
    ['on no day of its', monThu, '2026-11-24', '2026-11-25', null],
    ['made already', monThu, '2026-11-26', '2026-11-26', null],
    ['after nine closed days, the latest alone', daily, '2026-11-13', '2026-11-22', '2026-11-22'],
    ['after a weekend, the one that was missed', monThu, '2026-11-25', '2026-11-29', '2026-11-26'],
    ['after years', on31, '2019-01-31', '2026-11-22', '2026-10-31'],
    ['not of the future', on1, '2026-12-31', '2026-11-22', null],
  ] as const) {
    test(title, () => {
      const asked = { madeUntil: localDate(madeUntil), today: localDate(today), country: 'IT' }
      assert.equal(dueOccurrence(span(rule, '2018-01-01'), asked), due)
    })
  }
})

describe('what is refused', () => {
  for (const [title, rule, startsOn, endsOn, code] of [
    ['no weekday, before all else', { every: 'week', weekdays: [] }, '2026-11-22', '2026-11-01', 'weekday_missing'],
    ['an end before the beginning', daily, '2026-11-22', '2026-11-21', 'ends_before'],
    ['a time in which it never comes', monThu, '2026-11-24', '2026-11-25', 'never'],
    ['nothing else', monThu, '2026-11-24', '2026-11-26', undefined],
  ] as const) {
    test(title, () => {
      const decided = decideSpan(span(rule, startsOn, endsOn), 'IT')
      assert.equal(decided.ok ? undefined : decided.refusal.code, code && `work.recurrence_${code}`)
    })
  }

  test('weekdays are kept in order, each once', () => {
    const decided = decideSpan(span({ every: 'week', weekdays: [5, 1, 5] }), 'IT')
    assert.deepEqual(decided.ok && decided.value.rule, { every: 'week', weekdays: [1, 5] })
  })
})

/** The clock on the wall says the same before and after it is changed. */
describe('due at five, over both changes of the clock', () => {
  for (const [from, to, instants] of [
    ['2026-03-28', '2026-03-30', ['16:00', '15:00', '15:00']],
    ['2026-10-24', '2026-10-26', ['15:00', '16:00', '16:00']],
  ] as const) {
    test(`${from} to ${to}`, () => {
      const days = occurrencesIn(span(daily), { from: localDate(from), to: localDate(to) }, 'IT')
      assert.deepEqual(
        days.map((day) => instantAt(day, '17:00', 'Europe/Rome').toISOString().slice(11, 16)),
        instants,
      )
    })
  }
})
