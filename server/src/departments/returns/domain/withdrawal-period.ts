import { addDays, type LocalDate } from '../../../kernel/time.ts'

export interface Sold {
  readonly placedOn: LocalDate
  /** Of each thing that is sent, the day of its arrival; null: not there yet. Empty: nothing is sent. */
  readonly arrivals: readonly (LocalDate | null)[]
  /** Days by the terms under which it was sold. */
  readonly days: number
  /** Whether the law of the Union holds: fourteen days at least (art. 9 (1)), and twelve months more for who was not told. */
  readonly byLaw: boolean
  /** Whether the buyer was told of the right with the contract. */
  readonly informed: boolean
  /** Public holidays where the buyer is. */
  readonly holidays: ReadonlySet<LocalDate>
}

const LEAST_DAYS = 14

/** Untold, the period is twelve months longer (art. 10 (1)). */
const UNTOLD_MONTHS = 12

/**
 * The last day on which a buyer may withdraw: from the day on which the last of the goods arrived (Directive 2011/83/EU, art. 9 (2) (b)),
 * or of the contract where nothing is sent, that day not counted. One that falls on a Saturday or Sunday ends with the next working day
 * (Regulation 1182/71, art. 3 (4)), and so does one that falls on a public holiday of the buyer's country. Null: it has not begun.
 */
export function lastDayToWithdraw(sold: Sold): LocalDate | null {
  const { placedOn, arrivals, days, informed, byLaw, holidays } = sold
  const begins = beginning(placedOn, arrivals)
  if (begins === null) return null
  const last = addDays(begins, byLaw ? Math.max(days, LEAST_DAYS) : days)
  return workingDay(byLaw && !informed ? monthsLater(last, UNTOLD_MONTHS) : last, holidays)
}

/** The day itself, or the next on which people work. */
export function workingDay(day: LocalDate, holidays: ReadonlySet<LocalDate>): LocalDate {
  let on = day
  while (isWeekend(on) || holidays.has(on)) on = addDays(on, 1)
  return on
}

function beginning(placedOn: LocalDate, arrivals: readonly (LocalDate | null)[]): LocalDate | null {
  if (arrivals.length === 0) return placedOn
  return arrivals.reduce<LocalDate | null>(
    (last, day) => (last === null || day === null ? null : day > last ? day : last),
    arrivals[0] ?? null,
  )
}

function isWeekend(day: LocalDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}

function monthsLater(day: LocalDate, months: number): LocalDate {
  const year = Number(day.slice(0, 4)) + Math.floor(months / 12)
  const same = `${year}${day.slice(4)}`
  return (same.endsWith('-02-29') && !isLeap(year) ? `${year}-03-01` : same) as LocalDate
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export type Timeliness = 'in_time' | 'before_arrival' | 'late'

export function timeliness(last: LocalDate | null, receivedOn: LocalDate): Timeliness {
  if (last === null) return 'before_arrival'
  return receivedOn <= last ? 'in_time' : 'late'
}

/** By when the money is back: fourteen days after the statement came (art. 13 (1)). */
export const refundDay = (receivedOn: LocalDate): LocalDate => addDays(receivedOn, 14)
