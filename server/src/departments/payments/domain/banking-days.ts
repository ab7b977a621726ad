import { addDays, daysBetween, localDate, type LocalDate } from '../../../kernel/time.ts'

/**
 * Days on which banks settle among themselves: those of TARGET, closed on Saturdays, Sundays, 1 January, Good Friday, Easter Monday,
 * 1 May, 25 and 26 December (ECB, long-term calendar of 14 December 2000).
 */
export function isBankingDay(date: LocalDate): boolean {
  const monthDay = date.slice(5)
  if (isWeekend(date) || CLOSED.has(monthDay)) return false
  const easter = easterSunday(Number(date.slice(0, 4)))
  return date !== addDays(easter, -2) && date !== addDays(easter, 1)
}

const CLOSED: ReadonlySet<string> = new Set(['01-01', '05-01', '12-25', '12-26'])

/** So many banking days after a day; of none the first on or after it. */
export function addBankingDays(start: LocalDate, days: number): LocalDate {
  let date = start
  for (let left = days; left > 0 || !isBankingDay(date);) {
    date = addDays(date, 1)
    if (isBankingDay(date)) left -= 1
  }
  return date
}

/** The first of January 1970 was a Thursday. */
function isWeekend(date: LocalDate): boolean {
  const weekday = (((daysBetween(localDate('1970-01-01'), date) + 4) % 7) + 7) % 7
  return weekday === 0 || weekday === 6
}

/** The Gregorian computus, by Meeus, Jones and Butcher. */
function easterSunday(year: number): LocalDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const days = h + l - 7 * m + 114
  const pad = (value: number) => String(value).padStart(2, '0')
  return localDate(`${year}-${pad(Math.floor(days / 31))}-${pad((days % 31) + 1)}`)
}
