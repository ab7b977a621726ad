import { assert, Fault } from './assert.ts'

declare const brand: unique symbol

/** A day of the calendar without a zone, 'YYYY-MM-DD', years 0001 to 9999. Compares as text. */
export type LocalDate = string & { readonly [brand]: 'LocalDate' }

const millisecondsPerDay = 86_400_000
const datePattern = /^(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}$/

/** Whether text is a day that exists: 2025-02-29 is not. */
export function isLocalDate(text: string): text is LocalDate {
  if (!datePattern.test(text)) return false
  const instant = Date.parse(`${text}T00:00:00.000Z`)
  return !Number.isNaN(instant) && dayText(instant) === text
}

/** The text as a LocalDate. Faults for a day that does not exist; input is asked `isLocalDate`. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Fault(`not a date: ${text}`)
  return text
}

function dayText(utcMilliseconds: number): string {
  const text = new Date(utcMilliseconds).toISOString()
  return text.slice(0, text.indexOf('T'))
}

function utcMidnight(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00.000Z`)
}

/** The day `days` later, or earlier when negative. Faults when that is no whole number or leaves the years 1 to 9999. */
export function addDays(date: LocalDate, days: number): LocalDate {
  assert(Number.isSafeInteger(days) && Math.abs(days) < 4_000_000, `not a number of days: ${days}`)
  return localDate(dayText(utcMidnight(date) + days * millisecondsPerDay))
}

/** -1 when a is earlier, 0 when equal, 1 when later. */
export function compareDates(a: LocalDate, b: LocalDate): -1 | 0 | 1 {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** How many days after `from` the day `to` is; negative when before. From Monday to Tuesday is 1. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (utcMidnight(to) - utcMidnight(from)) / millisecondsPerDay
}

/** Whether text names a zone of the IANA database ('Europe/Rome', 'UTC'). An offset such as '+02:00' is none. */
export function isZone(text: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(text)) return false
  try {
    clockOf(text)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

// Making a formatter costs some 30 microseconds, using one about three. Emptied when full, since names differ by case too.
const clocks = new Map<string, Intl.DateTimeFormat>()
const mostClocks = 1000

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  if (clocks.size >= mostClocks) clocks.clear()
  clocks.set(zone, made)
  return made
}

/** What the clock on the wall of the zone shows, told as if it were UTC, in milliseconds (whole seconds). */
function wallClock(utcMilliseconds: number, zone: string): number {
  let year = ''
  let month = ''
  let day = ''
  let hour = ''
  let minute = ''
  let second = ''
  for (const { type, value } of clockOf(zone).formatToParts(utcMilliseconds)) {
    if (type === 'year') year = value.padStart(4, '0')
    else if (type === 'month') month = value
    else if (type === 'day') day = value
    else if (type === 'hour') hour = value
    else if (type === 'minute') minute = value
    else if (type === 'second') second = value
  }
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`)
}

function assertZone(zone: string): void {
  assert(isZone(zone), `not a time zone: ${zone}`)
}

/** The day that it is in the zone at that instant. Faults for an unknown zone or an instant that is no date. */
export function localDateIn(instant: Date, zone: string): LocalDate {
  assertZone(zone)
  const milliseconds = instant.getTime()
  assert(!Number.isNaN(milliseconds), 'not an instant')
  return localDate(dayText(wallClock(milliseconds, zone)))
}

/** What the clock in the zone shows at that instant: `14:05`. */
export function clockIn(instant: Date, zone: string): string {
  assertZone(zone)
  return new Date(wallClock(instant.getTime(), zone)).toISOString().slice(11, 16)
}

const longestOffset = 16 * 3_600_000

/**
 * The first instant that belongs to the day in the zone, so that a day is [startOfDay(d), startOfDay(addDays(d, 1))).
 * Mostly midnight. Where clocks go forward over midnight (Sao Paulo until 2018) it is the moment of the change; where
 * midnight comes twice, the first; for a day that the zone left out (Apia, 2011-12-30), the start of the next, which
 * makes the day empty. Faults for an unknown zone.
 */
export function startOfDay(date: LocalDate, zone: string): Date {
  assertZone(zone)
  return firstInstantAt(utcMidnight(date), zone)
}

const localTimePattern = /^([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?$/

/**
 * The instant at which clocks of the zone show `2026-12-01T00:00` or `2026-12-01T00:00:30`: the first, where they show it twice;
 * where they leave it out, the moment of the change. Undefined for what is no time of day or no zone.
 */
export function instantOf(localTime: string, zone: string): Date | undefined {
  const [, day = '', hour = '', minute = '', second = '00'] = localTimePattern.exec(localTime) ?? []
  if (!isLocalDate(day) || hour > '23' || minute > '59' || second > '59' || !isZone(zone)) return undefined
  return firstInstantAt(Date.parse(`${day}T${hour}:${minute}:${second}.000Z`), zone)
}

function firstInstantAt(wall: number, zone: string): Date {
  const offsets = [wall - longestOffset, wall + longestOffset].map((at) => wallClock(at, zone) - at)
  // At most one change of clocks falls into these 32 hours, so the time has one of these two offsets, if it exists.
  const earliest = wall - Math.max(...offsets)
  const latest = wall - Math.min(...offsets)
  if (wallClock(earliest, zone) === wall) return new Date(earliest)
  if (wallClock(latest, zone) === wall) return new Date(latest)
  return new Date(firstAtOrAfter(wall, { zone, earliest, latest }))
}

/** Finds the change of clocks that jumps over this wall time; within the span the wall clock only goes forward. */
function firstAtOrAfter(wall: number, span: { zone: string; earliest: number; latest: number }): number {
  let before = span.earliest
  let after = span.latest
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000
    if (wallClock(middle, span.zone) >= wall) after = middle
    else before = middle
  }
  return after
}
