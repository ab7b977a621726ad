import { ok, type Result } from '../../../kernel/result.ts'
import { addDays, daysBetween, type LocalDate } from '../../../kernel/time.ts'
import { holidaysIn, weekdayOf } from './calendar-holidays.ts'
import { recurrenceRefusals } from './recurrence-refusals.ts'

/** Weekdays are 1 for Monday to 7 for Sunday. A day that a month has not is its last one. */
export type RecurrenceRule =
  | { readonly every: 'day' }
  | { readonly every: 'week'; readonly weekdays: readonly number[] }
  | { readonly every: 'month'; readonly day: number }
  | { readonly every: 'last_working_day' }

/** From when until when, both counted in; without an end for good. */
export interface RecurrenceSpan {
  readonly rule: RecurrenceRule
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate | null
}

export interface Between {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Every rule comes at least once in so many days. */
const LONGEST_GAP_DAYS = 31

/** Its days between two days, both counted in. `country` says which days nobody works. */
export function occurrencesIn(
  { rule, startsOn, endsOn }: RecurrenceSpan,
  asked: Between,
  country: string,
): LocalDate[] {
  const from = asked.from < startsOn ? startsOn : asked.from
  const to = endsOn !== null && endsOn < asked.to ? endsOn : asked.to
  if (to < from) return []
  const isDay = comesOn(rule, country)
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, days) => addDays(from, days)).filter(isDay)
}

/** The first on a day or later. */
export function nextOccurrence(span: RecurrenceSpan, onOrAfter: LocalDate, country: string): LocalDate | null {
  const from = onOrAfter < span.startsOn ? span.startsOn : onOrAfter
  return occurrencesIn(span, { from, to: addDays(from, LONGEST_GAP_DAYS * 2) }, country)[0] ?? null
}

/**
 * What is to be made today: after days on which nothing was made, only the latest that was missed. Ten "count the till" at once
 * help nobody, and the last one asks for the same work.
 */
export function dueOccurrence(
  span: RecurrenceSpan,
  { madeUntil, today, country }: { readonly madeUntil: LocalDate; readonly today: LocalDate; readonly country: string },
): LocalDate | null {
  const longAgo = addDays(today, -LONGEST_GAP_DAYS * 2)
  const from = addDays(madeUntil, 1)
  return occurrencesIn(span, { from: from < longAgo ? longAgo : from, to: today }, country).at(-1) ?? null
}

export function decideSpan(span: RecurrenceSpan, country: string): Result<RecurrenceSpan> {
  const { rule, startsOn, endsOn } = span
  if (rule.every === 'week' && rule.weekdays.length === 0) {
    return recurrenceRefusals.recurrence_weekday_missing({ field: 'rule' })
  }
  if (endsOn !== null && endsOn < startsOn) return recurrenceRefusals.recurrence_ends_before({ field: 'endsOn' })
  if (nextOccurrence(span, startsOn, country) === null) return recurrenceRefusals.recurrence_never({ field: 'endsOn' })
  return ok(rule.every === 'week' ? { ...span, rule: { every: 'week', weekdays: inOrder(rule.weekdays) } } : span)
}

function comesOn(rule: RecurrenceRule, country: string): (on: LocalDate) => boolean {
  switch (rule.every) {
    case 'day':
      return () => true
    case 'week':
      return (on) => rule.weekdays.includes(weekdayOf(on))
    case 'month':
      return (on) => Number(on.slice(8)) === rule.day || (isLastOfMonth(on) && Number(on.slice(8)) < rule.day)
    case 'last_working_day':
      return (on) => isWorkingDay(on, country) && !workingDayFollows(on, country)
  }
}

function workingDayFollows(on: LocalDate, country: string): boolean {
  for (let day = addDays(on, 1); day.slice(0, 7) === on.slice(0, 7); day = addDays(day, 1)) {
    if (isWorkingDay(day, country)) return true
  }
  return false
}

/** From Monday to Friday, on no public holiday of the country. */
function isWorkingDay(on: LocalDate, country: string): boolean {
  return weekdayOf(on) <= 5 && holidaysIn(country, on, on).length === 0
}

const isLastOfMonth = (on: LocalDate) => addDays(on, 1).slice(8) === '01'
const inOrder = (weekdays: readonly number[]) => [...new Set(weekdays)].toSorted((a, b) => a - b)
