const DAY_MS = 86_400_000

/** A stretch of days, both counted in: `2026-11-22`. */
export interface DaySpan {
  readonly fromOn: string
  readonly toOn: string
}

export function addDays(on: string, days: number): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** How many days after the first the second is. */
export function daysFrom(fromOn: string, toOn: string): number {
  return Math.round((Date.parse(`${toOn}T00:00:00Z`) - Date.parse(`${fromOn}T00:00:00Z`)) / DAY_MS)
}

/** The day that it is in a zone at an instant. */
export function dayIn(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    at,
  )
}

/** The same day of another month, or its last one. */
export function addMonths(on: string, months: number): string {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

/** The first day of the week that a day is in; weeks begin on `firstDay` (1 Monday, 7 Sunday). */
export function weekBegin(on: string, firstDay: number): string {
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay() || 7
  return addDays(on, -((weekday - firstDay + 7) % 7))
}

/** The whole weeks that a month lies in, each by its first day. */
export function weeksOfMonth(on: string, firstDay: number): string[] {
  const first = `${on.slice(0, 7)}-01`
  const last = addDays(addMonths(first, 1), -1)
  const weeks: string[] = []
  for (let week = weekBegin(first, firstDay); week <= last; week = addDays(week, 7)) weeks.push(week)
  return weeks
}

/** The quarter that a day is in. */
export function quarterOf(on: string): DaySpan {
  const month = Number(on.slice(5, 7))
  const first = `${on.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`
  return { fromOn: first, toOn: addDays(addMonths(first, 3), -1) }
}

export type EntryTime =
  | { readonly allDay: true; readonly fromOn: string; readonly toOn: string }
  | { readonly allDay: false; readonly startsAt: string; readonly endsAt: string }

/** The days that something touches by a zone's clock; what ends at midnight is over the day before. */
export function daysOf(time: EntryTime, zone: string): DaySpan {
  if (time.allDay) return time
  const start = new Date(time.startsAt)
  const end = new Date(Math.max(start.getTime(), Date.parse(time.endsAt) - 1))
  return { fromOn: dayIn(start, zone), toOn: dayIn(end, zone) }
}

export interface Piece<Of> {
  readonly of: Of
  /** Column of its first day, from 0. */
  readonly column: number
  readonly span: number
  readonly lane: number
  readonly begins: boolean
  readonly ends: boolean
}

/** What lies on the days from `fromOn`, in lanes so that nothing covers anything: the earliest on top, of those the longest. */
export function layOut<Of extends DaySpan>(all: readonly Of[], fromOn: string, days: number): Piece<Of>[] {
  const toOn = addDays(fromOn, days - 1)
  const here = all
    .filter((one) => one.fromOn <= toOn && one.toOn >= fromOn)
    .toSorted((a, b) => a.fromOn.localeCompare(b.fromOn) || b.toOn.localeCompare(a.toOn))
  const free: number[] = []
  return here.map((of) => {
    const column = Math.max(0, daysFrom(fromOn, of.fromOn))
    const last = Math.min(days - 1, daysFrom(fromOn, of.toOn))
    const found = free.findIndex((until) => until <= column)
    const lane = found < 0 ? free.length : found
    free[lane] = last + 1
    return { of, column, span: last - column + 1, lane, begins: of.fromOn >= fromOn, ends: of.toOn <= toOn }
  })
}

export function isLocalDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
}
